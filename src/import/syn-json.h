/* JSON from elsewhere, parsed within bounds: json-glib's parser knows none, so a value is measured before it
 * sees it. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* The value that `text` is, of `length` bytes: (transfer full). Halves of surrogate pairs become U+FFFD. NULL
 * with SYN_ERROR_INVALID when it is no JSON, SYN_ERROR_TOO_LARGE when it nests too deep or holds too many
 * values. */
JsonNode *syn_json_parse (const char *text, gsize length, GError **error);

/* The end of the value that starts at `text`, by brackets and quotes alone; `end` when it does not end
 * before. */
const char *syn_json_skip_value (const char *text, const char *end);

G_END_DECLS
