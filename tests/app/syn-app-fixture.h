/* A library of its own in a temporary folder: three articles on a ferry, two on a museum, one on neither. */
#pragma once

#include "syn-library.h"

G_BEGIN_DECLS

#define SYN_FIXTURE_N_ARTICLES 6

typedef struct {
  char *folder;
  SynEngine *engine;
  SynLibrary *library; /* open and loaded */
} SynAppFixture;

void syn_app_fixture_set_up (SynAppFixture *self, gconstpointer unused);
void syn_app_fixture_tear_down (SynAppFixture *self, gconstpointer unused);

/* The article whose outlet that is; it must be there. */
SynArticleItem *syn_app_fixture_find (SynAppFixture *self, const char *outlet);

/* Lets the main loop run until `is_so` says TRUE; fails the test after ten seconds. */
void syn_app_fixture_wait (gboolean (*is_so) (gpointer data), gpointer data);

G_END_DECLS
