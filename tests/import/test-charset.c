/* Protects: whatever the encoding, declared, undeclared or wrongly declared, a reader sees the characters
 * that were written; and what is no text at all is told from text. */
#include "syn-charset.h"

#include <string.h>

static const struct {
  const char *name;
  const char *bytes;
  gssize length; /* -1: a string */
  const char *text;
} decoded[] = {
  { "ascii", "The weir is open.", -1, "The weir is open." },
  { "utf-8", "Čeká se na déšť", -1, "Čeká se na déšť" },
  { "utf-8-mark",
    "\xef\xbb\xbf"
    "Wehr geöffnet",
    -1, "Wehr geöffnet" },
  { "utf-8-mark-wins", "\xef\xbb\xbf<meta charset=\"windows-1252\">é", -1,
    "<meta charset=\"windows-1252\">é" },
  { "utf-16-little", "\xff\xfeW\0e\0h\0r\0", 10, "Wehr" },
  { "utf-16-big", "\xfe\xff\0W\0e\0h\0r", 10, "Wehr" },
  { "utf-16-no-mark", "\0T\0h\0e\0 \0w\0e\0i\0r\0 \0i\0s\0 \0o\0p\0e\0n", 32, "The weir is open" },
  { "meta", "<meta charset=\"koi8-r\"> \xf7\xcf\xc4\xc1", -1, "<meta charset=\"koi8-r\"> Вода" },
  { "xml", "<?xml version='1.0' encoding='ISO-8859-2'?>\xb9", -1,
    "<?xml version='1.0' encoding='ISO-8859-2'?>š" },
  { "latin-1-means-windows",
    "<meta charset=iso-8859-1>l\x92"
    "eau",
    -1, "<meta charset=iso-8859-1>l’eau" },
  { "gb2312-means-gb18030",
    "<meta charset=gb2312>\xe9"
    "F",
    -1, "<meta charset=gb2312>镕" },
  { "declared-wrongly", "<meta charset=iso-8859-1>café à Nîmes", -1,
    "<meta charset=iso-8859-1>café à Nîmes" },
  { "zeros-left-out", "The\0\0 weir", 10, "The weir" },
  { "broken-utf-8", "Čeká se na déšť, hodně déště, \xff tak.", -1,
    "Čeká se na déšť, hodně déště, \xef\xbf\xbd tak." },
  { "latin-9", "un n\xbdud et un b\xbduf, 12 \xa4 en tout, caf\xe9 compris", -1,
    "un nœud et un bœuf, 12 € en tout, café compris" },
  { "empty", "", 0, "" },
};

static void
test_decode (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (decoded); i++) {
    gsize length;
    gsize size = decoded[i].length < 0 ? strlen (decoded[i].bytes) : (gsize) decoded[i].length;
    g_autofree char *text = syn_charset_decode ((const guint8 *) decoded[i].bytes, size, &length);

    g_test_message ("%s", decoded[i].name);
    g_assert_cmpstr (text, ==, decoded[i].text);
    g_assert_cmpuint (length, ==, strlen (decoded[i].text));
    g_assert_true (g_utf8_validate (text, -1, NULL));
  }
}

/* Long enough for statistics, and for characters that fall on the edge of the converter's buffer. */
static void
test_long (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *bytes = NULL;
  g_autofree char *back = NULL;
  gsize size, length;

  for (guint i = 0; i < 3000; i++)
    g_string_append (text, i % 7 == 0 ? "𠜎水" : "水库的水位已经下降，");
  bytes = g_convert (text->str, text->len, "GB18030", "UTF-8", NULL, &size, NULL);
  back = syn_charset_decode_as ((const guint8 *) bytes, size, "gb2312", &length);
  g_assert_cmpstr (back, ==, text->str);
}

static const char zeros[2000] = "The weir is open.";
static const char archive[262] = { [257] = 'u', 's', 't', 'a', 'r' };

static const struct {
  const char *name;
  const char *bytes;
  gsize length;
  gboolean is_binary;
  const char *kind;
} binaries[] = {
  { "picture", "\x89PNG\r\n\x1a\n", 8, TRUE, "PNG" },
  { "document", "%PDF-1.7", 8, TRUE, "PDF" },
  { "noise", "\x01\x7f\x02\xee\x03\x9a\x04\x11\x05\xfe\x06\x80", 12, TRUE, NULL },
  { "text", "The weir is open.\r\n\tAll of it.", 30, FALSE, NULL },
  { "zeros", zeros, sizeof zeros, TRUE, NULL },
  { "archive", archive, sizeof archive, TRUE, "tar" },
  { "padding", "The weir\0\0\0\0\0\0\0\0\0\0 is open.", 27, FALSE, NULL },
  { "one control", "The weir\x02 is open", 17, FALSE, NULL },
  { "utf-16", "\xff\xfeW\0e\0", 6, FALSE, NULL },
};

static void
test_binary (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (binaries); i++) {
    const char *kind;

    g_test_message ("%s", binaries[i].name);
    g_assert_cmpint (syn_charset_is_binary ((const guint8 *) binaries[i].bytes, binaries[i].length, &kind),
                     ==, binaries[i].is_binary);
    g_assert_cmpstr (kind, ==, binaries[i].kind);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charset/decode", test_decode);
  g_test_add_func ("/charset/long", test_long);
  g_test_add_func ("/charset/binary", test_binary);

  return g_test_run ();
}
