#include "config.h"

#include "syn-clean.h"

#include <string.h>

#include "syn-fold.h"

/* What Windows-1252 has at 0x80 to 0x9f; 0 where it has nothing. */
static const guint16 windows_c1[32] = {
  0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
  0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
  0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178,
};

/* Invisible characters that change how other text is shown or break words for a search: soft hyphen,
 * zero-width space and no-break space, word joiner, direction marks, overrides and isolates, interlinear
 * marks. The joiners of Persian and Indic scripts and of emoji stay: they are spelling. */
static gboolean
is_invisible (gunichar c)
{
  return c == 0xad || c == 0x200b || c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e) ||
         (c >= 0x2060 && c <= 0x206f) || c == 0xfeff || (c >= 0xfff9 && c <= 0xfffb) || c == 0x61c;
}

/* Characters that neither change under NFC nor join with one before: most of any text, so that normalising,
 * which is slow and takes memory, is for the rest. */
static gboolean
is_stable (gunichar c)
{
  return c < 0x300 || (c >= 0x2010 && c <= 0x2027) || (c >= 0x3001 && c <= 0x3020) ||
         (c >= 0x3041 && c <= 0x3096) || (c >= 0x30a1 && c <= 0x30fe) || (c >= 0x400 && c <= 0x45f) ||
         (c >= 0x4e00 && c <= 0x9fff) || (c >= 0xac00 && c <= 0xd7a3) || (c >= 0xff01 && c <= 0xff5e);
}

static void
append_normalised (GString *into, const char *line, gsize length, gboolean is_nfc)
{
  if (is_nfc) {
    g_string_append_len (into, line, length);
  } else {
    g_autofree char *normalised = g_utf8_normalize (line, length, G_NORMALIZE_NFC);

    g_string_append (into, normalised != NULL ? normalised : "");
  }
}

char *
syn_clean_text (const char *text, gssize length)
{
  const char *p = text;
  const char *end;
  g_autoptr (GString) line = g_string_new (NULL);
  g_autoptr (GString) result = NULL;
  gboolean is_nfc = TRUE;

  g_return_val_if_fail (text != NULL, NULL);

  end = text + (length < 0 ? strlen (text) : (gsize) length);
  result = g_string_sized_new (end - text + 1);

  while (p < end) {
    gunichar c = g_utf8_get_char (p);

    p = g_utf8_next_char (p);
    if (c == '\r') {
      if (p < end && *p == '\n')
        p++;
      c = '\n';
    } else if (c == '\v' || c == '\f' || c == 0x2028 || c == 0x2029) {
      c = '\n';
    } else if (c >= 0x80 && c < 0xa0) {
      c = windows_c1[c - 0x80];
    }

    if (c == '\n') {
      append_normalised (result, line->str, line->len, is_nfc);
      g_string_append_c (result, '\n');
      g_string_truncate (line, 0);
      is_nfc = TRUE;
    } else if ((c >= 0x20 && c != 0x7f && !is_invisible (c)) || c == '\t') {
      g_string_append_unichar (line, c);
      is_nfc = is_nfc && is_stable (c);
    }
  }
  append_normalised (result, line->str, line->len, is_nfc);

  return g_string_free (g_steal_pointer (&result), FALSE);
}

/* A no-break space within a number ("3 800") is part of how it is written. */
static gboolean
is_digit_space (gunichar c, const char *after, const char *end, const char *written, gsize n_written)
{
  return (c == 0xa0 || c == 0x202f || c == 0x2009) && n_written > 0 &&
         g_ascii_isdigit (written[n_written - 1]) && after < end && g_ascii_isdigit (*after);
}

char *
syn_clean_collapse (const char *text, gssize length)
{
  const char *p = text;
  const char *end;
  g_autoptr (GString) result = NULL;
  gboolean has_space = FALSE;

  g_return_val_if_fail (text != NULL, NULL);

  end = text + (length < 0 ? strlen (text) : (gsize) length);
  result = g_string_sized_new (end - text + 1);

  while (p < end) {
    gunichar c = g_utf8_get_char (p);
    const char *next = g_utf8_next_char (p);

    if (!has_space && is_digit_space (c, next, end, result->str, result->len)) {
      g_string_append_unichar (result, 0xa0);
    } else if (g_unichar_isspace (c)) {
      has_space = TRUE;
    } else {
      if (has_space && result->len > 0)
        g_string_append_c (result, ' ');
      has_space = FALSE;
      g_string_append_len (result, p, next - p);
    }
    p = next;
  }

  return g_string_free (g_steal_pointer (&result), FALSE);
}

char *
syn_clean_field (const char *text)
{
  g_autofree char *clean = NULL;
  char *field;

  if (text == NULL)
    return NULL;

  clean = syn_clean_text (text, -1);
  field = syn_clean_collapse (clean, -1);
  if (*field == '\0')
    g_clear_pointer (&field, g_free);

  return field;
}

/* Most characters are ASCII: no tables of Unicode for them. */
static gboolean
is_of_word (const char *p, gboolean is_number)
{
  gunichar c;

  if ((guchar) *p < 0x80)
    return is_number ? g_ascii_isdigit (*p) : g_ascii_isalpha (*p);

  c = g_utf8_get_char (p);
  if (g_unichar_isdigit (c))
    return is_number;

  return !is_number && (g_unichar_isalpha (c) || g_unichar_ismark (c));
}

char **
syn_clean_words (const char *text)
{
  g_autofree char *folded = syn_fold (text, -1);
  GPtrArray *words = g_ptr_array_new ();

  for (const char *p = folded; *p != '\0';) {
    const char *start = p;
    gboolean is_number = is_of_word (p, TRUE);

    while (*p != '\0' && is_of_word (p, is_number))
      p = g_utf8_next_char (p);
    if (p > start)
      g_ptr_array_add (words, g_strndup (start, p - start));
    else
      p = g_utf8_next_char (p);
  }
  g_ptr_array_add (words, NULL);

  return (char **) g_ptr_array_free (words, FALSE);
}
