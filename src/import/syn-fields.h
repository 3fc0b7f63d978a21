/* A draft's fields from keys and values as headers, front matter and JSON have them. */
#pragma once

#include "syn-draft.h"

G_BEGIN_DECLS

/* Sets the field that `key` names (data/lexicons/import-fields.tsv), tidied, unless the draft has it already.
 * FALSE for a key that names no field. A value that makes no sense there (a date that is none) is passed
 * over. */
gboolean syn_fields_set (SynDraft *draft, const char *key, const char *value);

/* The draft has the field already that `key` names. */
gboolean syn_fields_has (const SynDraft *draft, const char *key);

/* The key names a field. */
gboolean syn_fields_is_key (const char *key);

/* `value` may be what `key` promises: names of people, of an outlet, an address. */
gboolean syn_fields_fits (const char *key, const char *value);

/* What a key of JSON names: "title" and so on, "text" or "key"; NULL for nothing. */
const char *syn_fields_find (const char *key);

/* Reads the header on top of `text`: front matter between "---" lines, or lines "Title: ..." and the like.
 * What it says that is no field is listed as dropped. Where the body begins, within `text`. */
const char *syn_fields_read_header (SynDraft *draft, const char *text);

/* "zh_CN" or "zh-cn" as BCP 47 has it: (transfer full), NULL where it is no language tag. */
char *syn_fields_get_language (const char *tag);

G_END_DECLS
