#include "config.h"

#include "syn-mail.h"

#include <string.h>

#include "syn-charset.h"
#include "syn-clean.h"

/* Parts within parts beyond these are a trap. */
#define MAX_DEPTH 8
#define MAX_PARTS 100

/* A message, or one part of it. */
typedef struct {
  const char *headers;
  const char *body;
  const char *end;
} Part;

typedef struct {
  SynMail *mail;
  char *html; /* of the first part in HTML; owned */
  guint n_parts;
} Parsing;

/* ---- headers ---- */

gsize
syn_mail_get_field_name (const char *line, const char *end)
{
  const char *p = line;

  while (p < end && (guchar) *p > 0x20 && (guchar) *p < 0x7f && *p != ':')
    p++;

  return p < end && *p == ':' && p > line ? p - line : 0;
}

static const char *
skip_line (const char *line, const char *end)
{
  const char *line_end = memchr (line, '\n', end - line);

  return line_end != NULL ? line_end + 1 : end;
}

static gboolean
is_blank_line (const char *line, const char *end)
{
  return line < end && (*line == '\n' || (*line == '\r' && line + 1 < end && line[1] == '\n'));
}

static Part
split_part (const char *data, const char *end)
{
  Part part = { data, data, end };

  while (part.body < end && !is_blank_line (part.body, end))
    part.body = skip_line (part.body, end);
  if (part.body < end)
    part.body = skip_line (part.body, end);

  return part;
}

/* The value with its continued lines as one: (transfer full) or NULL. */
static char *
get_header (const Part *part, const char *name)
{
  gsize length = strlen (name);

  for (const char *line = part->headers; line < part->body; line = skip_line (line, part->body)) {
    g_autoptr (GString) value = NULL;
    const char *next;

    if (syn_mail_get_field_name (line, part->body) != length || g_ascii_strncasecmp (line, name, length) != 0)
      continue;

    next = skip_line (line, part->body);
    value = g_string_new_len (line + length + 1, next - line - length - 1);
    while (next < part->body && (*next == ' ' || *next == '\t')) {
      const char *start = next;

      next = skip_line (next, part->body);
      g_string_append_len (value, start, next - start);
    }
    g_strdelimit (value->str, "\r\n\t", ' ');
    return g_strstrip (g_string_free (g_steal_pointer (&value), FALSE));
  }

  return NULL;
}

/* `text/html; charset="utf-8"`: the parameter's value: (transfer full) or NULL. */
static char *
get_parameter (const char *value, const char *name)
{
  gsize length = strlen (name);

  for (const char *p = value != NULL ? strchr (value, ';') : NULL; p != NULL; p = strchr (p, ';')) {
    const char *quoted;

    for (p++; *p == ' '; p++)
      ;
    if (g_ascii_strncasecmp (p, name, length) != 0 || p[length] != '=')
      continue;
    p += length + 1;
    quoted = *p == '"' ? strchr (p + 1, '"') : NULL;
    if (quoted != NULL)
      return g_strndup (p + 1, quoted - p - 1);

    return g_strndup (p, strcspn (p, "; "));
  }

  return NULL;
}

/* ---- encodings ---- */

/* `is_word`: in a header, where "_" is a space. */
static GByteArray *
decode_quoted_printable (const char *data, gsize size, gboolean is_word)
{
  GByteArray *bytes = g_byte_array_sized_new (size);

  for (gsize i = 0; i < size; i++) {
    guint8 byte = data[i];

    if (data[i] == '=' && i + 2 < size && g_ascii_isxdigit (data[i + 1]) && g_ascii_isxdigit (data[i + 2])) {
      byte = g_ascii_xdigit_value (data[i + 1]) * 16 + g_ascii_xdigit_value (data[i + 2]);
      i += 2;
    } else if (data[i] == '=' && i + 1 < size && (data[i + 1] == '\n' || data[i + 1] == '\r')) {
      /* A soft line break. */
      i += data[i + 1] == '\r' && i + 2 < size && data[i + 2] == '\n' ? 2 : 1;
      continue;
    } else if (data[i] == '_' && is_word) {
      byte = ' ';
    }
    g_byte_array_append (bytes, &byte, 1);
  }

  return bytes;
}

static GByteArray *
decode_base64 (const char *data, gsize size)
{
  GByteArray *bytes = g_byte_array_sized_new (size / 4 * 3 + 3);
  int state = 0;
  guint save = 0;

  g_byte_array_set_size (bytes, size / 4 * 3 + 3);
  g_byte_array_set_size (bytes, g_base64_decode_step (data, size, bytes->data, &state, &save));

  return bytes;
}

static char *
to_utf8 (const GByteArray *bytes, const char *charset)
{
  gsize length;

  return syn_charset_decode_as (bytes->data != NULL ? bytes->data : (const guint8 *) "", bytes->len, charset,
                                &length);
}

/* The encoded word at `word` ("=?utf-8?Q?Ca=C3=B1ada?="), its end in `end`: (transfer full) or NULL. */
static char *
decode_word (const char *word, const char **end)
{
  const char *charset_end = strchr (word + 2, '?');
  const char *text, *text_end;
  g_autofree char *charset = NULL;
  g_autoptr (GByteArray) bytes = NULL;

  if (charset_end == NULL || charset_end[1] == '\0' || charset_end[2] != '?')
    return NULL;
  text = charset_end + 3;
  text_end = strstr (text, "?=");
  if (text_end == NULL)
    return NULL;

  /* "utf-8*en": a language may follow (RFC 2231). */
  charset = g_strndup (word + 2, strcspn (word + 2, "?*"));
  bytes = g_ascii_tolower (charset_end[1]) == 'b' ? decode_base64 (text, text_end - text)
                                                  : decode_quoted_printable (text, text_end - text, TRUE);
  *end = text_end + 2;

  return to_utf8 (bytes, charset);
}

/* A header's text as a reader sees it: (transfer full) or NULL. */
static char *
decode_header (const char *value)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean was_word = FALSE;

  for (const char *p = value; p != NULL && *p != '\0';) {
    const char *end = NULL;
    g_autofree char *word = g_str_has_prefix (p, "=?") ? decode_word (p, &end) : NULL;
    const char *next = p + strspn (p, " ");

    if (word != NULL) {
      g_string_append (text, word);
      p = end;
      was_word = TRUE;
    } else if (was_word && g_str_has_prefix (next, "=?") && next > p) {
      /* The space between two encoded words is none. */
      p = next;
    } else {
      g_string_append_c (text, *p++);
      was_word = FALSE;
    }
  }
  if (!g_utf8_validate (text->str, text->len, NULL)) {
    gsize length;

    return syn_charset_decode ((const guint8 *) text->str, text->len, &length);
  }

  return syn_clean_field (text->str);
}

/* ---- parts ---- */

static char *
decode_body (const Part *part, const char *type)
{
  g_autofree char *encoding = get_header (part, "Content-Transfer-Encoding");
  g_autofree char *charset = get_parameter (type, "charset");
  g_autoptr (GByteArray) bytes = NULL;
  gsize size = part->end - part->body;

  if (encoding != NULL && g_ascii_strcasecmp (encoding, "quoted-printable") == 0)
    bytes = decode_quoted_printable (part->body, size, FALSE);
  else if (encoding != NULL && g_ascii_strcasecmp (encoding, "base64") == 0)
    bytes = decode_base64 (part->body, size);
  else
    bytes = g_byte_array_append (g_byte_array_new (), (const guint8 *) part->body, size);

  return to_utf8 (bytes, charset);
}

/* The line "--boundary" from `from` on, or `end`. */
static const char *
find_boundary (const char *from, const char *end, const char *boundary)
{
  gsize length = strlen (boundary);

  for (const char *line = from; line < end; line = skip_line (line, end)) {
    if ((gsize) (end - line) >= length + 2 && line[0] == '-' && line[1] == '-' &&
        memcmp (line + 2, boundary, length) == 0 &&
        (line + 2 + length == end || strchr ("- \t\r\n", line[2 + length]) != NULL))
      return line;
  }

  return end;
}

static void read_part (Parsing *self, const char *data, const char *end, guint depth);

static void
read_parts (Parsing *self, const Part *part, const char *boundary, guint depth)
{
  const char *line = find_boundary (part->body, part->end, boundary);

  while (line < part->end) {
    const char *start = skip_line (line, part->end);
    const char *next = find_boundary (start, part->end, boundary);

    /* "--boundary--" ends them. */
    if (strncmp (line + 2 + strlen (boundary), "--", MIN (2, part->end - line - 2 - strlen (boundary))) == 0)
      return;
    read_part (self, start, next, depth + 1);
    line = next;
  }
}

static void
read_part (Parsing *self, const char *data, const char *end, guint depth)
{
  Part part = split_part (data, end);
  g_autofree char *type = get_header (&part, "Content-Type");
  g_autofree char *disposition = get_header (&part, "Content-Disposition");
  g_autofree char *boundary = get_parameter (type, "boundary");

  if (depth > MAX_DEPTH || ++self->n_parts > MAX_PARTS)
    return;
  if (disposition != NULL && g_ascii_strncasecmp (disposition, "attachment", strlen ("attachment")) == 0)
    return;

  if (type != NULL && g_ascii_strncasecmp (type, "multipart/", strlen ("multipart/")) == 0) {
    if (boundary != NULL && *boundary != '\0')
      read_parts (self, &part, boundary, depth);
  } else if (type != NULL && g_ascii_strncasecmp (type, "text/html", strlen ("text/html")) == 0) {
    if (self->html == NULL)
      self->html = decode_body (&part, type);
  } else if (type == NULL || g_ascii_strncasecmp (type, "text/plain", strlen ("text/plain")) == 0) {
    if (self->mail->text == NULL)
      self->mail->text = decode_body (&part, type);
  }
}

static gboolean
is_blank (const char *text)
{
  return text == NULL || text[strspn (text, " \t\r\n")] == '\0';
}

SynMail *
syn_mail_parse (const char *data, gsize size)
{
  SynMail *self = g_new0 (SynMail, 1);
  Parsing parsing = { .mail = self };
  Part part = split_part (data, data + size);
  g_autofree char *subject = get_header (&part, "Subject");
  g_autofree char *from = get_header (&part, "From");
  g_autofree char *id = get_header (&part, "Message-ID");

  self->subject = decode_header (subject);
  self->from = decode_header (from);
  self->date = get_header (&part, "Date");
  self->language = get_header (&part, "Content-Language");
  if (id != NULL)
    self->id = g_strndup (id + strspn (id, "<"), strcspn (id + strspn (id, "<"), ">"));

  read_part (&parsing, data, data + size, 0);
  if (is_blank (self->text) && parsing.html != NULL) {
    g_free (self->text);
    self->text = g_steal_pointer (&parsing.html);
    self->is_html = TRUE;
  }
  g_free (parsing.html);

  return self;
}

void
syn_mail_free (SynMail *self)
{
  g_free (self->subject);
  g_free (self->from);
  g_free (self->date);
  g_free (self->id);
  g_free (self->language);
  g_free (self->text);
  g_free (self);
}
