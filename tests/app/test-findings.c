/* Protects: what the inspector lists beside the facts stands on the article's own words, each entry with the
 * passage that it leads to, in the order of the letters; and a count never goes without what it counts. */
#include "syn-findings.h"

#include <glib/gstdio.h>
#include <string.h>

#include "syn-engine.h"

/* A speaker whom both quote, one quantity with two figures, one thing under two names. */
static const char *const TEXTS[] = {
  "Title: Ferry Nordlys back in service\nOutlet: Harbour Post\nDate: 2024-05-02\n\n"
  "The ferry Nordlys went back into service on Thursday after nine weeks in the Oddvik dock.\n\n"
  "“She runs better than ever,” said Captain Ingrid Moe. The disastrous repairs cost 4.2 million kroner.\n",
  "Title: Nordlys sails again\nOutlet: Island Wire\nDate: 2024-05-03\n\n"
  "After nine weeks in the Oddvik dock the ferry Nordlys went back into service on Thursday.\n\n"
  "Repairs to the ferry Nordlys cost 6 million kroner. Ingrid Moe said the ferry was a wonderful ship.\n",
};

static const guint ORDER[] = { 1, 0 };

static gboolean
take_article (SynArticle *article, gpointer data)
{
  g_ptr_array_add (data, g_object_ref (article));

  return TRUE;
}

/* (transfer full) */
static SynComparison *
compare (void)
{
  g_autoptr (SynEngine) engine = syn_engine_new ();
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("synoptic-findings-XXXXXX", &error);
  SynComparison *comparison;

  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (TEXTS); i++) {
    g_autofree char *name = g_strdup_printf ("%c.txt", (int) ('a' + i));
    g_autofree char *path = g_build_filename (folder, name, NULL);

    g_assert_true (g_file_set_contents (path, TEXTS[i], -1, &error));
    g_assert_true (syn_engine_read_file (engine, path, FALSE, NULL, take_article, articles, &error));
    g_assert_no_error (error);
    g_unlink (path);
  }
  g_rmdir (folder);

  comparison = syn_engine_compare (engine, (SynArticle *const *) articles->pdata, articles->len, NULL, NULL,
                                   NULL, &error);
  g_assert_no_error (error);

  return comparison;
}

static const SynFinding *
find (GPtrArray *findings, const char *what)
{
  for (guint i = 0; i < findings->len; i++) {
    const SynFinding *finding = g_ptr_array_index (findings, i);

    if (g_strcmp0 (finding->what, what) == 0) {
      return finding;
    }
  }

  return NULL;
}

/* Every kind: words of the article, without line ends, articles in the order of their letters. */
static void
test_entries (void)
{
  g_autoptr (SynComparison) comparison = compare ();

  for (guint kind = 0; kind < SYN_N_FINDINGS; kind++) {
    g_autoptr (GPtrArray) findings = syn_findings_new (comparison, kind, ORDER);

    for (guint i = 0; i < findings->len; i++) {
      const SynFinding *finding = g_ptr_array_index (findings, i);
      gboolean is_past_first = FALSE;

      g_assert_cmpuint (finding->entries->len, >, 0);
      for (guint k = 0; k < finding->entries->len; k++) {
        const SynFindingEntry *entry = &g_array_index (finding->entries, SynFindingEntry, k);
        SynDocument *document = syn_comparison_get_document (comparison, entry->article);
        g_autofree char *words = syn_document_dup_span (document, entry->span);

        g_assert_null (strchr (entry->text, '\n'));
        if (kind == SYN_FINDINGS_FIGURES || kind == SYN_FINDINGS_QUOTES || kind == SYN_FINDINGS_WORDING) {
          g_assert_nonnull (strstr (entry->text, words));
        }
        g_assert_false (is_past_first && entry->article == ORDER[0]);
        is_past_first |= entry->article != ORDER[0];
      }
    }
  }
}

static void
test_quotes (void)
{
  g_autoptr (SynComparison) comparison = compare ();
  g_autoptr (GPtrArray) findings = syn_findings_new (comparison, SYN_FINDINGS_QUOTES, ORDER);
  const SynFinding *finding = find (findings, "Ingrid Moe");

  g_assert_nonnull (finding);
  g_assert_cmpuint (finding->entries->len, ==, 2);
  g_assert_cmpuint (syn_findings_count (findings, SYN_FINDINGS_QUOTES), >=, 2);
  /* The direct one has its quotation marks. */
  g_assert_true (g_str_has_prefix (g_array_index (finding->entries, SynFindingEntry, 1).text, "“She runs"));
}

static void
test_wording (void)
{
  g_autoptr (SynComparison) comparison = compare ();
  g_autoptr (GPtrArray) findings = syn_findings_new (comparison, SYN_FINDINGS_WORDING, ORDER);
  const SynFinding *finding;
  const SynFindingEntry *entry;

  g_assert_cmpuint (findings->len, ==, 2);
  finding = g_ptr_array_index (findings, 1);
  entry = &g_array_index (finding->entries, SynFindingEntry, 0);
  g_assert_cmpstr (entry->text, ==, "disastrous");
  g_assert_nonnull (entry->reason);
}

static void
test_names (void)
{
  for (guint kind = 0; kind < SYN_N_FINDINGS; kind++) {
    g_assert_cmpstr (syn_findings_get_name (kind), !=, "");
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/findings/entries", test_entries);
  g_test_add_func ("/app/findings/quotes", test_quotes);
  g_test_add_func ("/app/findings/wording", test_wording);
  g_test_add_func ("/app/findings/names", test_names);

  return g_test_run ();
}
