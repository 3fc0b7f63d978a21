#include "syn-legend.h"

#include <glib/gi18n.h>

#include "syn-button-names.h"
#include "syn-kind-sample.h"

struct _SynLegend {
  GtkWidget parent_instance;

  /* owned */
  SynSession *session;

  /* borrowed */
  GtkWidget *switches[SYN_N_KINDS]; /* GtkCheckButton, or GtkToggleButton in the bar */
  GtkWidget *counts[SYN_N_KINDS];   /* NULL in the bar */

  gboolean is_bar;
};

G_DEFINE_FINAL_TYPE (SynLegend, syn_legend, GTK_TYPE_WIDGET)

static void
update (SynLegend *self)
{
  for (guint kind = 0; kind < SYN_N_KINDS; kind++) {
    guint n = syn_session_count (self->session, kind);
    g_autofree char *count = g_strdup_printf ("%u", n);
    /* Translators: a switch of the legend and how many there are: "Shared, 8". */
    g_autofree char *name = g_strdup_printf (_ ("%s, %u"), syn_kind_get_name (kind), n);

    if (self->counts[kind] != NULL) {
      gtk_label_set_text (GTK_LABEL (self->counts[kind]), count);
    } else {
      gtk_widget_set_tooltip_text (self->switches[kind], name);
    }
    syn_button_names_set (self->switches[kind], name);
    g_object_set (self->switches[kind], "active", syn_session_shows (self->session, kind), NULL);
  }
}

static void
on_switched (SynLegend *self, GParamSpec *pspec, GtkWidget *button)
{
  gboolean is_active;

  g_object_get (button, "active", &is_active, NULL);
  for (guint kind = 0; kind < SYN_N_KINDS; kind++) {
    if (self->switches[kind] == button) {
      syn_session_set_shows (self->session, kind, is_active);
    }
  }
}

static GtkWidget *
create_label (SynKind kind, GtkWidget *button)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (syn_kind_get_mnemonic (kind));

  gtk_label_set_mnemonic_widget (GTK_LABEL (label), button);
  gtk_label_set_xalign (GTK_LABEL (label), 0);

  return label;
}

static void
add_to_bar (SynLegend *self, GtkWidget *box, SynKind kind)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = create_label (kind, button);

  gtk_widget_add_css_class (label, "syn-small");
  gtk_box_append (GTK_BOX (content), syn_kind_sample_new (kind));
  gtk_box_append (GTK_BOX (content), label);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "kind");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), button);
  self->switches[kind] = button;
}

static void
add_to_grid (SynLegend *self, GtkWidget *grid, SynKind kind)
{
  GtkWidget *button = gtk_check_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *count = gtk_label_new (NULL);

  gtk_box_append (GTK_BOX (content), syn_kind_sample_new (kind));
  gtk_box_append (GTK_BOX (content), create_label (kind, button));
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), content);
  gtk_widget_set_hexpand (button, TRUE);
  gtk_label_set_xalign (GTK_LABEL (count), 1);
  gtk_widget_add_css_class (count, "syn-secondary");
  gtk_widget_add_css_class (count, "numeric");
  gtk_grid_attach (GTK_GRID (grid), button, kind % 2 * 2, kind / 2, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), count, kind % 2 * 2 + 1, kind / 2, 1, 1);
  self->switches[kind] = button;
  self->counts[kind] = count;
}

static void
fill (SynLegend *self)
{
  GtkWidget *container;

  if (self->is_bar) {
    container = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  } else {
    container = gtk_grid_new ();
    gtk_grid_set_column_spacing (GTK_GRID (container), 18);
    gtk_grid_set_row_spacing (GTK_GRID (container), 3);
  }
  gtk_widget_set_parent (container, GTK_WIDGET (self));

  for (guint kind = 0; kind < SYN_N_KINDS; kind++) {
    if (self->is_bar) {
      add_to_bar (self, container, kind);
    } else {
      add_to_grid (self, container, kind);
    }
    g_signal_connect_swapped (self->switches[kind], "notify::active", G_CALLBACK (on_switched), self);
  }
}

static void
syn_legend_dispose (GObject *object)
{
  SynLegend *self = SYN_LEGEND (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL) {
    gtk_widget_unparent (child);
  }
  g_clear_object (&self->session);

  G_OBJECT_CLASS (syn_legend_parent_class)->dispose (object);
}

static void
syn_legend_class_init (SynLegendClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = syn_legend_dispose;

  gtk_widget_class_set_css_name (widget_class, "legend");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
syn_legend_init (SynLegend *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Marks shown"),
                                  -1);
}

GtkWidget *
syn_legend_new (SynSession *session, gboolean is_bar)
{
  SynLegend *self = g_object_new (SYN_TYPE_LEGEND, NULL);

  self->session = g_object_ref (session);
  self->is_bar = is_bar;
  fill (self);
  update (self);
  g_signal_connect_object (session, "marks-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "panes-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

void
syn_legend_set_narrow (SynLegend *self, gboolean is_narrow)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (gtk_widget_get_first_child (GTK_WIDGET (self)));

  g_return_if_fail (!self->is_bar);

  for (guint kind = 0; kind < SYN_N_KINDS; kind++) {
    GtkWidget *cells[] = { self->switches[kind], self->counts[kind] };

    for (int i = 0; i < 2; i++) {
      GtkGridLayoutChild *cell =
          GTK_GRID_LAYOUT_CHILD (gtk_layout_manager_get_layout_child (layout, cells[i]));

      gtk_grid_layout_child_set_column (cell, is_narrow ? i : (int) (kind % 2) * 2 + i);
      gtk_grid_layout_child_set_row (cell, is_narrow ? kind : kind / 2);
    }
  }
}
