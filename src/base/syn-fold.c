#include "config.h"

#include "syn-fold.h"

static gboolean
is_ascii (const char *text, gssize length)
{
  for (gssize i = 0; length < 0 ? text[i] != '\0' : i < length; i++) {
    if ((guchar) text[i] >= 0x80)
      return FALSE;
  }

  return TRUE;
}

char *
syn_fold (const char *text, gssize length)
{
  return is_ascii (text, length) ? g_ascii_strdown (text, length) : g_utf8_casefold (text, length);
}

char *
syn_lower (const char *text, gssize length)
{
  return is_ascii (text, length) ? g_ascii_strdown (text, length) : g_utf8_strdown (text, length);
}
