/* A folder with an engine over a library of its own, for one test; and a few articles made up for it. */
#pragma once

#include "syn-engine.h"

typedef struct {
  char *home;
  char *folder; /* in `home`, for articles */
  char *library;
  SynEngine *engine;
} Fixture;

void             fixture_set_up    (Fixture *fixture, gconstpointer data);
void             fixture_tear_down (Fixture *fixture, gconstpointer data);

/* Closes the library and opens it again. */
void             fixture_reopen    (Fixture *fixture);

/* Writes a file in the folder; its path, (transfer full). */
char            *fixture_write     (Fixture *fixture, const char *name, const char *content);

/* Imports one path; no error. (transfer full) */
SynImportReport *fixture_import    (Fixture *fixture, const char *path);

/* Two stories in four files "dam-1.txt", "dam-2.txt", "orchestra-1.txt", "orchestra-2.txt". */
void             fixture_write_stories (Fixture *fixture);

/* The library's article of that file: (transfer full), NULL where there is none. */
SynArticle      *fixture_find      (Fixture *fixture, const char *name);

/* Runs the main loop until `*done` or, failing the test, for 20 seconds. */
void             fixture_wait      (const gboolean *done);

#define fixture_test(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
