/* A sample story of corpus/ with what a careful reader found in it. */
#pragma once

#include "syn-alignment.h"

#include <json-glib/json-glib.h>

typedef struct {
  char *title;
  char *body;
  SynDocument *document;
  SynSpan *sentences; /* by number, in the document; empty where not found */
  guint n_sentences;
} AnnotatedArticle;

typedef struct {
  GArray *articles;  /* of AnnotatedArticle */
  JsonObject *notes; /* the whole annotation */
  SynAlignment *alignment;
  JsonParser *parser;
} AnnotatedStory;

/* Reads the story, analyses its articles and aligns them. A broken story fails the test. */
AnnotatedStory *annotated_story_new  (const char *name);
void            annotated_story_free (AnnotatedStory *self);

/* The mention counts for a sentence of its article when they share half of the shorter of the two. */
gboolean        annotated_story_touches (const AnnotatedStory *self, const SynMention *mention, guint sentence);

/* "S2.16" apart: article 2, sentence 16. */
void            annotated_story_read_id (const char *id, guint *article, guint *sentence);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnnotatedStory, annotated_story_free)
