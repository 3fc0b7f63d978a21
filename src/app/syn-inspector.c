#include "syn-inspector.h"

#include <glib/gi18n.h>

#include "syn-button-names.h"
#include "syn-fact-heading.h"
#include "syn-facts-list.h"
#include "syn-figures-list.h"
#include "syn-legend.h"

struct _SynInspector {
  GtkWidget parent_instance;

  /* template */
  GtkBox *columns;
  GtkBox *heading_place;
  GtkBox *marks_place;
  GtkStack *lists;
  GtkLabel *n_facts;
  GtkLabel *n_figures;
  GtkToggleButton *figures_tab;
  GtkScale *sensitivity;
  GtkAdjustment *threshold;
  GtkLabel *threshold_label;

  /* owned */
  SynSession *session;

  /* borrowed */
  GtkWidget *facts;
  SynLegend *legend;
};

G_DEFINE_FINAL_TYPE (SynInspector, syn_inspector, GTK_TYPE_WIDGET)

static void
update_counts (SynInspector *self)
{
  guint n = g_list_model_get_n_items (syn_session_get_facts (self->session));
  double threshold = syn_session_get_threshold (self->session);
  SynComparison *comparison = syn_session_get_comparison (self->session);
  g_autofree char *facts = g_strdup_printf ("%u", n);
  g_autofree char *value = g_strdup_printf ("%.2f", threshold);
  /* Translators: the slider's value for screen readers: "0.50, 17 facts shown". */
  g_autofree char *words =
      g_strdup_printf (ngettext ("%.2f, %u fact shown", "%.2f, %u facts shown", n), threshold, n);
  gsize n_figures = 0;

  if (comparison != NULL) {
    syn_alignment_get_figures (syn_comparison_get_alignment (comparison), &n_figures);
  }

  gtk_label_set_text (self->n_facts, facts);
  gtk_label_set_text (self->threshold_label, value);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->sensitivity), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                  words, -1);

  g_free (g_steal_pointer (&facts));
  facts = g_strdup_printf ("%u", (guint) n_figures);
  gtk_label_set_text (self->n_figures, facts);
  gtk_widget_set_sensitive (GTK_WIDGET (self->figures_tab), n_figures > 0);
}

/* The slider runs from stricter to looser, the threshold the other way. */
static gboolean
mirror (GBinding *binding, const GValue *from, GValue *to, gpointer user_data)
{
  g_value_set_double (to, SYN_STRICTEST_THRESHOLD + SYN_LOOSEST_THRESHOLD - g_value_get_double (from));

  return TRUE;
}

static void
on_tab (SynInspector *self)
{
  gtk_stack_set_visible_child_name (self->lists,
                                    gtk_toggle_button_get_active (self->figures_tab) ? "figures" : "facts");
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

  gtk_widget_class_set_css_name (widget_class, "inspector");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, SYN_RESOURCE_PATH "/syn-inspector.ui");
  gtk_widget_class_bind_template_child (widget_class, SynInspector, columns);
  gtk_widget_class_bind_template_child (widget_class, SynInspector, heading_place);
  gtk_widget_class_bind_template_child (widget_class, SynInspector, marks_place);
  gtk_widget_class_bind_template_child (widget_class, SynInspector, lists);
  gtk_widget_class_bind_template_child (widget_class, SynInspector, n_facts);
  gtk_widget_class_bind_template_child (widget_class, SynInspector, n_figures);
  gtk_widget_class_bind_template_child (widget_class, SynInspector, figures_tab);
  gtk_widget_class_bind_template_child (widget_class, SynInspector, sensitivity);
  gtk_widget_class_bind_template_child (widget_class, SynInspector, threshold);
  gtk_widget_class_bind_template_child (widget_class, SynInspector, threshold_label);
  gtk_widget_class_bind_template_callback (widget_class, on_tab);
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

  self->session = g_object_ref (session);
  self->facts = syn_facts_list_new (session);
  gtk_stack_add_named (self->lists, self->facts, "facts");
  gtk_stack_add_named (self->lists, syn_figures_list_new (session), "figures");
  gtk_stack_set_visible_child_name (self->lists, "facts");
  gtk_box_append (self->heading_place, syn_fact_heading_new (session, TRUE));
  self->legend = SYN_LEGEND (syn_legend_new (session, FALSE));
  gtk_box_prepend (self->marks_place, GTK_WIDGET (self->legend));

  g_object_bind_property_full (session, "threshold", self->threshold, "value",
                               G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE, mirror, mirror, NULL, NULL);
  update_counts (self);
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
