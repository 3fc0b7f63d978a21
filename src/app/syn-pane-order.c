#include "syn-pane-order.h"

struct _SynPaneOrder {
  GArray *articles; /* guint: all, the shown ones first */
  guint n_shown;
};

SynPaneOrder *
syn_pane_order_new (void)
{
  SynPaneOrder *self = g_new0 (SynPaneOrder, 1);

  self->articles = g_array_new (FALSE, FALSE, sizeof (guint));

  return self;
}

void
syn_pane_order_free (SynPaneOrder *self)
{
  g_array_unref (self->articles);
  g_free (self);
}

void
syn_pane_order_set (SynPaneOrder *self, const guint *panes, guint n, guint n_articles)
{
  g_array_set_size (self->articles, 0);
  if (n > 0) {
    g_array_append_vals (self->articles, panes, n);
  }
  self->n_shown = n;
  for (guint i = 0; i < n_articles; i++) {
    if (syn_pane_order_get_place (self, i) == G_MAXUINT) {
      g_array_append_val (self->articles, i);
    }
  }
}

const guint *
syn_pane_order_get_panes (const SynPaneOrder *self, gsize *n)
{
  *n = self->n_shown;

  return (const guint *) self->articles->data;
}

const guint *
syn_pane_order_get_all (const SynPaneOrder *self, gsize *n)
{
  *n = self->articles->len;

  return (const guint *) self->articles->data;
}

guint
syn_pane_order_get_place (const SynPaneOrder *self, guint article)
{
  for (guint i = 0; i < self->articles->len; i++) {
    if (g_array_index (self->articles, guint, i) == article) {
      return i;
    }
  }

  return G_MAXUINT;
}

gboolean
syn_pane_order_is_shown (const SynPaneOrder *self, guint article)
{
  return syn_pane_order_get_place (self, article) < self->n_shown;
}

static void
put (SynPaneOrder *self, guint from, guint to)
{
  guint article = g_array_index (self->articles, guint, from);

  g_array_remove_index (self->articles, from);
  g_array_insert_val (self->articles, to, article);
}

gboolean
syn_pane_order_show (SynPaneOrder *self, guint article)
{
  guint place = syn_pane_order_get_place (self, article);

  if (place == G_MAXUINT || place < self->n_shown) {
    return FALSE;
  }

  put (self, place, self->n_shown);
  self->n_shown++;

  return TRUE;
}

/* Among those without a pane it stands where the story has it. */
gboolean
syn_pane_order_hide (SynPaneOrder *self, guint article)
{
  guint place = syn_pane_order_get_place (self, article);
  guint to;

  if (place >= self->n_shown || self->n_shown == 1) {
    return FALSE;
  }

  self->n_shown--;
  to = self->n_shown;
  while (to + 1 < self->articles->len && g_array_index (self->articles, guint, to + 1) < article) {
    to++;
  }
  put (self, place, to);

  return TRUE;
}

gboolean
syn_pane_order_move (SynPaneOrder *self, guint article, int by)
{
  guint place = syn_pane_order_get_place (self, article);
  int to;

  if (place >= self->n_shown) {
    return FALSE;
  }

  to = CLAMP ((int) place + by, 0, (int) self->n_shown - 1);
  put (self, place, to);

  return to != (int) place;
}
