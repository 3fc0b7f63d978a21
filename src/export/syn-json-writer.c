#include "config.h"

#include "syn-json-writer-private.h"

#include <math.h>
#include <string.h>

void
syn_json_writer_init (SynJsonWriter *self, GString *out)
{
  self->out = out;
  self->is_first = TRUE;
}

/* g_string_append_len () for the many small pieces that a document is made of: no call where there is room. */
static inline void
append (GString *out, const char *text, gsize length)
{
  if (out->len + length >= out->allocated_len) {
    g_string_append_len (out, text, length);
    return;
  }

  memcpy (out->str + out->len, text, length);
  out->len += length;
  out->str[out->len] = '\0';
}

static inline gboolean
needs_escape (guchar c)
{
  return c < 0x20 || c == 0x7f || c == '"' || c == '\\';
}

static void
append_escaped (GString *out, guchar c)
{
  switch (c) {
  case '"':
    g_string_append (out, "\\\"");
    break;
  case '\\':
    g_string_append (out, "\\\\");
    break;
  case '\n':
    g_string_append (out, "\\n");
    break;
  case '\r':
    g_string_append (out, "\\r");
    break;
  case '\t':
    g_string_append (out, "\\t");
    break;
  default:
    g_string_append_printf (out, "\\u%04x", c);
  }
}

/* `text` as a JSON string; what needs no escape, which is nearly all, in whole runs. */
static void
append_quoted (GString *out, const char *text, gsize length)
{
  const char *end = text + length;
  const char *run = text;

  g_string_append_c (out, '"');
  for (const char *p = text; p < end; p++) {
    if (!needs_escape (*p))
      continue;
    append (out, run, p - run);
    append_escaped (out, *p);
    run = p + 1;
  }
  append (out, run, end - run);
  g_string_append_c (out, '"');
}

static void
begin_value (SynJsonWriter *self, const char *key)
{
  if (!self->is_first)
    g_string_append_c (self->out, ',');
  self->is_first = FALSE;

  if (key != NULL) {
    g_string_append_c (self->out, '"');
    append (self->out, key, strlen (key));
    append (self->out, "\":", 2);
  }
}

static void
begin_nested (SynJsonWriter *self, const char *key, char opener)
{
  begin_value (self, key);
  g_string_append_c (self->out, opener);
  self->is_first = TRUE;
}

static void
end_nested (SynJsonWriter *self, char closer)
{
  g_string_append_c (self->out, closer);
  self->is_first = FALSE;
}

void
syn_json_begin_object (SynJsonWriter *self, const char *key)
{
  begin_nested (self, key, '{');
}

void
syn_json_end_object (SynJsonWriter *self)
{
  end_nested (self, '}');
}

void
syn_json_begin_array (SynJsonWriter *self, const char *key)
{
  begin_nested (self, key, '[');
}

void
syn_json_end_array (SynJsonWriter *self)
{
  end_nested (self, ']');
}

void
syn_json_string_length (SynJsonWriter *self, const char *key, const char *value, gsize length)
{
  begin_value (self, key);
  append_quoted (self->out, value, length);
}

void
syn_json_string (SynJsonWriter *self, const char *key, const char *value)
{
  if (value != NULL)
    syn_json_string_length (self, key, value, strlen (value));
  else
    syn_json_null (self, key);
}

/* Offsets are a third of what is written: printf () would take as long as all the rest. */
void
syn_json_integer (SynJsonWriter *self, const char *key, gint64 value)
{
  char digits[24];
  char *first = digits + sizeof digits;
  guint64 rest = value < 0 ? -(guint64) value : (guint64) value;

  do
    *--first = '0' + rest % 10;
  while ((rest /= 10) > 0);
  if (value < 0)
    *--first = '-';

  begin_value (self, key);
  append (self->out, first, digits + sizeof digits - first);
}

/* The decimals after the point, without the zeros at their end: 2500 is ".25". */
static void
append_decimals (GString *out, guint ten_thousandths)
{
  char decimals[5] = { '.' };
  gsize length = sizeof decimals;

  for (gsize i = sizeof decimals - 1; i > 0; i--) {
    decimals[i] = '0' + ten_thousandths % 10;
    ten_thousandths /= 10;
  }
  while (decimals[length - 1] == '0')
    length--;
  if (length > 1)
    append (out, decimals, length);
}

static void
append_double (GString *out, const char *format, double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (out, g_ascii_formatd (buffer, sizeof buffer, format, value));
}

void
syn_json_score (SynJsonWriter *self, const char *key, double value)
{
  double rounded = round (value * 1e4);

  begin_value (self, key);
  if (rounded > 0 && rounded < 1e4) {
    g_string_append_c (self->out, '0');
    append_decimals (self->out, rounded);
  } else {
    append_double (self->out, "%.6g", rounded / 1e4);
  }
}

void
syn_json_number (SynJsonWriter *self, const char *key, double value)
{
  if (!isfinite (value)) {
    syn_json_null (self, key);
    return;
  }

  begin_value (self, key);
  if (value == floor (value) && fabs (value) < 1e15)
    append_double (self->out, "%.0f", value);
  else
    append_double (self->out, "%.15g", value);
}

void
syn_json_boolean (SynJsonWriter *self, const char *key, gboolean value)
{
  begin_value (self, key);
  g_string_append (self->out, value ? "true" : "false");
}

void
syn_json_null (SynJsonWriter *self, const char *key)
{
  begin_value (self, key);
  g_string_append (self->out, "null");
}
