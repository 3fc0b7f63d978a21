/* What the tests of the readers share: bytes or text to a file to drafts. */
#pragma once

#include "syn-importer.h"

/* A folder of its own, removed with everything in it by import_test_clear(). */
char *import_test_make_folder (void);
void import_test_clear (const char *folder);

/* `folder`/`name` with these bytes; `length` -1 for a string. The path: (transfer full). */
char *import_test_write (const char *folder, const char *name, const char *content, gssize length);

/* The articles of a file named `name` with this content: (transfer full) (element-type SynDraft). */
GPtrArray *
import_test_read (const char *name, const char *content, gssize length, gboolean is_plain, GError **error);

/* The one article of such a file; the test fails when there is not exactly one. */
SynDraft *import_test_read_one (const char *name, const char *content);

/* The reason for which `text` was dropped, or NULL. */
const char *import_test_get_why (const SynDraft *draft, const char *text);
