#include "config.h"

#include "syn-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "syn-error.h"

/* Articles need five levels; the parser recurses. */
#define MAX_DEPTH 64

/* Each value takes the parser about 100 bytes. */
#define MAX_VALUES 500000

/* ---- measuring ---- */

static const char *
skip_string (const char *p, const char *end)
{
  for (p++; p < end && *p != '"'; p++) {
    if (*p == '\\' && p + 1 < end)
      p++;
  }

  return p < end ? p + 1 : end;
}

const char *
syn_json_skip_value (const char *text, const char *end)
{
  guint depth = 0;

  for (const char *p = text; p < end;) {
    if (*p == '"') {
      p = skip_string (p, end);
      if (depth == 0)
        return p;
      continue;
    }
    if (depth == 0 && p > text && (*p == ',' || *p == ']' || *p == '}' || g_ascii_isspace (*p)))
      return p;
    if (*p == '{' || *p == '[')
      depth++;
    else if ((*p == '}' || *p == ']') && (depth == 0 || --depth == 0))
      return p + 1;
    p++;
  }

  return end;
}

static gboolean
is_within_bounds (const char *text, const char *end)
{
  guint depth = 0;
  guint n_values = 0;

  for (const char *p = text; p < end; p++) {
    switch (*p) {
    case '"':
      p = skip_string (p, end) - 1;
      break;
    case '{':
    case '[':
      if (++depth > MAX_DEPTH || ++n_values > MAX_VALUES)
        return FALSE;
      break;
    case '}':
    case ']':
      depth -= depth > 0;
      break;
    case ',':
      if (++n_values > MAX_VALUES)
        return FALSE;
      break;
    default:
      break;
    }
  }

  return TRUE;
}

/* ---- surrogates ---- */

/* The code unit of the escape "\uXXXX" at `p`, or -1. */
static int
get_escape (const char *p, const char *end)
{
  int unit = 0;

  if (p + 6 > end || p[0] != '\\' || p[1] != 'u')
    return -1;
  for (guint i = 2; i < 6; i++) {
    if (!g_ascii_isxdigit (p[i]))
      return -1;
    unit = unit * 16 + g_ascii_xdigit_value (p[i]);
  }

  return unit;
}

/* The text with "\ufffd" for each half of a pair that stands alone, and for an escaped NUL, which no string
 * can hold. */
static char *
mend_surrogates (const char *text, gsize length)
{
  char *mended = g_strndup (text, length);
  const char *end = mended + length;

  for (char *p = mended; p < end; p++) {
    int unit = get_escape (p, end);
    int next = unit >= 0 ? get_escape (p + 6, end) : -1;

    if (unit >= 0xd800 && unit < 0xdc00 && next >= 0xdc00 && next < 0xe000)
      p += 11;
    else if ((unit >= 0xd800 && unit < 0xe000) || unit == 0)
      memcpy (p, "\\ufffd", 6);
    else if (*p == '\\' && p + 1 < end)
      p++;
  }

  return mended;
}

JsonNode *
syn_json_parse (const char *text, gsize length, GError **error)
{
  g_autoptr (JsonParser) parser = NULL;
  g_autoptr (GError) problem = NULL;
  g_autofree char *mended = NULL;

  if (!is_within_bounds (text, text + length)) {
    g_set_error_literal (error, SYN_ERROR, SYN_ERROR_TOO_LARGE, _ ("too many values, or nested too deep"));
    return NULL;
  }

  mended = mend_surrogates (text, length);
  parser = json_parser_new_immutable ();
  if (!json_parser_load_from_data (parser, mended, -1, &problem)) {
    g_set_error (error, SYN_ERROR, SYN_ERROR_INVALID, _ ("this is no JSON (%s)"), problem->message);
    return NULL;
  }
  if (json_parser_get_root (parser) == NULL) {
    g_set_error_literal (error, SYN_ERROR, SYN_ERROR_EMPTY, _ ("nothing in it"));
    return NULL;
  }

  return json_parser_steal_root (parser);
}
