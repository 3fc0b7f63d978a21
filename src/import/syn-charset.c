#include "config.h"

#include "syn-charset.h"

#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

/* How far a declaration is looked for, as browsers do, with room for a feed's leading comment. */
#define DECLARED_WITHIN 4096

/* The detector's judgement does not get better beyond this many bytes. */
#define DETECT_WITHIN (64 << 10)

/* Text in another encoding has at most one byte sequence in four that UTF-8 could be, text in damaged UTF-8
 * nearly all. */
#define GOOD_TO_BAD 3

/* Binary data has this many control characters in a thousand bytes, or more; text in any of ICU's encodings
 * has none but line ends, tabs and shifts. Random bytes have about 100. */
#define BINARY_CONTROLS 20

/* A file that lost power while it was saved ends in so many zeros, or more; where they outweigh what else is
 * there, it is no text any more. A sector of a disk. */
#define PADDING 512

/* ---- by byte-order mark, or by the pattern of zero bytes ---- */

/* UTF-16 without a mark: spaces, line ends and ideographic punctuation are frequent in one byte order and
 * absurd in the other, zeros stand on one side only, and few units look like two letters of ASCII. */
static const char *
find_utf16 (const guint8 *data, gsize size)
{
  gsize units = MIN (size, DETECT_WITHIN) / 2;
  gsize n_big = 0;
  gsize n_little = 0;
  gsize n_zero_first = 0;
  gsize n_zero_second = 0;
  gsize n_ascii = 0;

  if (units < 4 || size % 2 != 0)
    return NULL;

  for (gsize i = 0; i < units; i++) {
    guint8 first = data[2 * i];
    guint8 second = data[2 * i + 1];

    n_zero_first += first == 0;
    n_zero_second += second == 0;
    n_ascii += g_ascii_isprint (first) && g_ascii_isprint (second);
    n_big += (first == 0 && (second == ' ' || second == '\n')) || (first == 0x30 && second == 0x02);
    n_little += (second == 0 && (first == ' ' || first == '\n')) || (second == 0x30 && first == 0x02);
  }

  if (n_ascii * 5 > units * 2)
    return NULL;
  if (n_big * 50 >= units && n_big > 8 * n_little && n_zero_first > 8 * n_zero_second)
    return "UTF-16BE";
  if (n_little * 50 >= units && n_little > 8 * n_big && n_zero_second > 8 * n_zero_first)
    return "UTF-16LE";

  return NULL;
}

static const char *
find_mark (const guint8 *data, gsize size, gsize *mark)
{
  *mark = 0;

  if (size >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0) {
    *mark = 3;
    return "UTF-8";
  }
  if (size >= 4 && memcmp (data, "\xff\xfe\0\0", 4) == 0) {
    *mark = 4;
    return "UTF-32LE";
  }
  if (size >= 4 && memcmp (data, "\0\0\xfe\xff", 4) == 0) {
    *mark = 4;
    return "UTF-32BE";
  }
  if (size >= 2 && memcmp (data, "\xff\xfe", 2) == 0) {
    *mark = 2;
    return "UTF-16LE";
  }
  if (size >= 2 && memcmp (data, "\xfe\xff", 2) == 0) {
    *mark = 2;
    return "UTF-16BE";
  }

  return find_utf16 (data, size);
}

/* ---- well-formed UTF-8 ---- */

/* Multi-byte sequences that are well formed, and bytes that stand in none. */
static void
count_utf8 (const guint8 *data, gsize size, gsize *n_good, gsize *n_bad)
{
  const char *p = (const char *) data;
  const char *end = p + size;

  *n_good = *n_bad = 0;

  while (p < end) {
    gunichar c;

    if ((guchar) *p < 0x80) {
      p++;
      continue;
    }

    c = g_utf8_get_char_validated (p, end - p);
    if (c == (gunichar) -1 || c == (gunichar) -2) {
      (*n_bad)++;
      p++;
    } else {
      (*n_good)++;
      p = g_utf8_next_char (p);
    }
  }
}

/* ---- as declared ---- */

static const char *
find_ignoring_case (const char *text, gsize length, const char *what)
{
  gsize n = strlen (what);

  for (gsize i = 0; i + n <= length; i++) {
    if (g_ascii_strncasecmp (text + i, what, n) == 0)
      return text + i;
  }

  return NULL;
}

/* `charset=...` of a meta element or `encoding=...` of an XML declaration: (transfer full) or NULL. */
static char *
find_declared (const guint8 *data, gsize size)
{
  const char *head = (const char *) data;
  gsize length = MIN (size, DECLARED_WITHIN);
  const char *names[] = { "encoding", "charset" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    const char *p = head;
    const char *end = head + length;

    while ((p = find_ignoring_case (p, end - p, names[i])) != NULL) {
      const char *start;

      p += strlen (names[i]);
      while (p < end && g_ascii_isspace (*p))
        p++;
      if (p == end || *p != '=')
        continue;
      p++;
      while (p < end && (g_ascii_isspace (*p) || *p == '"' || *p == '\''))
        p++;

      start = p;
      while (p < end && (g_ascii_isalnum (*p) || strchr ("-_:.", *p) != NULL) && *p != '\0')
        p++;
      if (p > start && p - start < 40)
        return g_strndup (start, p - start);
    }
  }

  return NULL;
}

/* What the world means by the names of these encodings is a superset of what their standards say. */
static const char *
get_superset (const char *charset)
{
  static const struct {
    const char *declared, *meant;
  } supersets[] = {
    { "iso-8859-1", "windows-1252" }, { "latin1", "windows-1252" },
    { "latin-1", "windows-1252" },    { "us-ascii", "windows-1252" },
    { "ascii", "windows-1252" },      { "iso-8859-9", "windows-1254" },
    { "iso-8859-11", "windows-874" }, { "tis-620", "windows-874" },
    { "gb2312", "gb18030" },          { "gbk", "gb18030" },
    { "gb_2312-80", "gb18030" },      { "x-gbk", "gb18030" },
    { "euc-kr", "windows-949" },      { "ks_c_5601-1987", "windows-949" },
    { "ksc5601", "windows-949" },     { "shift_jis", "windows-31j" },
    { "shift-jis", "windows-31j" },   { "sjis", "windows-31j" },
    { "x-sjis", "windows-31j" },      { "big5", "big5-hkscs" },
    { "x-x-big5", "big5-hkscs" },     { "utf-16", "UTF-8" },
    { "utf-16le", "UTF-8" },          { "utf-16be", "UTF-8" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (supersets); i++) {
    if (g_ascii_strcasecmp (charset, supersets[i].declared) == 0)
      return supersets[i].meant;
  }

  return charset;
}

/* ---- by statistics ---- */

/* In the western one-byte encodings the detector knows only one name. The bytes 0x80 to 0x9f are letters and
 * quotes in Windows-1252 alone; where they are absent, a byte between letters that is a fraction there is a
 * letter in Latin-9. */
static const char *
choose_western (const guint8 *data, gsize size)
{
  gboolean has_latin9 = FALSE;

  for (gsize i = 0; i < size; i++) {
    if (data[i] >= 0x80 && data[i] <= 0x9f)
      return "windows-1252";
    if (strchr ("\xa6\xa8\xb4\xb8\xbc\xbd\xbe", data[i]) != NULL && data[i] != 0 && i > 0 && i + 1 < size &&
        g_ascii_isalpha (data[i - 1]) && g_ascii_isalpha (data[i + 1]))
      has_latin9 = TRUE;
  }

  return has_latin9 ? "ISO-8859-15" : "windows-1252";
}

static const char *
find_by_statistics (const guint8 *data, gsize size)
{
  UErrorCode status = U_ZERO_ERROR;
  UCharsetDetector *detector = ucsdet_open (&status);
  const char *found = "windows-1252";
  const UCharsetMatch *match = NULL;
  gsize length = MIN (size, DETECT_WITHIN);

  if (U_FAILURE (status))
    return found;

  ucsdet_setText (detector, (const char *) data, length, &status);
  ucsdet_enableInputFilter (detector, TRUE); /* leave markup out */
  match = ucsdet_detect (detector, &status);
  if (U_SUCCESS (status) && match != NULL) {
    const char *name = ucsdet_getName (match, &status);

    /* The detector's names outlive it: they are literals of ICU. */
    if (U_SUCCESS (status) && name != NULL && !g_str_has_prefix (name, "UTF"))
      found = get_superset (name);
  }
  ucsdet_close (detector);

  return strcmp (found, "windows-1252") == 0 ? choose_western (data, length) : found;
}

/* ---- conversion ---- */

static char *
take_utf8 (const guint8 *data, gsize size, gsize *length)
{
  g_autofree char *without_zeros = NULL;
  char *valid;

  if (memchr (data, 0, size) != NULL) {
    gsize n = 0;

    without_zeros = g_malloc (size + 1);
    for (gsize i = 0; i < size; i++) {
      if (data[i] != 0)
        without_zeros[n++] = data[i];
    }
    without_zeros[n] = '\0';
    data = (const guint8 *) without_zeros;
    size = n;
  }

  if (size == 0)
    valid = g_strdup ("");
  else
    valid = g_utf8_make_valid ((const char *) data, size);
  *length = strlen (valid);

  return valid;
}

static void
append_utf16 (GString *into, const UChar *units, gsize n)
{
  for (gsize i = 0; i < n; i++) {
    gunichar c = units[i];

    if (U16_IS_LEAD (c) && i + 1 < n && U16_IS_TRAIL (units[i + 1]))
      c = U16_GET_SUPPLEMENTARY (c, units[++i]);
    if (c == 0)
      continue;
    g_string_append_unichar (into, U16_IS_SURROGATE (c) && c < 0x10000 ? 0xfffd : c);
  }
}

/* NULL when ICU does not know the encoding. `n_bad`: bytes that stand for nothing in it. */
static char *
convert (const guint8 *data, gsize size, const char *charset, gsize *length, gsize *n_bad)
{
  UErrorCode status = U_ZERO_ERROR;
  UConverter *converter = ucnv_open (charset, &status);
  const char *source = (const char *) data;
  const char *end = source + size;
  g_autoptr (GString) result = NULL;
  UChar units[4096];

  if (U_FAILURE (status))
    return NULL;

  result = g_string_sized_new (size + size / 2 + 1);
  do {
    UChar *target = units;

    status = U_ZERO_ERROR;
    /* One short of the end, so that a pair of surrogates is never parted: ICU keeps back what does not fit.
     */
    ucnv_toUnicode (converter, &target, units + G_N_ELEMENTS (units) - 1, &source, end, NULL, TRUE, &status);
    if (target > units && U16_IS_LEAD (target[-1]) && status == U_BUFFER_OVERFLOW_ERROR) {
      UErrorCode more = U_ZERO_ERROR;

      ucnv_toUnicode (converter, &target, target + 1, &source, end, NULL, TRUE, &more);
    }
    append_utf16 (result, units, target - units);
  } while (status == U_BUFFER_OVERFLOW_ERROR);
  ucnv_close (converter);

  *n_bad = 0;
  for (const char *p = result->str; (p = strstr (p, "\xef\xbf\xbd")) != NULL; p += 3)
    (*n_bad)++;
  *length = result->len;

  return g_string_free (g_steal_pointer (&result), FALSE);
}

char *
syn_charset_decode_as (const guint8 *data, gsize size, const char *charset, gsize *length)
{
  gsize n_bad;
  char *text;

  if (charset == NULL)
    return syn_charset_decode (data, size, length);

  charset = get_superset (charset);
  if (g_ascii_strcasecmp (charset, "UTF-8") == 0)
    return syn_charset_decode (data, size, length);
  text = convert (data, size, charset, length, &n_bad);

  return text != NULL ? text : syn_charset_decode (data, size, length);
}

char *
syn_charset_decode (const guint8 *data, gsize size, gsize *length)
{
  g_autofree char *declared = NULL;
  g_autofree char *text = NULL;
  const char *charset;
  gsize mark, n_good, n_bad;

  g_return_val_if_fail (data != NULL || size == 0, NULL);
  g_return_val_if_fail (length != NULL, NULL);

  charset = find_mark (data, size, &mark);
  data += mark;
  size -= mark;
  if (charset != NULL && strcmp (charset, "UTF-8") != 0)
    return convert (data, size, charset, length, &n_bad);

  /* Well-formed UTF-8 beyond ASCII is UTF-8 whatever is declared; ASCII may still be a shifting encoding
   * (ISO-2022). */
  declared = find_declared (data, size);
  count_utf8 (data, size, &n_good, &n_bad);
  if (charset != NULL || n_good > GOOD_TO_BAD * n_bad || (n_bad == 0 && memchr (data, 0x1b, size) == NULL))
    return take_utf8 (data, size, length);

  if (declared != NULL) {
    if (n_good > 0 && g_ascii_strcasecmp (get_superset (declared), "UTF-8") == 0)
      return take_utf8 (data, size, length);
    if (g_ascii_strcasecmp (get_superset (declared), "UTF-8") != 0)
      text = convert (data, size, get_superset (declared), length, &n_bad);
    if (text != NULL && n_bad * 20 <= *length)
      return g_steal_pointer (&text);
    g_clear_pointer (&text, g_free);
  }

  text = convert (data, size, find_by_statistics (data, size), length, &n_bad);

  return text != NULL ? g_steal_pointer (&text) : take_utf8 (data, size, length);
}

/* ---- binary data ---- */

/* By what a kind of file begins with. */
static const struct {
  const char *bytes;
  gsize length;
  gsize offset;
  const char *kind;
} signatures[] = {
  { "\x89PNG\r\n", 6, 0, "PNG" },
  { "\xff\xd8\xff", 3, 0, "JPEG" },
  { "GIF8", 4, 0, "GIF" },
  { "II*\0", 4, 0, "TIFF" },
  { "MM\0*", 4, 0, "TIFF" },
  { "%PDF-", 5, 0, "PDF" },
  { "\x7f"
    "ELF",
    4, 0, "ELF" },
  { "PK\3\4", 4, 0, "ZIP" },
  { "\x1f\x8b", 2, 0, "gzip" },
  { "BZh", 3, 0, "bzip2" },
  { "\xfd"
    "7zXZ",
    5, 0, "xz" },
  { "7z\xbc\xaf", 4, 0, "7z" },
  { "(\xb5/\xfd", 4, 0, "zstd" },
  { "ustar", 5, 257, "tar" },
  { "RIFF", 4, 0, "RIFF" },
  { "OggS", 4, 0, "Ogg" },
  { "ftyp", 4, 4, "MPEG-4" },
  { "SQLite format 3", 15, 0, "SQLite" },
  { "\xd0\xcf\x11\xe0", 4, 0, "OLE" },
};

static const char *
find_signature (const guint8 *data, gsize size)
{
  for (guint i = 0; i < G_N_ELEMENTS (signatures); i++) {
    if (size >= signatures[i].offset + signatures[i].length &&
        memcmp (data + signatures[i].offset, signatures[i].bytes, signatures[i].length) == 0)
      return signatures[i].kind;
  }

  return NULL;
}

gboolean
syn_charset_is_binary (const guint8 *data, gsize size, const char **kind)
{
  const char *found = find_signature (data, size);
  gsize length = MIN (size, DETECT_WITHIN);
  gsize n_controls = 0;
  gsize n_zeros = 0;
  gsize mark;

  if (kind != NULL)
    *kind = found;
  if (found != NULL)
    return TRUE;
  if (find_mark (data, size, &mark) != NULL)
    return FALSE;

  for (gsize i = 0; i < length; i++) {
    /* A run of zeros is padding, and counts once. */
    if (data[i] == 0)
      n_controls += i == 0 || data[i - 1] != 0;
    else
      n_controls += data[i] < 0x20 && strchr ("\t\n\r\f\x0e\x0f\x1b", data[i]) == NULL;
    n_zeros += data[i] == 0;
  }

  return (n_controls > 1 && n_controls * 1000 >= BINARY_CONTROLS * length) ||
         (n_zeros >= PADDING && n_zeros * 2 > length);
}
