#include "config.h"

#include "syn-writer-private.h"

struct _SynWriter {
  SynStore *store;
  GThread *thread;
  GAsyncQueue *jobs;

  /* Guards the answers of the jobs that somebody waits for. */
  GMutex lock;
  GCond done;
};

typedef struct {
  SynWriterFunc func; /* NULL ends the thread */
  gpointer data;
  GDestroyNotify destroy;
  gboolean is_awaited; /* then it lies on the waiting thread's stack */
  gboolean is_done;
  gboolean answer;
  GError *error;
} Job;

static void
finish (SynWriter *self, Job *job)
{
  if (job->is_awaited) {
    g_mutex_lock (&self->lock);
    job->is_done = TRUE;
    g_cond_broadcast (&self->done);
    g_mutex_unlock (&self->lock);
    return;
  }

  if (job->error != NULL)
    g_info ("The library was not changed: %s", job->error->message);
  if (job->destroy != NULL)
    job->destroy (job->data);
  g_clear_error (&job->error);
  g_free (job);
}

static gpointer
work (gpointer data)
{
  SynWriter *self = data;

  while (TRUE) {
    Job *job = g_async_queue_pop (self->jobs);

    if (job->func == NULL) {
      g_free (job);
      return NULL;
    }
    job->answer = job->func (self->store, job->data, &job->error);
    finish (self, job);
  }
}

SynWriter *
syn_writer_new (SynStore *store)
{
  SynWriter *self = g_new0 (SynWriter, 1);

  self->store = store;
  self->jobs = g_async_queue_new ();
  g_mutex_init (&self->lock);
  g_cond_init (&self->done);
  self->thread = g_thread_new ("library-writer", work, self);

  return self;
}

void
syn_writer_free (SynWriter *self)
{
  g_async_queue_push (self->jobs, g_new0 (Job, 1));
  g_thread_join (self->thread);

  syn_store_close (self->store);
  g_async_queue_unref (self->jobs);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->done);
  g_free (self);
}

gboolean
syn_writer_run (SynWriter *self, SynWriterFunc func, gpointer data, GError **error)
{
  Job job = { .func = func, .data = data, .is_awaited = TRUE };

  g_return_val_if_fail (g_thread_self () != self->thread, FALSE);

  g_async_queue_push (self->jobs, &job);

  g_mutex_lock (&self->lock);
  while (!job.is_done)
    g_cond_wait (&self->done, &self->lock);
  g_mutex_unlock (&self->lock);

  if (job.error != NULL)
    g_propagate_error (error, job.error);

  return job.answer;
}

void
syn_writer_push (SynWriter *self, SynWriterFunc func, gpointer data, GDestroyNotify destroy)
{
  Job *job = g_new0 (Job, 1);

  job->func = func;
  job->data = data;
  job->destroy = destroy;
  g_async_queue_push (self->jobs, job);
}
