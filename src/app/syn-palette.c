#include "syn-palette.h"

#include <adwaita.h>

static void
look_up (GtkStyleContext *style, const char *name, GdkRGBA *color)
{
  if (!gtk_style_context_lookup_color (style, name, color)) {
    *color = (GdkRGBA){ 0, 0, 0, 0 };
  }
}

void
syn_palette_load (SynPalette *self, GtkWidget *widget)
{
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  GdkDisplay *display = gtk_widget_get_display (widget);

  for (guint kind = 0; kind < SYN_N_KINDS; kind++) {
    const struct {
      const char *name;
      GdkRGBA *color;
    } roles[] = {
      { "tint", &self->tint[kind] }, { "selected", &self->selected[kind] }, { "belt", &self->belt[kind] },
      { "line", &self->line[kind] }, { "label", &self->label[kind] },
    };

    for (gsize i = 0; i < G_N_ELEMENTS (roles); i++) {
      g_autofree char *name = g_strdup_printf ("syn_%s_%s", syn_kind_get_css_name (kind), roles[i].name);

      look_up (style, name, roles[i].color);
    }
  }

  look_up (style, "syn_text", &self->text);
  look_up (style, "syn_page", &self->page);
  look_up (style, "syn_secondary", &self->secondary);
  look_up (style, "syn_gutter", &self->gutter);
  self->is_high_contrast = adw_style_manager_get_high_contrast (adw_style_manager_get_for_display (display));
}
