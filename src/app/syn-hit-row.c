#include "config.h"

#include "syn-hit-row.h"

struct _SynHitRow {
  GtkWidget parent_instance;

  /* template */
  GtkLabel *headline;
  GtkLabel *summary;
  GtkLabel *snippet;
};

G_DEFINE_FINAL_TYPE (SynHitRow, syn_hit_row, GTK_TYPE_WIDGET)

static void
syn_hit_row_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL) {
    gtk_widget_unparent (child);
  }

  G_OBJECT_CLASS (syn_hit_row_parent_class)->dispose (object);
}

static void
syn_hit_row_class_init (SynHitRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = syn_hit_row_dispose;

  gtk_widget_class_set_css_name (widget_class, "story-row");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, SYN_RESOURCE_PATH "/syn-hit-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SynHitRow, headline);
  gtk_widget_class_bind_template_child (widget_class, SynHitRow, summary);
  gtk_widget_class_bind_template_child (widget_class, SynHitRow, snippet);
}

static void
syn_hit_row_init (SynHitRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
syn_hit_row_new (void)
{
  return g_object_new (SYN_TYPE_HIT_ROW, NULL);
}

/* What it says to a screen reader. */
static char *
dup_name (SynArticleItem *item)
{
  g_autofree char *summary = syn_article_item_dup_summary (item);
  const char *snippet = syn_article_item_get_snippet (item);
  g_autofree char *passage = NULL;

  if (snippet != NULL) {
    pango_parse_markup (snippet, -1, 0, NULL, &passage, NULL, NULL);
  }

  return g_strdup_printf ("%s. %s. %s", syn_article_item_get_headline (item), summary,
                          passage != NULL ? passage : "");
}

void
syn_hit_row_set_item (SynHitRow *self, SynArticleItem *item)
{
  g_autofree char *summary = syn_article_item_dup_summary (item);
  g_autofree char *name = dup_name (item);
  GtkWidget *list_row = gtk_widget_get_parent (GTK_WIDGET (self));
  const char *headline = syn_article_item_get_marked_headline (item);
  const char *snippet = syn_article_item_get_snippet (item);

  if (headline != NULL) {
    gtk_label_set_markup (self->headline, headline);
  } else {
    gtk_label_set_text (self->headline, syn_article_item_get_headline (item));
  }
  gtk_label_set_label (self->summary, summary);
  gtk_widget_set_visible (GTK_WIDGET (self->summary), *summary != '\0');
  gtk_label_set_markup (self->snippet, snippet != NULL ? snippet : "");
  gtk_widget_set_visible (GTK_WIDGET (self->snippet), snippet != NULL);
  if (list_row != NULL) {
    gtk_accessible_update_property (GTK_ACCESSIBLE (list_row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  }
}
