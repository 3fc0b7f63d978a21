/* Dates, languages and counts as the window words them. Everything is (transfer full). */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* "14 January 2025", as precise as stated: "January 2025", "2025". NULL for NULL and for what is no ISO 8601
 * date. */
char *syn_format_date (const char *iso);

/* "14–19 January 2025"; a single date when both are the same or one is not stated; NULL when neither is. */
char *syn_format_date_range (const char *from, const char *to);

/* A BCP 47 tag's language by its own name: "English", "中文", "Français". The tag itself where nobody named
 * it. */
char *syn_format_language (const char *tag);

/* "5 articles". */
char *syn_format_articles (guint n);

/* What an import did, in a toast's few words: "3 added, 1 failed". */
char *syn_format_import (guint added, guint updated, guint skipped, guint failed);

G_END_DECLS
