/* A library of its own in a folder of its own, for one test. */
#pragma once

#include "syn-store-articles.h"
#include "syn-store-search.h"
#include "syn-store-stories.h"

typedef struct {
  char *folder;
  char *path;
  SynStore *store;
} Fixture;

void       fixture_set_up      (Fixture *fixture, gconstpointer data);
void       fixture_tear_down   (Fixture *fixture, gconstpointer data);

/* A record with its hash: (transfer full). */
SynRecord *fixture_make_record (const char *title, const char *text);

/* Takes it in, with an analysis of a few bytes; its id. */
gint64     fixture_add         (Fixture *fixture, const char *title, const char *text);

/* What the file holds, (transfer full). */
GBytes    *fixture_read_file   (const char *path);

#define fixture_test(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
