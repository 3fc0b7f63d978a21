/* Findings of one kind, a row each, every article's words beside its letter. A press on one leads to its passage. */
#pragma once

#include <gtk/gtk.h>

#include "syn-findings.h"
#include "syn-session.h"

G_BEGIN_DECLS

#define SYN_TYPE_FINDINGS_LIST (syn_findings_list_get_type ())
G_DECLARE_FINAL_TYPE (SynFindingsList, syn_findings_list, SYN, FINDINGS_LIST, GtkWidget)

GtkWidget *syn_findings_list_new (SynSession      *session,
                                  SynFindingsKind  kind);

G_END_DECLS
