/* Mail as programs save it: one message a file (".eml"), or a mailbox of many (RFC 4155), such as newsletters
 * and lists are kept in. */
#include "config.h"

#include "syn-reader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "syn-byline.h"
#include "syn-clean.h"
#include "syn-error.h"
#include "syn-fields.h"
#include "syn-leftovers.h"
#include "syn-mail.h"
#include "syn-moment.h"
#include "syn-page-body.h"
#include "syn-paragraphs.h"

/* ---- telling mail ---- */

/* One header field that only mail has. */
static gboolean
has_mail_header (const char *head)
{
  static const char *const headers[] = {
    "\nmessage-id:",  "\nmime-version:", "\nreceived:",
    "\nreturn-path:", "\ndelivered-to:", "\ncontent-transfer-encoding:"
  };

  for (guint i = 0; i < G_N_ELEMENTS (headers); i++) {
    if (strstr (head, headers[i]) != NULL || g_str_has_prefix (head, headers[i] + 1))
      return TRUE;
  }

  return FALSE;
}

/* "from ann@post.example thu jan  9 08:15:00 2025" */
static gboolean
looks_like_envelope (const char *head)
{
  const char *end = strchr (head, '\n');
  const char *colon = strchr (head, ':');

  while (end != NULL && end > head && g_ascii_isspace (end[-1]))
    end--;

  return g_str_has_prefix (head, "from ") && end != NULL && colon != NULL && colon < end && end - head > 20 &&
         g_ascii_isdigit (end[-1]) && g_ascii_isdigit (end[-4]);
}

static guint
sniff_mail (const char *head, const char *ending)
{
  const char *end = head + strlen (head);
  const char *line = head;
  gboolean has_envelope = looks_like_envelope (head);

  if (has_envelope)
    line = strchr (head, '\n') + 1;
  if (syn_mail_get_field_name (line, end) == 0)
    return 0;
  if (has_envelope || (has_mail_header (head) && strstr (head, "subject:") != NULL))
    return 92;

  return strcmp (ending, "eml") == 0 || strcmp (ending, "mbox") == 0 ? 70 : 0;
}

/* ---- one message ---- */

/* What stands below the line "-- " is the sender's card. */
static void
cut_signature (char *text)
{
  char *line = strstr (text, "\n-- \n");

  if (line == NULL)
    line = strstr (text, "\n--\n");
  if (line != NULL)
    line[1] = '\0';
}

static GPtrArray *
make_blocks (const SynMail *mail, const char *title)
{
  GPtrArray *blocks;
  g_autofree char *clean = NULL;

  if (mail->text != NULL && mail->is_html) {
    g_autoptr (SynMarkup) markup = syn_markup_parse (mail->text, -1);

    blocks = syn_page_body_find (markup, title);
    syn_blocks_clean (blocks);
  } else {
    blocks = syn_blocks_new ();
    clean = syn_clean_text (mail->text != NULL ? mail->text : "", -1);
    cut_signature (clean);
    syn_paragraphs_split (blocks, clean);
  }
  syn_leftovers_mark (blocks);

  return blocks;
}

static void
read_message (SynReading *reading, const char *data, gsize size)
{
  g_autoptr (SynMail) mail = syn_mail_parse (data, size);
  g_autoptr (GPtrArray) blocks = make_blocks (mail, mail->subject);
  g_autoptr (SynDraft) draft = syn_draft_new ();

  draft->title = g_strdup (mail->subject);
  draft->byline = mail->from != NULL ? syn_byline_clean (mail->from) : NULL;
  draft->published = mail->date != NULL ? syn_moment_parse (mail->date, SYN_MOMENT_UNDECIDED) : NULL;
  draft->language = mail->language != NULL ? syn_fields_get_language (mail->language) : NULL;
  draft->key = g_strdup (mail->id);
  syn_blocks_to_draft (blocks, draft);
  if (draft->title != NULL || *draft->text != '\0')
    syn_reading_emit (reading, g_steal_pointer (&draft));
}

/* ---- a mailbox ---- */

/* "From ann@post.example Thu Jan  9 08:15:00 2025", behind a blank line or first of all. */
static gboolean
is_envelope (const char *line, const char *end)
{
  const char *line_end = memchr (line, '\n', end - line);
  gsize length = (line_end != NULL ? line_end : end) - line;
  g_autofree char *text = NULL;

  if (length < strlen ("From a Mon Jan 1 00:00:00 1970") || length > 300 || strncmp (line, "From ", 5) != 0)
    return FALSE;

  text = g_strchomp (g_strndup (line, length));

  return g_regex_match_simple (
      " [0-9]{1,2}:[0-9]{2}(:[0-9]{2})?( [A-Z+-][A-Z0-9]*)? [0-9]{4}( [+-][0-9]{4})?$", text, 0, 0);
}

/* The start of the next message's envelope, or `end`. */
static const char *
find_envelope (const char *from, const char *end)
{
  gboolean was_blank = FALSE;

  for (const char *line = from; line < end;) {
    const char *line_end = memchr (line, '\n', end - line);
    const char *next = line_end != NULL ? line_end + 1 : end;

    if (was_blank && is_envelope (line, end))
      return line;
    was_blank = next - line <= 2 && (*line == '\n' || *line == '\r');
    line = next;
  }

  return end;
}

/* ">From" at a line's start was "From" before it was kept among others. */
static char *
restore_from (const char *data, gsize size, gsize *length)
{
  GString *message = g_string_sized_new (size);
  const char *end = data + size;

  for (const char *line = data; line < end;) {
    const char *line_end = memchr (line, '\n', end - line);
    const char *next = line_end != NULL ? line_end + 1 : end;
    gsize n_marks = 0;

    while (line + n_marks < next && line[n_marks] == '>')
      n_marks++;
    if (n_marks > 0 && next - line - n_marks > 5 && strncmp (line + n_marks, "From ", 5) == 0)
      line++;
    g_string_append_len (message, line, next - line);
    line = next;
  }
  *length = message->len;

  return g_string_free (message, FALSE);
}

static gboolean
read_mailbox (SynReading *reading, const char *data, const char *end, GError **error)
{
  for (const char *envelope = data; envelope < end && !syn_reading_is_stopped (reading);) {
    const char *line_end = memchr (envelope, '\n', end - envelope);
    const char *start = line_end != NULL ? line_end + 1 : end;
    const char *next = find_envelope (start, end);
    g_autofree char *message = NULL;
    gsize length;

    if (next - start > SYN_IMPORT_MAX_ARTICLE)
      return syn_reading_fail_large (reading, error);
    message = restore_from (start, next - start, &length);
    read_message (reading, message, length);
    envelope = next;
  }

  return TRUE;
}

static gboolean
read_mail (SynReading *reading, GError **error)
{
  const char *data = (const char *) reading->data;
  const char *end = data + reading->size;

  if (is_envelope (data, end)) {
    if (!read_mailbox (reading, data, end, error))
      return FALSE;
  } else if (reading->size > SYN_IMPORT_MAX_ARTICLE) {
    return syn_reading_fail_large (reading, error);
  } else {
    read_message (reading, data, reading->size);
  }

  if (reading->n_drafts == 0 && !reading->is_stopped) {
    g_autofree char *name = syn_reading_get_name (reading);

    g_set_error (error, SYN_ERROR, SYN_ERROR_EMPTY, _ ("%s has no text of an article in it"), name);
    return FALSE;
  }

  return TRUE;
}

const SynReader syn_reader_mail = {
  .name = "mail",
  .sniff = sniff_mail,
  .read = read_mail,
};
