#include "syn-findings-list.h"

#include <glib/gi18n.h>

#include "syn-letter-chip.h"
#include "syn-wrap-layout.h"

/* A finding's name keeps this much; of an entry's words so much is shown, the rest in the tooltip. */
#define WHAT_CHARACTERS  16
#define ENTRY_CHARACTERS 44
#define ENTRY_SPACING    3

struct _SynFindingsList {
  GtkWidget parent_instance;

  /* owned */
  SynSession *session;
  GtkWidget *scrolled;

  /* borrowed */
  GtkWidget *list;

  /* state */
  SynFindingsKind kind;
  gboolean is_current; /* the rows are those of the session's comparison and order */
};

G_DEFINE_FINAL_TYPE (SynFindingsList, syn_findings_list, GTK_TYPE_WIDGET)

/* Where an entry's button leads. */
typedef struct {
  SynSession *session; /* borrowed: the button goes with the list */
  guint article;
  SynSpan span;
} Target;

static void
on_clicked (GtkButton *button, Target *target)
{
  syn_session_show_passage (target->session, target->article, target->span);
}

static GtkWidget *
create_words (const char *text, guint characters)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), characters);

  return label;
}

/* The letter stands before the first of several entries of one article. */
static GtkWidget *
create_entry (SynFindingsList *self, const SynFindingEntry *entry, gboolean has_letter)
{
  g_autofree char *letter = syn_session_get_letter (self->session, entry->article);
  g_autofree char *name = g_strdup_printf ("%s, %s", letter, entry->text);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *words = create_words (entry->text, ENTRY_CHARACTERS);
  Target *target = g_new (Target, 1);

  *target = (Target){ self->session, entry->article, entry->span };
  gtk_widget_add_css_class (words, "card-passage");
  if (has_letter) {
    gtk_box_append (GTK_BOX (content),
                    syn_letter_chip_new (syn_session_get_place (self->session, entry->article)));
  }
  gtk_box_append (GTK_BOX (content), words);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "finding");
  gtk_widget_set_tooltip_text (button, entry->reason != NULL ? entry->reason : entry->text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_clicked), target, (GClosureNotify) (void *) g_free,
                         0);

  return button;
}

static GtkWidget *
create_sign (void)
{
  GtkWidget *sign = gtk_label_new ("≠");

  gtk_widget_add_css_class (sign, "conflict-sign");
  gtk_widget_set_tooltip_text (sign, _ ("These figures differ; they may not measure the same thing"));

  return sign;
}

static GtkWidget *
create_row (SynFindingsList *self, const SynFinding *finding)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *entries = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  if (finding->has_conflict) {
    gtk_box_append (GTK_BOX (content), create_sign ());
  }
  if (finding->what != NULL) {
    GtkWidget *what = create_words (finding->what, WHAT_CHARACTERS);

    gtk_label_set_width_chars (GTK_LABEL (what),
                               finding->has_conflict ? WHAT_CHARACTERS - 2 : WHAT_CHARACTERS);
    gtk_widget_set_tooltip_text (what, finding->what);
    gtk_box_append (GTK_BOX (content), what);
  }
  for (GtkWidget *child = gtk_widget_get_first_child (content); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    gtk_widget_set_valign (child, GTK_ALIGN_START);
    gtk_widget_add_css_class (child, "finding-what");
  }

  gtk_widget_set_layout_manager (entries, syn_wrap_layout_new (ENTRY_SPACING));
  gtk_widget_set_hexpand (entries, TRUE);
  for (guint i = 0; i < finding->entries->len; i++) {
    const SynFindingEntry *entry = &g_array_index (finding->entries, SynFindingEntry, i);
    gboolean is_first = i == 0 || entry[-1].article != entry->article;

    gtk_widget_set_parent (create_entry (self, entry, is_first), entries);
  }
  gtk_box_append (GTK_BOX (content), entries);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), content);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);

  return row;
}

/* A list out of sight has no rows: they cost time at every comparison. */
static void
update (SynFindingsList *self)
{
  SynComparison *comparison = syn_session_get_comparison (self->session);
  g_autoptr (GPtrArray) findings = NULL;
  GtkWidget *child;
  gsize n;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) || self->is_current) {
    return;
  }

  while ((child = gtk_widget_get_first_child (self->list)) != NULL) {
    gtk_list_box_remove (GTK_LIST_BOX (self->list), child);
  }
  self->is_current = TRUE;
  if (comparison == NULL) {
    return;
  }

  findings = syn_findings_new (comparison, self->kind, syn_session_get_order (self->session, &n));
  for (guint i = 0; i < findings->len; i++) {
    gtk_list_box_append (GTK_LIST_BOX (self->list), create_row (self, g_ptr_array_index (findings, i)));
  }
}

static void
on_changed (SynFindingsList *self)
{
  self->is_current = FALSE;
  update (self);
}

static void
syn_findings_list_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (syn_findings_list_parent_class)->map (widget);

  update (SYN_FINDINGS_LIST (widget));
}

static void
syn_findings_list_dispose (GObject *object)
{
  SynFindingsList *self = SYN_FINDINGS_LIST (object);

  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (syn_findings_list_parent_class)->dispose (object);
}

static void
syn_findings_list_class_init (SynFindingsListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = syn_findings_list_dispose;
  widget_class->map = syn_findings_list_map;

  gtk_widget_class_set_css_name (widget_class, "findingslist");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
syn_findings_list_init (SynFindingsList *self)
{
  self->scrolled = gtk_scrolled_window_new ();
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->list);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
}

GtkWidget *
syn_findings_list_new (SynSession *session, SynFindingsKind kind)
{
  SynFindingsList *self = g_object_new (SYN_TYPE_FINDINGS_LIST, NULL);

  self->session = g_object_ref (session);
  self->kind = kind;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  syn_findings_get_name (kind), -1);
  g_signal_connect_object (session, "articles-changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "panes-changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
