/* One message of mail: its fields, and the text of its first readable part (RFC 5322; RFC 2045 to 2047). Attachments are
 * passed over; nesting is bounded. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* All owned; NULL where the message does not say. */
typedef struct {
  char *subject;
  char *from;
  char *date;     /* as written */
  char *id;       /* without the angle brackets */
  char *language; /* BCP 47, as declared */
  char *text;     /* UTF-8 as the sender wrote it; NULL where no part is text */
  gboolean is_html;
} SynMail;

/* `data` from the first header to the end of the message: (transfer full). Never fails: what is no header is text. */
SynMail    *syn_mail_parse       (const char *data, gsize size);
void        syn_mail_free        (SynMail *self);

/* The bytes of the header field that `line` starts with ("Subject:" 7), or 0: a name of printable letters, a colon. */
gsize       syn_mail_get_field_name (const char *line, const char *end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynMail, syn_mail_free)

G_END_DECLS
