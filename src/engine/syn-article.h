/* An article of the library or of a file given to `compare`: its fields, its text, its asides. Immutable, so views may
 * bind it; properties of the same names. */
#pragma once

#include <glib-object.h>

#include "syn-document.h"

G_BEGIN_DECLS

#define SYN_TYPE_ARTICLE (syn_article_get_type ())
G_DECLARE_FINAL_TYPE (SynArticle, syn_article, SYN, ARTICLE, GObject)

/* 0 for an article that is not in the library. */
gint64          syn_article_get_id        (SynArticle *self);
/* The story that it is in; 0 for an article that is not in the library or was not grouped yet. */
gint64          syn_article_get_story     (SynArticle *self);
/* NULL where the source does not say. */
const char     *syn_article_get_title     (SynArticle *self);
const char     *syn_article_get_outlet    (SynArticle *self);
const char     *syn_article_get_byline    (SynArticle *self);
const char     *syn_article_get_published (SynArticle *self);
const char     *syn_article_get_updated   (SynArticle *self);
const char     *syn_article_get_language  (SynArticle *self);
const char     *syn_article_get_url       (SynArticle *self);
const char     *syn_article_get_file      (SynArticle *self);
/* NULL in listings. */
const char     *syn_article_get_text      (SynArticle *self);
/* Bytes of the text, also in listings. */
gsize           syn_article_get_size      (SynArticle *self);
/* In bytes of the text; none in listings. */
const SynAside *syn_article_get_asides    (SynArticle *self, gsize *n);

/* What the import left out of the file, and why; none in listings. */
guint           syn_article_get_n_dropped (SynArticle *self);
const char     *syn_article_get_dropped   (SynArticle *self, guint number, const char **why);

/* What to call it where room is short: the outlet, else the byline, else a short title, else its first words, else the
 * file's name; never NULL. */
const char     *syn_article_get_label     (SynArticle *self);
/* What stands where a headline is wanted: the title, else its opening words, else the file's name; never NULL. */
const char     *syn_article_get_heading   (SynArticle *self);

/* The order in which a story's articles are read and compared, by day of
 * publication, undated ones last. It stays as the story is analysed, so that letters, facts and their counts keep their
 * places from one opening to the next. */
int             syn_article_compare_published (SynArticle *a, SynArticle *b);

G_END_DECLS
