#include "syn-article-buffer.h"

#include <math.h>

#define BELOW_HEADING 12
#define BELOW_CAPTION 6
/* Han, Kana and Hangul fill their band: a pitch of 30 in place of 27. */
#define INSIDE_WRAP_CJK 8

/* Screen readers get a kind as an attribute of the text; what is seen is painted, so the tags' own lines
 * are clear. */
void
syn_article_buffer_add_tags (GtkTextBuffer *buffer)
{
  static const PangoUnderline underlines[SYN_N_KINDS] = {
    [SYN_KIND_SHARED] = PANGO_UNDERLINE_SINGLE,   [SYN_KIND_SIMILAR] = PANGO_UNDERLINE_LOW,
    [SYN_KIND_CONFLICT] = PANGO_UNDERLINE_DOUBLE, [SYN_KIND_ONLY_HERE] = PANGO_UNDERLINE_NONE,
    [SYN_KIND_LOADED] = PANGO_UNDERLINE_LOW,
  };
  /* Pango takes an alpha of exactly 0 for an opaque one. */
  const GdkRGBA clear = { 0, 0, 0, 0.002f };

  gtk_text_buffer_create_tag (buffer, "heading", "weight", PANGO_WEIGHT_BOLD, "pixels-below-lines",
                              BELOW_HEADING, NULL);
  gtk_text_buffer_create_tag (buffer, "caption", "family", "sans-serif", "size-points", 9.0,
                              "pixels-below-lines", BELOW_CAPTION, NULL);
  gtk_text_buffer_create_tag (buffer, "cjk", "pixels-inside-wrap", INSIDE_WRAP_CJK, NULL);
  gtk_text_buffer_create_tag (buffer, "lead", "pixels-above-lines", SYN_ARTICLE_LEAD, NULL);
  gtk_text_buffer_create_tag (buffer, "tail", "pixels-below-lines", SYN_BELOW_TEXT, NULL);

  for (guint kind = 0; kind < SYN_N_KINDS; kind++) {
    gtk_text_buffer_create_tag (buffer, syn_kind_get_css_name (kind), "underline", underlines[kind],
                                "underline-rgba", &clear, NULL);
  }
}

static void
apply_tag (GtkTextBuffer *buffer, const char *name, guint start, guint end)
{
  GtkTextIter from, to;

  gtk_text_buffer_get_iter_at_offset (buffer, &from, start);
  gtk_text_buffer_get_iter_at_offset (buffer, &to, end);
  gtk_text_buffer_apply_tag_by_name (buffer, name, &from, &to);
}

/* Of its language, so that Han characters get the right forms and screen readers the right voice. */
static void
apply_language (GtkTextBuffer *buffer, const SynPageParagraph *paragraph)
{
  static const char *const cjk[] = { "zh", "ja", "ko", NULL };
  g_autofree char *name = NULL;

  if (paragraph->language == NULL || *paragraph->language == '\0') {
    return;
  }

  name = g_strdup_printf ("language-%s", paragraph->language);
  if (gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), name) == NULL) {
    gtk_text_buffer_create_tag (buffer, name, "language", paragraph->language, NULL);
  }
  apply_tag (buffer, name, paragraph->start, paragraph->end);
  if (g_strv_contains (cjk, paragraph->language)) {
    apply_tag (buffer, "cjk", paragraph->start, paragraph->end);
  }
}

void
syn_article_buffer_set_text (GtkTextBuffer *buffer, const SynPageText *text)
{
  gsize n;
  const SynPageParagraph *paragraphs = syn_page_text_get_paragraphs (text, &n);
  GtkTextIter start;

  gtk_text_buffer_set_text (buffer, syn_page_text_get_text (text), -1);

  for (gsize i = 0; i < n; i++) {
    if (paragraphs[i].kind == SYN_PAGE_HEADING) {
      apply_tag (buffer, "heading", paragraphs[i].start, paragraphs[i].end);
    } else if (paragraphs[i].kind == SYN_PAGE_CAPTION) {
      apply_tag (buffer, "caption", paragraphs[i].start, paragraphs[i].end);
    }
    apply_language (buffer, &paragraphs[i]);
  }
  if (n > 0) {
    apply_tag (buffer, "lead", paragraphs[0].start, paragraphs[0].end);
    apply_tag (buffer, "tail", paragraphs[n - 1].start, paragraphs[n - 1].end);
  }

  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
}

void
syn_article_buffer_set_marks (GtkTextBuffer *buffer, const SynMarks *marks, guint kinds)
{
  GtkTextIter start, end;
  gsize n = 0;
  const SynMark *all = marks != NULL ? syn_marks_get_all (marks, &n) : NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  for (guint kind = 0; kind < SYN_N_KINDS; kind++) {
    gtk_text_buffer_remove_tag_by_name (buffer, syn_kind_get_css_name (kind), &start, &end);
  }

  for (gsize i = 0; i < n; i++) {
    if (!all[i].in_title && (kinds & (1u << all[i].kind))) {
      apply_tag (buffer, syn_kind_get_css_name (all[i].kind), all[i].start, all[i].end);
    }
  }
}

static GtkTextTag *
find_tag (GtkTextBuffer *buffer, const char *name)
{
  return gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), name);
}

void
syn_article_buffer_set_tail (GtkTextBuffer *buffer, int pixels)
{
  g_object_set (find_tag (buffer, "tail"), "pixels-below-lines", MAX (SYN_BELOW_TEXT, pixels), NULL);
}

int
syn_article_buffer_get_tail (GtkTextBuffer *buffer)
{
  int pixels;

  g_object_get (find_tag (buffer, "tail"), "pixels-below-lines", &pixels, NULL);

  return pixels;
}

void
syn_article_buffer_set_scale (GtkTextBuffer *buffer, double scale)
{
  g_object_set (find_tag (buffer, "cjk"), "pixels-inside-wrap", (int) round (INSIDE_WRAP_CJK * scale), NULL);
}

void
syn_article_buffer_set_caption_color (GtkTextBuffer *buffer, const GdkRGBA *color)
{
  g_object_set (find_tag (buffer, "caption"), "foreground-rgba", color, NULL);
}
