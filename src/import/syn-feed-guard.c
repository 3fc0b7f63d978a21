#include "config.h"

#include "syn-feed-guard.h"

#include <libxml/HTMLparser.h>
#include <string.h>

/* The longest name of HTML 4's characters has eight letters. */
#define MAX_NAME 12

static gboolean
is_predefined (const char *name)
{
  static const char *const names[] = { "amp", "lt", "gt", "quot", "apos" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    if (strcmp (name, names[i]) == 0)
      return TRUE;
  }

  return FALSE;
}

/* What stands at the ampersand `p`: appended so that XML means what was meant. Where reading goes on. */
static const char *
append_reference (GString *into, const char *p, const char *end, gboolean has_own_names)
{
  char name[MAX_NAME + 1];
  const htmlEntityDesc *known;
  gsize n = 0;

  if (p + 1 < end && p[1] == '#') {
    g_string_append_c (into, '&');
    return p + 1;
  }

  while (n < MAX_NAME && p + 1 + n < end && g_ascii_isalnum (p[1 + n])) {
    name[n] = p[1 + n];
    n++;
  }
  name[n] = '\0';
  if (n == 0 || p + 1 + n >= end || p[1 + n] != ';') {
    g_string_append (into, "&amp;");
    return p + 1;
  }

  known = is_predefined (name) ? NULL : htmlEntityLookup ((const xmlChar *) name);
  if (known != NULL) {
    g_string_append_unichar (into, known->value);
    return p + n + 2;
  }
  g_string_append (into, is_predefined (name) || has_own_names ? "&" : "&amp;");

  return p + 1;
}

char *
syn_feed_guard (const char *xml, gsize length, gsize *mended_length)
{
  const char *end = xml + length;
  const char *start = memchr (xml, '<', length);
  GString *mended = g_string_sized_new (length + 1);
  gboolean has_own_names;

  if (start == NULL)
    start = end;
  has_own_names = g_strstr_len (start, end - start, "<!ENTITY") != NULL;

  for (const char *p = start; p < end;) {
    if (*p == '<' && g_str_has_prefix (p, "<![CDATA[")) {
      const char *close = g_strstr_len (p, end - p, "]]>");

      close = close != NULL ? close + 3 : end;
      g_string_append_len (mended, p, close - p);
      p = close;
    } else if (*p == '&') {
      p = append_reference (mended, p, end, has_own_names);
    } else {
      const char *next = p + 1;

      while (next < end && *next != '<' && *next != '&')
        next++;
      g_string_append_len (mended, p, next - p);
      p = next;
    }
  }
  *mended_length = mended->len;

  return g_string_free (mended, FALSE);
}
