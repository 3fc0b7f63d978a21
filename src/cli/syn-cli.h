/* What the commands share: their description, their options, their exit statuses, how they report. */
#pragma once

#include <json-glib/json-glib.h>

#include "syn-engine.h"

G_BEGIN_DECLS

/* As CLI.md of the project's contract names them. */
typedef enum {
  SYN_CLI_DONE = 0,
  SYN_CLI_FAILED = 1,  /* some inputs failed, the others were done */
  SYN_CLI_USAGE = 2,   /* the call itself was wrong */
  SYN_CLI_LIBRARY = 3, /* the library cannot be opened, is damaged or another program's */
  SYN_CLI_INTERRUPTED = 130,
} SynCliStatus;

typedef struct {
  const char *name;
  const char *arguments;   /* "FILE…", as --help shows them */
  const char *summary;     /* one line, marked with N_() */
  const char *description; /* for --help, marked with N_(), or NULL */
  SynCliStatus (*run) (int argc, char **argv);
} SynCommand;

extern const SynCommand syn_command_extract, syn_command_compare, syn_command_score, syn_command_import,
  syn_command_stories, syn_command_list, syn_command_show, syn_command_search, syn_command_export, syn_command_remove,
  syn_command_check;

/* ---- options ---- */

typedef enum {
  SYN_CLI_TEXT,
  SYN_CLI_JSON,
  SYN_CLI_JSONL,
} SynCliFormat;

/* Parses the options of `command`; --help prints them and ends the program. FALSE after a message to the user: the
 * status is SYN_CLI_USAGE then. */
gboolean      syn_cli_parse         (const SynCommand *command, const GOptionEntry *entries, int argc, char **argv);

/* "text", "json" or "jsonl"; NULL leaves `format` as it is. FALSE after a message. */
gboolean      syn_cli_parse_format  (const char *name, SynCliFormat *format);

/* A message that the call is wrong, with the way to --help; gives SYN_CLI_USAGE. */
SynCliStatus  syn_cli_usage         (const SynCommand *command, const char *message);

/* "12" or "@12": FALSE for anything else. */
gboolean      syn_cli_parse_id      (const char *text, gint64 *id);

/* ---- reporting ---- */

/* "synoptic-cli: message" on standard error. */
void          syn_cli_report        (const char *message);

/* Reports an error of the engine on its library; gives the status that it calls for. */
SynCliStatus  syn_cli_fail          (const GError *error);

/* "Outlet: heading" for a line of a listing: (transfer full). */
char         *syn_cli_describe      (SynArticle *article);

/* ---- the engine ---- */

/* The library of --library, `path` NULL for the default one. NULL after a message; `status` is set then. */
SynEngine    *syn_cli_open_library  (const char *path, gboolean create, SynCliStatus *status);

/* Cancelled by the first Ctrl+C (a second one ends the program at once). To be called before any thread is started, by
 * commands that need to finish cleanly; the others end at once by themselves. (transfer full) */
GCancellable *syn_cli_catch_interrupt (void);

/* A SynEngineProgress: on standard error, where that is a terminal. */
void          syn_cli_show_progress (guint done, guint total, const char *what, gpointer unused);
/* Wipes it out again. */
void          syn_cli_clear_progress (void);

/* ---- comparing (syn-cli-compare.c) ---- */

/* The library's articles of those ids, whole, in order: (transfer full) (element-type SynArticle). NULL after a message;
 * `status` is set then. */
GPtrArray    *syn_cli_load_articles (SynEngine *engine, const gint64 *ids, gsize n, SynCliStatus *status);

/* The same of all of a story's. */
GPtrArray    *syn_cli_load_story    (SynEngine *engine, gint64 story, SynCliStatus *status);

/* Compares and writes in that format (see CLI.md) to the file `output`, whole or not at all; NULL: standard output. */
SynCliStatus  syn_cli_write_comparison (SynEngine *engine, GPtrArray *articles, const char *format, const char *output,
                                        GCancellable *cancellable);

/* Whether there is a format of that name; else a message. */
gboolean      syn_cli_check_export_format (const char *name);

/* ---- JSON (syn-cli-json.c) ---- */

/* The member `name`: null where `text` is NULL. */
void          syn_cli_add_text      (JsonBuilder *builder, const char *name, const char *text);
void          syn_cli_add_number    (JsonBuilder *builder, const char *name, gint64 number);

/* The fields that every listing has. Between begin_object and end_object. */
void          syn_cli_add_fields    (JsonBuilder *builder, SynArticle *article);
/* Text, asides and what was dropped; offsets in code points. */
void          syn_cli_add_text_parts (JsonBuilder *builder, SynArticle *article);
/* [{"start","end"}], in code points of `text`. */
void          syn_cli_add_spans     (JsonBuilder *builder, const char *name, const char *text, const SynSpan *spans,
                                     gsize n);

/* What was built, and a line end; `is_pretty` for people. Empties the builder. */
void          syn_cli_print_json    (JsonBuilder *builder, gboolean is_pretty);

typedef void (*SynCliLine) (gpointer item);
typedef void (*SynCliObject) (JsonBuilder *builder, gpointer item);

/* Each item by `print_line` as text, else by `add_object`: one array, or an object a line. */
void          syn_cli_print_list    (GListModel *items, SynCliFormat format, SynCliLine print_line,
                                     SynCliObject add_object);

G_END_DECLS
