/* Who wrote it, as bylines say it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The names of a line that is a byline ("By Ann Field and Tom Roe, staff writers" gives "Ann Field and Tom
 * Roe"), NULL for any other line: (transfer full). */
char *syn_byline_parse (const char *line);

/* The names in a line that has them somewhere: behind a lead-in ("Posted on 3 March by Ann Field"), or at
 * its start ("Ann Field, 3 March"), two words at least there: (transfer full) or NULL. */
char *syn_byline_find (const char *line);

/* `text` leads in a writer and says no more ("Author:", "by"). `is_sure`: no other word may mean it. */
gboolean syn_byline_is_lead_in (const char *text, gboolean *is_sure);

/* `line` begins with a lead-in that can be nothing else ("Written by", not "By"). */
gboolean syn_byline_begins_surely (const char *line);

/* What systems fill in where no writer is known: "admin", "Redaktion". */
gboolean syn_byline_is_nobody (const char *names);

/* `text` is names and the small words between them, of two words at least, and nothing else. */
gboolean syn_byline_is_names (const char *text);

/* The same, one word being enough: where it is said that a name stands here. */
gboolean syn_byline_is_name (const char *text);

/* "Environment correspondent", "Staff writer, Oslo": what a writer is, alone on a line. */
gboolean syn_byline_is_role (const char *text);

/* A field that is known to name the writers, without lead-in, roles and addresses: (transfer full), NULL when
 * nothing is left. "ann@post.example (Ann Field)" gives "Ann Field". */
char *syn_byline_clean (const char *names);

/* The same without the outlet's name and what follows or leads in to it: "Ann Field Weir Post Staff",
 * "Weir Post - Ann Field"; `outlet` may be NULL. (transfer full), never NULL. */
char *syn_byline_drop_outlet (const char *names, const char *outlet);

/* The names in a closing paragraph such as "Reporting from Oslo was Ann Field, with Tom Roe from Bergen.",
 * joined by commas: (transfer full) or NULL. */
char *syn_byline_find_reporting (const char *paragraph);

G_END_DECLS
