#include "config.h"

#include "syn-import-queue.h"

typedef struct {
  GStrv paths;
  SynImportPurpose purpose;
} Lot;

struct _SynImportQueue {
  GObject parent_instance;

  /* owned */
  SynEngine *engine;
  GQueue waiting; /* Lot */
  Lot *running;
  GCancellable *cancellable; /* of the lot under way */
};

G_DEFINE_FINAL_TYPE (SynImportQueue, syn_import_queue, G_TYPE_OBJECT)

enum { PROP_IS_RUNNING = 1, N_PROPERTIES };
enum { SIGNAL_PROGRESS, SIGNAL_FINISHED, SIGNAL_FAILED, N_SIGNALS };

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

static void
lot_free (Lot *lot)
{
  g_strfreev (lot->paths);
  g_free (lot);
}

static void
on_progress (guint done, guint total, const char *what, gpointer user_data)
{
  g_signal_emit (user_data, signals[SIGNAL_PROGRESS], 0, done, total, what);
}

static void run_next (SynImportQueue *self);

static void
on_imported (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SynImportQueue) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SynImportReport) report = syn_engine_import_finish (SYN_ENGINE (source), result, &error);
  SynImportPurpose purpose = self->running->purpose;

  g_clear_pointer (&self->running, lot_free);
  g_clear_object (&self->cancellable);

  if (report != NULL) {
    g_signal_emit (self, signals[SIGNAL_FINISHED], 0, report, purpose);
  } else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
  }
  run_next (self);
}

static void
run_next (SynImportQueue *self)
{
  if (self->running == NULL) {
    self->running = g_queue_pop_head (&self->waiting);
    if (self->running != NULL) {
      self->cancellable = g_cancellable_new ();
      syn_engine_import_async (self->engine, (const char *const *) self->running->paths, self->cancellable,
                               on_progress, self, on_imported, g_object_ref (self));
    }
  }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_RUNNING]);
}

static void
syn_import_queue_get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  switch (property) {
  case PROP_IS_RUNNING:
    g_value_set_boolean (value, syn_import_queue_is_running (SYN_IMPORT_QUEUE (object)));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    break;
  }
}

static void
syn_import_queue_finalize (GObject *object)
{
  SynImportQueue *self = SYN_IMPORT_QUEUE (object);

  g_queue_clear_full (&self->waiting, (GDestroyNotify) lot_free);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->engine);

  G_OBJECT_CLASS (syn_import_queue_parent_class)->finalize (object);
}

static void
syn_import_queue_class_init (SynImportQueueClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = syn_import_queue_get_property;
  object_class->finalize = syn_import_queue_finalize;

  properties[PROP_IS_RUNNING] =
      g_param_spec_boolean ("is-running", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[SIGNAL_PROGRESS] =
      g_signal_new ("progress", SYN_TYPE_IMPORT_QUEUE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3,
                    G_TYPE_UINT, G_TYPE_UINT, G_TYPE_STRING);
  signals[SIGNAL_FINISHED] = g_signal_new ("finished", SYN_TYPE_IMPORT_QUEUE, G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_INT);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", SYN_TYPE_IMPORT_QUEUE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
syn_import_queue_init (SynImportQueue *self)
{
  g_queue_init (&self->waiting);
}

SynImportQueue *
syn_import_queue_new (SynEngine *engine)
{
  SynImportQueue *self = g_object_new (SYN_TYPE_IMPORT_QUEUE, NULL);

  self->engine = g_object_ref (engine);

  return self;
}

void
syn_import_queue_add (SynImportQueue *self, const char *const *paths, SynImportPurpose purpose)
{
  Lot *lot = g_new0 (Lot, 1);

  lot->paths = g_strdupv ((char **) paths);
  lot->purpose = purpose;
  g_queue_push_tail (&self->waiting, lot);
  run_next (self);
}

void
syn_import_queue_cancel (SynImportQueue *self)
{
  g_queue_clear_full (&self->waiting, (GDestroyNotify) lot_free);
  g_cancellable_cancel (self->cancellable);
}

gboolean
syn_import_queue_is_running (SynImportQueue *self)
{
  return self->running != NULL;
}
