#include "syn-document.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "syn-analyser.h"
#include "syn-document-private.h"
#include "syn-draft-private.h"
#include "syn-error.h"

struct _SynDocument {
  gatomicrefcount ref_count;
  GBytes *bytes;               /* owned: the whole document, as it is stored */
  const SynDocumentHead *head; /* in `bytes`, as are all records */
};

static const gsize element_sizes[SYN_N_SECTIONS] = {
  [SYN_SECTION_TEXT] = 1,
  [SYN_SECTION_STRINGS] = 1,
  [SYN_SECTION_PARAGRAPHS] = sizeof (SynParagraph),
  [SYN_SECTION_SENTENCES] = sizeof (SynSentence),
  [SYN_SECTION_CLAUSES] = sizeof (SynClause),
  [SYN_SECTION_TOKENS] = sizeof (SynToken),
  [SYN_SECTION_FIGURES] = sizeof (SynFigure),
  [SYN_SECTION_DATES] = sizeof (SynDateMention),
  [SYN_SECTION_ENTITIES] = sizeof (SynEntity),
  [SYN_SECTION_ALIASES] = sizeof (SynAlias),
  [SYN_SECTION_NAMES] = sizeof (SynNameMention),
  [SYN_SECTION_QUOTES] = sizeof (SynQuote),
};

static const char magic[8] = { 'S', 'y', 'n', 'D', 'o', 'c', '1', '\n' };

/* Over everything behind the checksum itself: FNV-1a, eight bytes a step, each step mixed so that high bits
 * count. */
static guint64
checksum (const guint8 *data, gsize size)
{
  guint64 sum = G_GUINT64_CONSTANT (0xcbf29ce484222325) ^ size;

  for (gsize i = 0; i + 8 <= size; i += 8) {
    guint64 word;

    memcpy (&word, data + i, 8);
    sum = (sum ^ word) * G_GUINT64_CONSTANT (0x100000001b3);
    sum ^= sum >> 29;
  }

  return sum;
}

static guint64
document_checksum (const guint8 *data, gsize size)
{
  gsize skip = G_STRUCT_OFFSET (SynDocumentHead, size);

  return checksum (data + skip, size - skip);
}

/* ---- made from a draft ---- */

void
syn_draft_init (SynDraft *self, char *text, gsize length, gsize body)
{
  memset (self, 0, sizeof *self);
  self->text = text;
  self->length = length;
  self->body = body;
  self->strings = syn_strings_new ();
  self->paragraphs = g_array_new (FALSE, TRUE, sizeof (SynParagraph));
  self->sentences = g_array_new (FALSE, TRUE, sizeof (SynSentence));
  self->clauses = g_array_new (FALSE, TRUE, sizeof (SynClause));
  self->tokens = g_array_new (FALSE, TRUE, sizeof (SynToken));
  self->figures = g_array_new (FALSE, TRUE, sizeof (SynFigure));
  self->dates = g_array_new (FALSE, TRUE, sizeof (SynDateMention));
  self->entities = g_array_new (FALSE, TRUE, sizeof (SynEntity));
  self->aliases = g_array_new (FALSE, TRUE, sizeof (SynAlias));
  self->names = g_array_new (FALSE, TRUE, sizeof (SynNameMention));
  self->quotes = g_array_new (FALSE, TRUE, sizeof (SynQuote));
}

void
syn_draft_clear (SynDraft *self)
{
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->strings, syn_strings_free);
  g_clear_pointer (&self->paragraphs, g_array_unref);
  g_clear_pointer (&self->sentences, g_array_unref);
  g_clear_pointer (&self->clauses, g_array_unref);
  g_clear_pointer (&self->tokens, g_array_unref);
  g_clear_pointer (&self->figures, g_array_unref);
  g_clear_pointer (&self->dates, g_array_unref);
  g_clear_pointer (&self->entities, g_array_unref);
  g_clear_pointer (&self->aliases, g_array_unref);
  g_clear_pointer (&self->names, g_array_unref);
  g_clear_pointer (&self->quotes, g_array_unref);
}

static SynDocument *
document_new (GBytes *bytes)
{
  SynDocument *self = g_new0 (SynDocument, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->bytes = g_bytes_ref (bytes);
  self->head = g_bytes_get_data (bytes, NULL);

  return self;
}

SynDocument *
syn_draft_freeze (SynDraft *self)
{
  GArray *arrays[SYN_N_SECTIONS] = {
    [SYN_SECTION_PARAGRAPHS] = self->paragraphs, [SYN_SECTION_SENTENCES] = self->sentences,
    [SYN_SECTION_CLAUSES] = self->clauses,       [SYN_SECTION_TOKENS] = self->tokens,
    [SYN_SECTION_FIGURES] = self->figures,       [SYN_SECTION_DATES] = self->dates,
    [SYN_SECTION_ENTITIES] = self->entities,     [SYN_SECTION_ALIASES] = self->aliases,
    [SYN_SECTION_NAMES] = self->names,           [SYN_SECTION_QUOTES] = self->quotes,
  };
  g_autoptr (GBytes) bytes = NULL;
  SynDocumentHead head = { 0 };
  const void *contents[SYN_N_SECTIONS];
  gsize strings_size;
  guint8 *data;
  gsize size = SYN_ALIGN (sizeof head);

  contents[SYN_SECTION_TEXT] = self->text;
  contents[SYN_SECTION_STRINGS] = syn_strings_get_bytes (self->strings, &strings_size);
  head.sections[SYN_SECTION_TEXT].count = self->length + 1;
  head.sections[SYN_SECTION_STRINGS].count = strings_size;
  for (guint i = SYN_SECTION_PARAGRAPHS; i < SYN_N_SECTIONS; i++) {
    contents[i] = arrays[i]->data;
    head.sections[i].count = arrays[i]->len;
  }
  for (guint i = 0; i < SYN_N_SECTIONS; i++) {
    head.sections[i].offset = size;
    size += SYN_ALIGN (head.sections[i].count * element_sizes[i]);
  }

  memcpy (head.magic, magic, sizeof magic);
  head.version = SYN_ANALYSIS_VERSION;
  head.size = size;
  head.body = self->body;
  head.published = self->published;
  head.language = self->language;

  data = g_malloc0 (size);
  memcpy (data, &head, sizeof head);
  for (guint i = 0; i < SYN_N_SECTIONS; i++) {
    if (head.sections[i].count > 0)
      memcpy (data + head.sections[i].offset, contents[i], head.sections[i].count * element_sizes[i]);
  }
  ((SynDocumentHead *) (gpointer) data)->checksum = document_checksum (data, size);
  bytes = g_bytes_new_take (data, size);

  return document_new (bytes);
}

/* ---- life ---- */

SynDocument *
syn_document_ref (SynDocument *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
syn_document_unref (SynDocument *self)
{
  if (g_atomic_ref_count_dec (&self->ref_count)) {
    g_bytes_unref (self->bytes);
    g_free (self);
  }
}

/* ---- reading ---- */

static gconstpointer
get_section (const SynDocument *self, SynSection section, gsize *n)
{
  if (n != NULL)
    *n = self->head->sections[section].count;

  return (const guint8 *) self->head + self->head->sections[section].offset;
}

void
syn_document_get_counts (const SynDocument *self, gsize *counts)
{
  for (guint i = 0; i < SYN_N_SECTIONS; i++)
    counts[i] = self->head->sections[i].count;
}

const char *
syn_document_get_text (const SynDocument *self, gsize *length)
{
  const char *text = get_section (self, SYN_SECTION_TEXT, length);

  if (length != NULL)
    *length -= 1; /* the NUL at its end */

  return text;
}

gsize
syn_document_get_body (const SynDocument *self)
{
  return self->head->body;
}

gboolean
syn_document_is_in_title (const SynDocument *self, SynSpan span)
{
  return span.start < self->head->body;
}

const char *
syn_document_get_language (const SynDocument *self)
{
  return syn_document_get_string (self, self->head->language);
}

SynDate
syn_document_get_published (const SynDocument *self)
{
  return self->head->published;
}

const char *
syn_document_get_string (const SynDocument *self, SynTextId id)
{
  gsize size;
  const char *strings = get_section (self, SYN_SECTION_STRINGS, &size);

  return id < size ? strings + id : "";
}

char *
syn_document_dup_span (const SynDocument *self, SynSpan span)
{
  gsize length;
  const char *text = syn_document_get_text (self, &length);
  gsize end = MIN (span.end, length);

  return g_strndup (text + MIN (span.start, end), end - MIN (span.start, end));
}

const SynParagraph *
syn_document_get_paragraphs (const SynDocument *self, gsize *n)
{
  return get_section (self, SYN_SECTION_PARAGRAPHS, n);
}

const SynSentence *
syn_document_get_sentences (const SynDocument *self, gsize *n)
{
  return get_section (self, SYN_SECTION_SENTENCES, n);
}

const SynClause *
syn_document_get_clauses (const SynDocument *self, gsize *n)
{
  return get_section (self, SYN_SECTION_CLAUSES, n);
}

const SynToken *
syn_document_get_tokens (const SynDocument *self, gsize *n)
{
  return get_section (self, SYN_SECTION_TOKENS, n);
}

const SynFigure *
syn_document_get_figures (const SynDocument *self, gsize *n)
{
  return get_section (self, SYN_SECTION_FIGURES, n);
}

const SynDateMention *
syn_document_get_dates (const SynDocument *self, gsize *n)
{
  return get_section (self, SYN_SECTION_DATES, n);
}

const SynEntity *
syn_document_get_entities (const SynDocument *self, gsize *n)
{
  return get_section (self, SYN_SECTION_ENTITIES, n);
}

const SynAlias *
syn_document_get_aliases (const SynDocument *self, gsize *n)
{
  return get_section (self, SYN_SECTION_ALIASES, n);
}

const SynNameMention *
syn_document_get_names (const SynDocument *self, gsize *n)
{
  return get_section (self, SYN_SECTION_NAMES, n);
}

const SynQuote *
syn_document_get_quotes (const SynDocument *self, gsize *n)
{
  return get_section (self, SYN_SECTION_QUOTES, n);
}

guint32
syn_document_find_sentence (const SynDocument *self, gsize offset)
{
  gsize n;
  const SynSentence *sentences = syn_document_get_sentences (self, &n);
  gsize low = 0, high = n;

  /* The last sentence that starts at or before the offset. */
  while (low < high) {
    gsize middle = low + (high - low) / 2;

    if (sentences[middle].span.start <= offset)
      low = middle + 1;
    else
      high = middle;
  }

  return low > 0 && offset < sentences[low - 1].span.end ? low - 1 : SYN_NO_INDEX;
}

/* ---- keeping ---- */

GBytes *
syn_document_to_bytes (SynDocument *self)
{
  return g_bytes_ref (self->bytes);
}

static gboolean
is_head_sound (const SynDocumentHead *head, gsize size)
{
  if (memcmp (head->magic, magic, sizeof magic) != 0 || head->version != SYN_ANALYSIS_VERSION ||
      head->size != size)
    return FALSE;

  for (guint i = 0; i < SYN_N_SECTIONS; i++) {
    guint64 offset = head->sections[i].offset;

    if (offset % 8 != 0 || offset > size || head->sections[i].count > (size - offset) / element_sizes[i])
      return FALSE;
  }

  return head->checksum == document_checksum ((const guint8 *) head, size);
}

SynDocument *
syn_document_from_bytes (GBytes *bytes, GError **error)
{
  g_autoptr (SynDocument) self = NULL;
  g_autoptr (GBytes) aligned = NULL;
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  if (GPOINTER_TO_SIZE (data) % 8 == 0)
    aligned = g_bytes_ref (bytes);
  else
    aligned = g_bytes_new (data, size);
  data = g_bytes_get_data (aligned, NULL);

  if (size >= sizeof (SynDocumentHead) && is_head_sound (data, size)) {
    self = document_new (aligned);
    if (syn_document_is_sound (self))
      return g_steal_pointer (&self);
  }

  g_set_error_literal (
      error, SYN_ERROR, SYN_ERROR_INVALID,
      _ ("The kept analysis of this article is of another version or broken; it is made anew."));

  return NULL;
}
