/* The forms of names and the places where they stand: a growing collection, with groups of forms that mean
 * the same. */
#include "syn-names-private.h"

#include <string.h>

SynTextId
syn_names_add_words (SynNames *self, guint32 first, guint32 end)
{
  g_autoptr (GString) key = g_string_new (NULL);

  for (guint32 i = first; i < end; i++) {
    if (!(syn_analysis_token (self->analysis, i)->flags & SYN_TOKEN_WORD))
      continue;
    if (key->len > 0)
      g_string_append_c (key, ' ');
    g_string_append (key, syn_analysis_word (self->analysis, i));
  }

  return syn_strings_add (self->analysis->draft.strings, key->str, key->len);
}

SynSpan
syn_names_get_span (const SynAnalysis *analysis, guint32 first, guint32 end)
{
  SynSpan span = syn_span (syn_analysis_token (analysis, first)->span.start,
                           syn_analysis_token (analysis, end - 1)->span.end);
  const char *text = analysis->draft.text;

  if (syn_span_length (span) > 2 && memcmp (text + span.end - 2, "'s", 2) == 0)
    span.end -= 2;
  else if (syn_span_length (span) > 4 && memcmp (text + span.end - 4, "’s", 4) == 0)
    span.end -= 4;

  return span;
}

/* As written, white space single. */
static SynTextId
add_form_text (SynNames *self, SynSpan span)
{
  g_autoptr (GString) form = g_string_new (NULL);
  const char *text = self->analysis->draft.text;

  for (gsize i = span.start; i < span.end; i++) {
    if (!g_ascii_isspace (text[i]))
      g_string_append_c (form, text[i]);
    else if (form->len > 0 && form->str[form->len - 1] != ' ')
      g_string_append_c (form, ' ');
  }

  return syn_strings_add (self->analysis->draft.strings, form->str, form->len);
}

static guint32
count_words (const SynAnalysis *analysis, guint32 first, guint32 end)
{
  guint32 n = 0;

  for (guint32 i = first; i < end; i++)
    n += (syn_analysis_token (analysis, i)->flags & SYN_TOKEN_WORD) != 0;

  return n;
}

guint32
syn_names_add (SynNames *self, guint32 sentence, guint32 first, guint32 end, const SynSpan *span)
{
  SynNameCandidate candidate = {
    .span = span != NULL ? *span : syn_names_get_span (self->analysis, first, end),
    .first_token = first,
    .end_token = end,
    .sentence = sentence,
  };
  SynTextId key = syn_names_add_words (self, first, end);
  gpointer found = g_hash_table_lookup (self->by_key, GUINT_TO_POINTER (key));

  if (found == NULL) {
    SynNameForm form = {
      .text = add_form_text (self, candidate.span),
      .key = key,
      .n_words = count_words (self->analysis, first, end),
      .joined = self->forms->len,
    };

    form.country = syn_gazetteer_find (self->analysis->gazetteer,
                                       syn_strings_get (self->analysis->draft.strings, key), &form.place);
    g_array_append_val (self->forms, form);
    found = GUINT_TO_POINTER (self->forms->len);
    g_hash_table_insert (self->by_key, GUINT_TO_POINTER (key), found);
  }
  candidate.form = GPOINTER_TO_UINT (found) - 1;
  g_array_index (self->forms, SynNameForm, candidate.form).n_mentions++;
  g_array_append_val (self->candidates, candidate);

  return self->candidates->len - 1;
}

SynNameForm *
syn_names_get_form (SynNames *self, guint32 candidate)
{
  return &g_array_index (self->forms, SynNameForm,
                         g_array_index (self->candidates, SynNameCandidate, candidate).form);
}

guint32
syn_names_find_group (SynNames *self, guint32 form)
{
  SynNameForm *forms = (SynNameForm *) (gpointer) self->forms->data;

  while (forms[form].joined != form) {
    forms[form].joined = forms[forms[form].joined].joined;
    form = forms[form].joined;
  }

  return form;
}

void
syn_names_join (SynNames *self, guint32 form, guint32 other)
{
  guint32 a = syn_names_find_group (self, form);
  guint32 b = syn_names_find_group (self, other);

  g_array_index (self->forms, SynNameForm, MAX (a, b)).joined = MIN (a, b);
}
