#include "syn-why.h"

#include <glib/gi18n.h>
#include <string.h>

#include "syn-button-names.h"
#include "syn-letter-chip.h"

#define WIDTH        560
#define MAX_HEIGHT   480
#define PART_SPACING 12
#define KIND_WIDTH   8 /* characters */
#define LABEL_WIDTH  64
#define WEIGHT_WIDTH 60

static const char *
kind_name (SynReasonKind kind)
{
  switch (kind) {
  case SYN_REASON_FIGURE:
    return _ ("Figure");
  case SYN_REASON_NAME:
    return _ ("Names");
  case SYN_REASON_DATE:
    return _ ("Date");
  case SYN_REASON_QUOTE:
    return _ ("Quote");
  case SYN_REASON_TERM:
    return _ ("Terms");
  case SYN_REASON_MEANING:
  default:
    return _ ("Meaning");
  }
}

static GtkWidget *
create_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  /* Else the popover is as high as with one word a line. */
  gtk_label_set_max_width_chars (GTK_LABEL (label), LABEL_WIDTH);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  if (css_class != NULL) {
    gtk_widget_add_css_class (label, css_class);
  }

  return label;
}

/* "Why highlighted?" and the score beside the reader's threshold. */
static GtkWidget *
create_heading (SynSession *session, const SynFact *fact)
{
  GtkWidget *heading = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, PART_SPACING);
  GtkWidget *title = create_label (_ ("Why highlighted?"), "heading");
  /* Translators: a fact's score, and the threshold that the reader set. */
  g_autofree char *words = g_strdup_printf (_ ("Shown, since %.2f is not below your %.2f"), fact->confidence,
                                            syn_session_get_threshold (session));
  GtkWidget *score = create_label (words, "syn-small");

  gtk_widget_add_css_class (score, "syn-secondary");
  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (heading), title);
  gtk_box_append (GTK_BOX (heading), score);

  return heading;
}

/* What speaks for the fact in that mention stands out. */
static PangoAttrList *
create_attributes (const SynFact *fact, const SynMention *mention)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  for (gsize i = 0; i < fact->n_reasons; i++) {
    for (gsize k = 0; k < fact->reasons[i].n_evidence; k++) {
      const SynEvidence *evidence = &fact->reasons[i].evidence[k];
      SynSpan span = syn_span_intersect (evidence->span, mention->span);
      PangoAttribute *bold;

      if (&fact->mentions[evidence->mention] != mention || syn_span_length (span) == 0) {
        continue;
      }
      bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
      bold->start_index = span.start - mention->span.start;
      bold->end_index = span.end - mention->span.start;
      pango_attr_list_insert (attributes, bold);
    }
  }

  return attributes;
}

static GtkWidget *
create_passage (SynSession *session, const SynFact *fact, const SynMention *mention)
{
  SynDocument *document =
      syn_comparison_get_document (syn_session_get_comparison (session), mention->article);
  g_autofree char *text = g_strdelimit (syn_document_dup_span (document, mention->span), "\n", ' ');
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, PART_SPACING);
  GtkWidget *chip = syn_letter_chip_new (syn_session_get_place (session, mention->article));
  GtkWidget *label = create_label (text, "card-passage");
  /* The text may have white space at its ends collapsed, but no byte is lost: offsets hold. */
  PangoAttrList *attributes = create_attributes (fact, mention);

  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  pango_attr_list_unref (attributes);
  syn_letter_chip_set_stance (SYN_LETTER_CHIP (chip), fact->stances[mention->article]);
  gtk_widget_set_valign (chip, GTK_ALIGN_START);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (row), chip);
  gtk_box_append (GTK_BOX (row), label);

  return row;
}

static GtkWidget *
create_passages (SynSession *session, const SynFact *fact)
{
  GtkWidget *passages = gtk_box_new (GTK_ORIENTATION_VERTICAL, PART_SPACING / 2);
  gsize n;
  const guint *order = syn_session_get_order (session, &n);

  gtk_widget_add_css_class (passages, "why-passages");
  for (gsize i = 0; i < n; i++) {
    const SynMention *mention = syn_fact_find_mention (fact, order[i]);

    if (mention != NULL) {
      gtk_box_append (GTK_BOX (passages), create_passage (session, fact, mention));
    }
  }

  return passages;
}

static GtkWidget *
create_weight (double weight)
{
  GtkWidget *bar = gtk_level_bar_new ();
  g_autofree char *words = g_strdup_printf ("%.2f", weight);

  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_LOW);
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_HIGH);
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_FULL);
  gtk_level_bar_set_value (GTK_LEVEL_BAR (bar), CLAMP (weight, 0, 1));
  gtk_widget_set_size_request (bar, WEIGHT_WIDTH, -1);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (bar, "why");
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);

  return bar;
}

/* Of a reason that speaks against the fact there is no bar: its words say so. */
static GtkWidget *
create_reasons (const SynFact *fact)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), PART_SPACING);
  gtk_grid_set_row_spacing (GTK_GRID (grid), PART_SPACING / 2);
  for (gsize i = 0; i < fact->n_reasons; i++) {
    const SynReason *reason = &fact->reasons[i];
    GtkWidget *kind = create_label (kind_name (reason->kind), "heading");
    GtkWidget *text = create_label (reason->text, NULL);

    gtk_label_set_wrap (GTK_LABEL (kind), FALSE);
    gtk_label_set_width_chars (GTK_LABEL (kind), KIND_WIDTH);
    gtk_widget_set_valign (kind, GTK_ALIGN_START);
    gtk_widget_set_hexpand (text, TRUE);
    gtk_grid_attach (GTK_GRID (grid), kind, 0, i, 1, 1);
    gtk_grid_attach (GTK_GRID (grid), text, 1, i, 1, 1);
    if (reason->weight > 0) {
      g_autofree char *share = g_strdup_printf ("%.2f", reason->weight);
      GtkWidget *number = create_label (share, "syn-small");

      gtk_widget_add_css_class (number, "numeric");
      gtk_grid_attach (GTK_GRID (grid), create_weight (reason->weight), 2, i, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), number, 3, i, 1, 1);
    }
  }

  return grid;
}

static GtkWidget *
create_content (SynSession *session, const SynFact *fact)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, PART_SPACING);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *note = create_label (_ ("Similar wording is no proof that a statement is true."), "syn-small");

  gtk_widget_add_css_class (note, "syn-secondary");
  gtk_box_append (GTK_BOX (content), create_heading (session, fact));
  gtk_box_append (GTK_BOX (content), create_passages (session, fact));
  gtk_box_append (GTK_BOX (content), create_reasons (fact));
  gtk_box_append (GTK_BOX (content), note);
  gtk_widget_add_css_class (content, "why");

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), MAX_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), content);

  return scrolled;
}

/* Made when it is asked for: the fact may have changed since. */
static void
fill (GtkMenuButton *button, gpointer user_data)
{
  SynSession *session = user_data;
  SynFactItem *item = syn_session_get_selected (session);
  GtkPopover *popover = gtk_menu_button_get_popover (button);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (button));
  GtkWidget *content;

  if (item == NULL) {
    return;
  }

  content = create_content (session, syn_fact_item_get_fact (item));
  gtk_widget_set_size_request (content, MIN (WIDTH, gtk_widget_get_width (GTK_WIDGET (root)) - 48), -1);
  gtk_popover_set_child (popover, content);
}

static void
update (GtkWidget *button, SynSession *session)
{
  gtk_widget_set_sensitive (button, syn_session_get_selected (session) != NULL);
}

static void
on_selection_changed (SynSession *session, GtkWidget *button)
{
  update (button, session);
}

GtkWidget *
syn_why_button_new (SynSession *session, const char *label)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();

  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), label);
  gtk_menu_button_set_use_underline (GTK_MENU_BUTTON (button), TRUE);
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (button), GTK_ARROW_UP);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), fill, g_object_ref (session),
                                         g_object_unref);
  gtk_widget_set_tooltip_text (button, _ ("Why Highlighted? (Alt+Enter)"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Why highlighted?"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Why highlighted?"), -1);
  update (button, session);
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (on_selection_changed), button, 0);
  g_signal_connect_object (session, "marks-changed", G_CALLBACK (on_selection_changed), button, 0);

  return button;
}
