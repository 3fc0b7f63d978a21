/* One way to read a file. Each format is one SynReader in a file of its own, listed in syn-importer.c; a
 * reader is chosen by what the file holds, and by its name only between those that would take it. */
#pragma once

#include "syn-importer.h"

G_BEGIN_DECLS

/* Bounds on what is taken in. A file of articles may be large, a single article that is larger than a library
 * of books is none; elements nested deeper are read as if they stood at this depth. */
#define SYN_IMPORT_MAX_FILE    (64 << 20)
#define SYN_IMPORT_MAX_ARTICLE (16 << 20)
#define SYN_IMPORT_MAX_DEPTH   256
#define SYN_IMPORT_MAX_NODES   500000

/* A file under reading: what it holds and whom its articles go to. */
typedef struct {
  /* borrowed */
  const char *path;   /* as the caller gave it, in the file system's encoding */
  const char *ending; /* of its name, in lower case and without the dot; of "a.html.gz" it is "html" */
  const char *head;   /* as the readers' sniff() is given it */
  const guint8 *data; /* unpacked */
  gsize size;
  const SynImportOptions *options;
  GCancellable *cancellable;
  SynDraftFunc func;
  gpointer user_data;

  /* state */
  guint n_drafts;
  gboolean is_stopped; /* by the caller or by the cancellable: the reader returns TRUE at once */
} SynReading;

typedef struct {
  const char *name;

  /* How surely this reader's format is it, 0 (not at all) to 100, from the first bytes in `head` (ASCII
   * letters in lower case, of any encoding: bytes of value 0 are left out) and the file's lower-case ending
   * without the dot. */
  guint (*sniff) (const char *head, const char *ending);

  /* Hands out the articles through syn_reading_emit(). FALSE with SYN_ERROR when the file or its rest is
   * broken. */
  gboolean (*read) (SynReading *reading, GError **error);
} SynReader;

extern const SynReader syn_reader_feed;
extern const SynReader syn_reader_json;
extern const SynReader syn_reader_mail;
extern const SynReader syn_reader_other;
extern const SynReader syn_reader_page;
extern const SynReader syn_reader_plain;
extern const SynReader syn_reader_text;

/* Takes the finished draft and hands it out; FALSE when the reader is to stop. */
gboolean syn_reading_emit (SynReading *reading, SynDraft *draft);

/* TRUE when the caller stopped or cancelled: asked between steps that may last. */
gboolean syn_reading_is_stopped (SynReading *reading);

/* The path as shown in messages: (transfer full). */
char *syn_reading_get_name (const SynReading *reading);

/* The whole file as UTF-8, its encoding found out and control characters gone: (transfer full). NULL with
 * SYN_ERROR_TOO_LARGE when it is more than one article can be. */
char *syn_reading_get_text (const SynReading *reading, GError **error);

/* FALSE with SYN_ERROR_TOO_LARGE. */
gboolean syn_reading_fail_large (const SynReading *reading, GError **error);

G_END_DECLS
