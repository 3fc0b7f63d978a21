/* Progress from a working thread to a main context: only the latest, so that a quick job does not flood it. */
#pragma once

#include "syn-engine.h"

G_BEGIN_DECLS

typedef struct _SynProgressRelay SynProgressRelay;

/* Reports on the calling thread's default main context. `progress` nullable. */
SynProgressRelay *syn_progress_relay_new   (SynEngineProgress progress, gpointer user_data);

/* Nothing is reported any more: to be called on that context, when the job's result is handed out. */
void              syn_progress_relay_stop  (SynProgressRelay *self);
void              syn_progress_relay_unref (SynProgressRelay *self);

/* A SynEngineProgress for any thread; `relay` is a SynProgressRelay. */
void              syn_progress_relay_report (guint done, guint total, const char *what, gpointer relay);

G_END_DECLS
