/* Writes JSON as it goes, without a tree in memory: the commas, the quotes, numbers that read the same on
 * every machine. Calls nest as the document does; the writer does not check that. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  GString *out;      /* borrowed */
  gboolean is_first; /* nothing stands in the innermost object or array yet */
} SynJsonWriter;

void syn_json_writer_init (SynJsonWriter *self, GString *out);

/* `key` is the member's name, written as it is (so: nothing in it to escape), or NULL within an array and at the top. */
void syn_json_begin_object (SynJsonWriter *self, const char *key);
void syn_json_end_object (SynJsonWriter *self);
void syn_json_begin_array (SynJsonWriter *self, const char *key);
void syn_json_end_array (SynJsonWriter *self);

/* NULL gives null. */
void syn_json_string (SynJsonWriter *self, const char *key, const char *value);
void syn_json_string_length (SynJsonWriter *self, const char *key, const char *value, gsize length);
void syn_json_integer (SynJsonWriter *self, const char *key, gint64 value);
/* Rounded to four places: scores, shares. */
void syn_json_score (SynJsonWriter *self, const char *key, double value);
/* In full; infinities and NaN give null, as JSON has none. */
void syn_json_number (SynJsonWriter *self, const char *key, double value);
void syn_json_boolean (SynJsonWriter *self, const char *key, gboolean value);
void syn_json_null (SynJsonWriter *self, const char *key);

G_END_DECLS
