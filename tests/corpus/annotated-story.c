#include "annotated-story.h"

#include "syn-analyser.h"

#include <stdio.h>
#include <string.h>

static void
clear_article (gpointer data)
{
  AnnotatedArticle *article = data;

  g_free (article->title);
  g_free (article->body);
  g_free (article->sentences);
  syn_document_unref (article->document);
}

/* The value of a header line, or NULL. */
static char *
find_header (const char *head, const char *name)
{
  g_auto (GStrv) lines = g_strsplit (head, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++) {
    if (g_str_has_prefix (lines[i], name))
      return g_strdup (g_strstrip (lines[i] + strlen (name)));
  }

  return NULL;
}

static void
find_sentences (AnnotatedArticle *article, JsonArray *sentences)
{
  const char *text = syn_document_get_text (article->document, NULL);
  gsize body = syn_document_get_body (article->document);
  const char *at = text + body;

  article->n_sentences = 0;
  for (guint i = 0; i < json_array_get_length (sentences); i++) {
    JsonObject *sentence = json_array_get_object_element (sentences, i);
    guint number, unused;
    const char *wanted = json_object_get_string_member (sentence, "text");
    const char *found;

    annotated_story_read_id (json_object_get_string_member (sentence, "id"), &unused, &number);
    found = number == 0 ? text : strstr (at, wanted);
    article->sentences = g_renew (SynSpan, article->sentences, number + 1);
    while (article->n_sentences <= number)
      article->sentences[article->n_sentences++] = SYN_SPAN_NONE;
    if (number == 0 && article->title != NULL)
      article->sentences[0] = syn_span (0, strlen (article->title));
    if (number == 0 || found == NULL)
      continue;
    article->sentences[number] = syn_span (found - text, found - text + strlen (wanted));
    at = found + strlen (wanted);
  }
}

static const char *
find_text (JsonArray *sentences, const char *id)
{
  for (guint i = 0; i < json_array_get_length (sentences); i++) {
    JsonObject *sentence = json_array_get_object_element (sentences, i);

    if (g_str_equal (json_object_get_string_member (sentence, "id"), id))
      return json_object_get_string_member (sentence, "text");
  }

  g_assert_not_reached ();
}

/* The passage by another hand in this article's body: its first sentence to its last. FALSE without one. */
static gboolean
find_aside (const char *body, JsonObject *record, JsonArray *asides, SynAside *aside)
{
  JsonArray *sentences = json_object_get_array_member (record, "sentences");

  for (guint i = 0; i < json_array_get_length (asides); i++) {
    JsonObject *note = json_array_get_object_element (asides, i);
    JsonArray *ids = json_object_get_array_member (note, "ids");
    const char *first, *last;

    if (!g_str_equal (json_object_get_string_member (note, "file"),
                      json_object_get_string_member (record, "file")))
      continue;
    first = find_text (sentences, json_array_get_string_element (ids, 0));
    last = find_text (sentences, json_array_get_string_element (ids, json_array_get_length (ids) - 1));
    aside->kind = SYN_ASIDE_COMMENT;
    aside->span = syn_span (strstr (body, first) - body, strstr (body, last) - body + strlen (last));
    return TRUE;
  }

  return FALSE;
}

static void
read_article (AnnotatedArticle *article,
              SynAnalyser *analyser,
              const char *folder,
              JsonObject *record,
              JsonArray *asides)
{
  g_autofree char *file = g_build_filename (folder, json_object_get_string_member (record, "file"), NULL);
  g_autofree char *contents = NULL;
  g_autofree char *published = NULL;
  SynDocumentSource source = { 0 };
  SynAside aside;
  char *gap;

  g_assert_true (g_file_get_contents (file, &contents, NULL, NULL));
  gap = strstr (contents, "\n\n");
  g_assert_nonnull (gap);
  *gap = '\0';
  article->title = find_header (contents, "Title:");
  article->body = g_strdup (g_strstrip (gap + 2));
  source.title = article->title;
  source.body = article->body;
  source.published = published = find_header (contents, "Date:");
  source.asides = &aside;
  source.n_asides = find_aside (article->body, record, asides, &aside);
  article->document = syn_analyser_analyse (analyser, &source, NULL, NULL);
  find_sentences (article, json_object_get_array_member (record, "sentences"));
}

static void
align (AnnotatedStory *self)
{
  g_autoptr (GPtrArray) documents = g_ptr_array_new ();

  for (guint i = 0; i < self->articles->len; i++)
    g_ptr_array_add (documents, g_array_index (self->articles, AnnotatedArticle, i).document);
  self->alignment = syn_alignment_new ((SynDocument *const *) documents->pdata, documents->len, NULL, NULL);
}

AnnotatedStory *
annotated_story_new (const char *name)
{
  AnnotatedStory *self = g_new0 (AnnotatedStory, 1);
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "corpus", name, NULL);
  g_autofree char *path = g_build_filename (folder, "annotation.json", NULL);
  g_autoptr (SynAnalyser) analyser = syn_analyser_new ();
  JsonArray *list;

  self->parser = json_parser_new ();
  g_assert_true (json_parser_load_from_file (self->parser, path, NULL));
  self->notes = json_node_get_object (json_parser_get_root (self->parser));

  list = json_object_get_array_member (self->notes, "articles");
  self->articles = g_array_new (FALSE, TRUE, sizeof (AnnotatedArticle));
  g_array_set_clear_func (self->articles, clear_article);
  g_array_set_size (self->articles, json_array_get_length (list));
  for (guint i = 0; i < self->articles->len; i++)
    read_article (&g_array_index (self->articles, AnnotatedArticle, i), analyser, folder,
                  json_array_get_object_element (list, i),
                  json_object_get_array_member (self->notes, "asides"));
  align (self);

  return self;
}

void
annotated_story_free (AnnotatedStory *self)
{
  syn_alignment_unref (self->alignment);
  g_array_unref (self->articles);
  g_object_unref (self->parser);
  g_free (self);
}

gboolean
annotated_story_touches (const AnnotatedStory *self, const SynMention *mention, guint sentence)
{
  const AnnotatedArticle *article = &g_array_index (self->articles, AnnotatedArticle, mention->article);
  SynSpan span = article->sentences[sentence];
  gsize shared = syn_span_length (syn_span_intersect (span, mention->span));

  return shared > 0 && shared * 2 >= MIN (syn_span_length (span), syn_span_length (mention->span));
}

void
annotated_story_read_id (const char *id, guint *article, guint *sentence)
{
  g_assert_cmpint (sscanf (id, "S%u.%u", article, sentence), ==, 2);
}
