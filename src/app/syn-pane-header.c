#include "syn-pane-header.h"

#include <glib/gi18n.h>

#include "syn-format.h"
#include "syn-headline.h"
#include "syn-letter-chip.h"

struct _SynPaneHeader {
  GtkWidget parent_instance;

  /* template */
  GtkWidget *outlet_row;
  SynLetterChip *letter;
  GtkLabel *outlet;
  GtkLabel *not_stated;
  GtkLabel *count;
  SynHeadline *headline;
  GtkLabel *details;

  guint article;
  gboolean has_outlet;
  gboolean is_compact;
  gboolean is_single;
};

G_DEFINE_FINAL_TYPE (SynPaneHeader, syn_pane_header, GTK_TYPE_WIDGET)

/* Languages of the text's paragraphs by their own names, most of the text first: "English, 中文". */
static char *
describe_languages (SynSession *session, guint article)
{
  SynComparison *comparison = syn_session_get_comparison (session);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  SynDocument *document;
  const SynParagraph *paragraphs;
  gsize n;

  if (comparison == NULL) {
    return syn_format_language (syn_article_get_language (syn_session_get_article (session, article)));
  }

  document = syn_comparison_get_document (comparison, article);
  g_ptr_array_add (names, syn_format_language (syn_document_get_language (document)));
  paragraphs = syn_document_get_paragraphs (document, &n);
  for (gsize i = 0; i < n; i++) {
    g_autofree char *name = syn_format_language (syn_document_get_string (document, paragraphs[i].language));

    if (paragraphs[i].kind == SYN_PARAGRAPH_TEXT && name != NULL &&
        !g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL)) {
      g_ptr_array_add (names, g_steal_pointer (&name));
    }
  }
  g_ptr_array_add (names, NULL);

  return names->pdata[0] != NULL ? g_strjoinv (_ (", "), (char **) names->pdata) : NULL;
}

/* "13 of 17 facts"; NULL while nothing has been compared. */
static char *
describe_count (SynPaneHeader *self, SynSession *session)
{
  const SynMarks *marks = syn_session_get_marks (session, self->article);
  guint n = g_list_model_get_n_items (syn_session_get_facts (session));

  if (marks == NULL || syn_session_get_n_articles (session) < 2) {
    return NULL;
  }

  return g_strdup_printf (ngettext ("%u of %u fact", "%u of %u facts", n), syn_marks_count_facts (marks), n);
}

static void
update_details (SynPaneHeader *self, SynSession *session)
{
  SynArticle *article = syn_session_get_article (session, self->article);
  g_autofree char *date = syn_format_date (syn_article_get_published (article));
  g_autofree char *languages = describe_languages (session, self->article);
  const char *byline = syn_article_get_byline (article);
  g_autofree char *count = self->is_single ? describe_count (self, session) : NULL;
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;
  g_autofree char *details = NULL;

  g_strv_builder_add (parts, date != NULL ? date : _ ("Date not stated"));
  g_strv_builder_add (parts, byline != NULL ? byline : _ ("no byline"));
  if (languages != NULL) {
    g_strv_builder_add (parts, languages);
  }
  if (count != NULL) {
    g_strv_builder_add (parts, count);
  }
  words = g_strv_builder_end (parts);
  details = g_strjoinv (" · ", words);

  gtk_label_set_text (self->details, details);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->details), details);
}

static void
syn_pane_header_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL) {
    gtk_widget_unparent (child);
  }

  G_OBJECT_CLASS (syn_pane_header_parent_class)->dispose (object);
}

static void
syn_pane_header_class_init (SynPaneHeaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = syn_pane_header_dispose;

  g_type_ensure (SYN_TYPE_LETTER_CHIP);
  g_type_ensure (SYN_TYPE_HEADLINE);
  gtk_widget_class_set_css_name (widget_class, "paneheader");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, SYN_RESOURCE_PATH "/syn-pane-header.ui");
  gtk_widget_class_bind_template_child (widget_class, SynPaneHeader, outlet_row);
  gtk_widget_class_bind_template_child (widget_class, SynPaneHeader, letter);
  gtk_widget_class_bind_template_child (widget_class, SynPaneHeader, outlet);
  gtk_widget_class_bind_template_child (widget_class, SynPaneHeader, not_stated);
  gtk_widget_class_bind_template_child (widget_class, SynPaneHeader, count);
  gtk_widget_class_bind_template_child (widget_class, SynPaneHeader, headline);
  gtk_widget_class_bind_template_child (widget_class, SynPaneHeader, details);
}

static void
syn_pane_header_init (SynPaneHeader *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
update_not_stated (SynPaneHeader *self)
{
  const char *label = gtk_label_get_text (self->outlet);
  g_autofree char *tooltip =
      self->has_outlet ? g_strdup (label) : g_strdup_printf (_ ("%s; outlet not stated"), label);

  gtk_widget_set_visible (GTK_WIDGET (self->not_stated), !self->has_outlet && !self->is_compact);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->outlet), tooltip);
}

void
syn_pane_header_set_compact (SynPaneHeader *self, gboolean is_compact)
{
  if (self->is_compact == is_compact) {
    return;
  }

  self->is_compact = is_compact;
  if (is_compact) {
    gtk_widget_add_css_class (GTK_WIDGET (self), "compact");
  } else {
    gtk_widget_remove_css_class (GTK_WIDGET (self), "compact");
  }
  update_not_stated (self);
}

void
syn_pane_header_set_single (SynPaneHeader *self, SynSession *session, gboolean is_single)
{
  self->is_single = is_single;
  gtk_widget_set_visible (self->outlet_row, !is_single);
  update_details (self, session);
}

void
syn_pane_header_set_article (SynPaneHeader *self, SynSession *session, guint article)
{
  SynArticle *shown = syn_session_get_article (session, article);
  const char *label = syn_article_get_label (shown);

  self->article = article;
  syn_letter_chip_set_place (self->letter, syn_session_get_place (session, article));
  gtk_label_set_text (self->outlet, label);
  self->has_outlet = syn_article_get_outlet (shown) != NULL;
  update_not_stated (self);
  syn_headline_set_text (self->headline, syn_article_get_title (shown));
  update_details (self, session);
}

void
syn_pane_header_update (SynPaneHeader *self, SynSession *session)
{
  g_autofree char *count = describe_count (self, session);

  syn_letter_chip_set_place (self->letter, syn_session_get_place (session, self->article));
  gtk_label_set_text (self->count, count != NULL ? count : "");
  update_details (self, session);
  syn_headline_set_marks (self->headline, syn_session_get_marks (session, self->article),
                          syn_session_get_kinds (session));
  syn_headline_set_selected (self->headline, syn_session_get_selected_fact (session));
}

char *
syn_pane_header_describe (SynPaneHeader *self, SynSession *session)
{
  SynArticle *article = syn_session_get_article (session, self->article);
  g_autofree char *letter = syn_session_get_letter (session, self->article);
  g_autofree char *date = syn_format_date (syn_article_get_published (article));
  g_autofree char *count = describe_count (self, session);
  g_autoptr (GString) words = g_string_new (NULL);

  /* Translators: a pane's name for screen readers: "Article A, The Guardian, 14 January 2025, 13 of 17
   * facts". */
  g_string_append_printf (words, _ ("Article %s, %s"), letter, syn_article_get_label (article));
  if (date != NULL) {
    g_string_append_printf (words, "%s%s", _ (", "), date);
  }
  if (count != NULL) {
    g_string_append_printf (words, "%s%s", _ (", "), count);
  }

  return g_string_free (g_steal_pointer (&words), FALSE);
}
