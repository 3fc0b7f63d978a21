/* Which of the compared articles have a pane: a list of switches in the story title's popover. */
#pragma once

#include "syn-session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SYN_TYPE_ARTICLE_CHOOSER (syn_article_chooser_get_type ())
G_DECLARE_FINAL_TYPE (SynArticleChooser, syn_article_chooser, SYN, ARTICLE_CHOOSER, GtkWidget)

GtkWidget *syn_article_chooser_new (SynSession *session);

G_END_DECLS
