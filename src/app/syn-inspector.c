#include "syn-inspector.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "syn-button-names.h"
#include "syn-fact-heading.h"
#include "syn-facts-list.h"
#include "syn-findings-list.h"
#include "syn-legend.h"

#define HEADING_WIDTH 348

struct _SynInspector {
  GtkWidget parent_instance;

  /* template */
  GtkBox *columns;
  GtkBox *heading_place;
  GtkBox *marks_place;
  GtkStack *lists;
  GtkBox *tabs;
  GtkScale *sensitivity;
  GtkAdjustment *threshold;
  GtkLabel *threshold_label;

  /* owned */
  SynSession *session;

  /* borrowed */
  GtkWidget *facts;
  GtkWidget *facts_tab;
  GtkWidget *findings_tabs[SYN_N_FINDINGS];
  SynFactHeading *heading;
  SynLegend *legend;

  gboolean is_counted; /* the findings of the comparison that is shown */
};

G_DEFINE_FINAL_TYPE (SynInspector, syn_inspector, GTK_TYPE_WIDGET)

/* "Quotes 10"; a finding that is not counted has its name alone. */
static void
set_count (GtkWidget *tab, const char *name, guint n, gboolean is_counted)
{
  GtkWidget *label = gtk_widget_get_last_child (gtk_button_get_child (GTK_BUTTON (tab)));
  g_autofree char *count = is_counted ? g_strdup_printf ("%u", n) : NULL;
  /* Translators: a tab and how many it lists: "Quotes, 10". */
  g_autofree char *words = is_counted ? g_strdup_printf (_ ("%s, %u"), name, n) : g_strdup (name);

  gtk_label_set_text (GTK_LABEL (label), count);
  gtk_widget_set_visible (label, is_counted);
  gtk_accessible_update_property (GTK_ACCESSIBLE (tab), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

/* Once they are in sight: to find them takes time that the panes are not to wait for. */
static void
count_findings (SynInspector *self)
{
  SynComparison *comparison = syn_session_get_comparison (self->session);
  gsize n;
  const guint *order = syn_session_get_order (self->session, &n);

  if (self->is_counted || !gtk_widget_get_mapped (GTK_WIDGET (self))) {
    return;
  }

  self->is_counted = TRUE;
  for (guint kind = 0; kind < SYN_N_FINDINGS; kind++) {
    g_autoptr (GPtrArray) findings = comparison != NULL ? syn_findings_new (comparison, kind, order) : NULL;

    set_count (self->findings_tabs[kind], syn_findings_get_name (kind),
               findings != NULL ? syn_findings_count (findings, kind) : 0, kind != SYN_FINDINGS_FRAMES);
    gtk_widget_set_sensitive (self->findings_tabs[kind], findings != NULL && findings->len > 0);
  }
}

static void
on_articles_changed (SynInspector *self)
{
  self->is_counted = FALSE;
  count_findings (self);
}

static void
update_counts (SynInspector *self)
{
  guint n = g_list_model_get_n_items (syn_session_get_facts (self->session));
  double threshold = syn_session_get_threshold (self->session);
  g_autofree char *value = g_strdup_printf ("%.2f", threshold);
  /* Translators: the slider's value for screen readers: "0.50, 17 facts shown". */
  g_autofree char *words =
      g_strdup_printf (ngettext ("%.2f, %u fact shown", "%.2f, %u facts shown", n), threshold, n);

  set_count (self->facts_tab, _ ("Facts"), n, TRUE);
  gtk_label_set_text (self->threshold_label, value);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->sensitivity), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                  words, -1);
}

/* The slider runs from stricter to looser, the threshold the other way. */
static gboolean
mirror (GBinding *binding, const GValue *from, GValue *to, gpointer user_data)
{
  g_value_set_double (to, SYN_STRICTEST_THRESHOLD + SYN_LOOSEST_THRESHOLD - g_value_get_double (from));

  return TRUE;
}

/* ---- tabs ---- */

static void
on_tab (SynInspector *self, GtkToggleButton *tab)
{
  if (gtk_toggle_button_get_active (tab)) {
    gtk_stack_set_visible_child (self->lists, g_object_get_data (G_OBJECT (tab), "syn-list"));
  }
}

static GtkWidget *
add_tab (SynInspector *self, const char *name, GtkWidget *list)
{
  GtkWidget *tab = gtk_toggle_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *count = gtk_label_new (NULL);

  gtk_widget_add_css_class (count, "count");
  gtk_box_append (GTK_BOX (content), gtk_label_new (name));
  gtk_box_append (GTK_BOX (content), count);
  gtk_button_set_child (GTK_BUTTON (tab), content);
  gtk_widget_add_css_class (tab, "flat");
  gtk_widget_set_valign (tab, GTK_ALIGN_CENTER);
  if (self->facts_tab != NULL) {
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (tab), GTK_TOGGLE_BUTTON (self->facts_tab));
  }

  gtk_stack_add_child (self->lists, list);
  g_object_set_data (G_OBJECT (tab), "syn-list", list);
  g_signal_connect_object (tab, "toggled", G_CALLBACK (on_tab), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->tabs, tab);

  return tab;
}

static void
add_tabs (SynInspector *self)
{
  self->facts = syn_facts_list_new (self->session);
  self->facts_tab = add_tab (self, _ ("Facts"), self->facts);
  for (guint kind = 0; kind < SYN_N_FINDINGS; kind++) {
    self->findings_tabs[kind] =
        add_tab (self, syn_findings_get_name (kind), syn_findings_list_new (self->session, kind));
  }
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->facts_tab), TRUE);
}

/* ---- the type ---- */

static void
syn_inspector_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (syn_inspector_parent_class)->map (widget);

  count_findings (SYN_INSPECTOR (widget));
}

static void
syn_inspector_dispose (GObject *object)
{
  SynInspector *self = SYN_INSPECTOR (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL) {
    gtk_widget_unparent (child);
  }
  g_clear_object (&self->session);

  G_OBJECT_CLASS (syn_inspector_parent_class)->dispose (object);
}

static void
syn_inspector_class_init (SynInspectorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = syn_inspector_dispose;
  widget_class->map = syn_inspector_map;

  gtk_widget_class_set_css_name (widget_class, "inspector");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, SYN_RESOURCE_PATH "/syn-inspector.ui");
  gtk_widget_class_bind_template_child (widget_class, SynInspector, columns);
  gtk_widget_class_bind_template_child (widget_class, SynInspector, heading_place);
  gtk_widget_class_bind_template_child (widget_class, SynInspector, marks_place);
  gtk_widget_class_bind_template_child (widget_class, SynInspector, lists);
  gtk_widget_class_bind_template_child (widget_class, SynInspector, tabs);
  gtk_widget_class_bind_template_child (widget_class, SynInspector, sensitivity);
  gtk_widget_class_bind_template_child (widget_class, SynInspector, threshold);
  gtk_widget_class_bind_template_child (widget_class, SynInspector, threshold_label);
}

static void
syn_inspector_init (SynInspector *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  syn_button_names_fix (GTK_WIDGET (self));
  gtk_adjustment_configure (self->threshold, SYN_DEFAULT_THRESHOLD, SYN_LOOSEST_THRESHOLD,
                            SYN_STRICTEST_THRESHOLD, 0.01, 0.05, 0);
  /* A tick where the window begins, to find the way back. */
  gtk_scale_add_mark (self->sensitivity,
                      SYN_STRICTEST_THRESHOLD + SYN_LOOSEST_THRESHOLD - SYN_DEFAULT_THRESHOLD, GTK_POS_BOTTOM,
                      NULL);
}

GtkWidget *
syn_inspector_new (SynSession *session)
{
  SynInspector *self = g_object_new (SYN_TYPE_INSPECTOR, NULL);
  /* As wide for a short title as for a long one: the list beside it stays where it is. */
  GtkWidget *clamp = adw_clamp_new ();

  self->session = g_object_ref (session);
  add_tabs (self);
  self->heading = SYN_FACT_HEADING (syn_fact_heading_new (session, TRUE));
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), HEADING_WIDTH);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), HEADING_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->heading));
  gtk_box_append (self->heading_place, clamp);
  self->legend = SYN_LEGEND (syn_legend_new (session, FALSE));
  gtk_box_prepend (self->marks_place, GTK_WIDGET (self->legend));

  g_object_bind_property_full (session, "threshold", self->threshold, "value",
                               G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE, mirror, mirror, NULL, NULL);
  update_counts (self);
  g_signal_connect_object (session, "articles-changed", G_CALLBACK (on_articles_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "marks-changed", G_CALLBACK (update_counts), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

void
syn_inspector_set_narrow (SynInspector *self, gboolean is_narrow)
{
  gtk_widget_set_visible (GTK_WIDGET (self->heading_place), !is_narrow);
  syn_legend_set_narrow (self->legend, is_narrow);
  if (is_narrow) {
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  } else {
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
  }
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns),
                                  is_narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}

void
syn_inspector_focus_list (SynInspector *self)
{
  gtk_widget_child_focus (self->facts, GTK_DIR_TAB_FORWARD);
}

void
syn_inspector_show_why (SynInspector *self)
{
  syn_fact_heading_show_why (self->heading);
}
