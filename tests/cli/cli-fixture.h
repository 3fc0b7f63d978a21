/* A folder of its own for one test, and the built synoptic-cli ($SYNOPTIC_CLI) run in it. */
#pragma once

#include <json-glib/json-glib.h>

typedef struct {
  char *home;    /* XDG_DATA_HOME and working directory of the runs */
  char *library; /* a file that is not there yet */
  /* of the last run */
  int status;
  char *out;
  char *err;
} Fixture;

void      fixture_set_up    (Fixture *fixture, gconstpointer data);
void      fixture_tear_down (Fixture *fixture, gconstpointer data);

/* Writes a file in the folder. */
void      fixture_write     (Fixture *fixture, const char *name, const char *content);

/* Runs with those arguments, NULL ended; waits for the end. A run ended by a signal fails the test. Files'
 * modes bind it even where the tests run as root. */
void      fixture_run       (Fixture *fixture, ...) G_GNUC_NULL_TERMINATED;

/* The last run's output as JSON: (transfer none) until the next call. */
JsonNode *fixture_json      (Fixture *fixture);

/* Starts without waiting, output dropped. */
GPid      fixture_start     (Fixture *fixture, ...) G_GNUC_NULL_TERMINATED;

#define fixture_test(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
