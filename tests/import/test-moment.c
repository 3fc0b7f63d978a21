/* Protects: a date is read as precisely as it is written, in its own time zone, and never made up. */
#include "syn-moment.h"

static const struct {
  const char *text;
  SynMomentOrder order;
  const char *iso;
} fields[] = {
  { "2024-03-05", 0, "2024-03-05" },
  { "2024-03-05T06:07:08Z", 0, "2024-03-05T06:07:08Z" },
  { "2024-03-05T06:07:08.123456+02:00", 0, "2024-03-05T06:07:08.123+02:00" },
  { "2024-03-05 06:07", 0, "2024-03-05T06:07" },
  { "2024-03-05T06:07+0530", 0, "2024-03-05T06:07+05:30" },
  { "20240305", 0, "2024-03-05" },
  { "2024/3/5", 0, "2024-03-05" },
  { "Tue, 05 Mar 2024 18:05:00 EST", 0, "2024-03-05T18:05:00-05:00" },
  { "Tue, 5 Mar 24 18:05 +0100", 0, "2024-03-05T18:05+01:00" },
  { "Tue Mar  5 08:15:00 2024", 0, "2024-03-05T08:15:00" },
  { "March 5, 2024", 0, "2024-03-05" },
  { "Mar. 5th, 2024 at 3:05 p.m. EDT", 0, "2024-03-05T15:05-04:00" },
  { "5 March 2024, 12:30 am", 0, "2024-03-05T00:30" },
  { "8:15 PM, 5 March 2024", 0, "2024-03-05T20:15" },
  { "Published: 5th of March 2024 4 min read", 0, "2024-03-05" },
  { "5. März 2024, 14.30 Uhr", 0, "2024-03-05T14:30" },
  { "le 5 mars 2024 à 14h30", 0, "2024-03-05T14:30" },
  { "5 de marzo de 2024", 0, "2024-03-05" },
  { "5 марта 2024", 0, "2024-03-05" },
  { "2024年3月5日 08:30", 0, "2024-03-05T08:30" },
  { "2024년 3월 5일", 0, "2024-03-05" },
  { "05.03.2024", 0, "2024-03-05" },
  { "25/03/2024", 0, "2024-03-25" },
  { "03/25/2024", 0, "2024-03-25" },
  { "03/05/2024", SYN_MOMENT_DAY_FIRST, "2024-05-03" },
  { "03/05/2024", SYN_MOMENT_MONTH_FIRST, "2024-03-05" },
  { "03/05/2024", SYN_MOMENT_UNDECIDED, NULL },
  { "2024-02-30", 0, NULL },
  { "March 2024", 0, NULL },
  { "2024", 0, NULL },
  { "5 March 24 Street", 0, "2024-03-05" },
  { "tomorrow", 0, NULL },
  { "", 0, NULL },
};

static void
test_fields (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++) {
    g_autofree char *iso = syn_moment_parse (fields[i].text, fields[i].order);

    g_test_message ("%s", fields[i].text);
    g_assert_cmpstr (iso, ==, fields[i].iso);
  }
}

static void
test_running_text (void)
{
  const char *text = "The gates, shut since today (March 5, 2024), will open on 7 March 2024 at noon.";
  SynSpan span;
  g_autofree char *first = syn_moment_find (text, SYN_MOMENT_UNDECIDED, &span);
  g_autofree char *slice = g_strndup (text + span.start, syn_span_length (span));
  g_autofree char *none = syn_moment_find ("Some 20240305 cubic metres, 12 may 20 others, room 4/5/12.",
                                           SYN_MOMENT_DAY_FIRST, NULL);

  g_assert_cmpstr (first, ==, "2024-03-05");
  g_assert_cmpstr (slice, ==, "March 5, 2024");
  g_assert_null (none);
}

static void
test_order (void)
{
  g_assert_cmpint (syn_moment_get_order (NULL), ==, SYN_MOMENT_UNDECIDED);
  g_assert_cmpint (syn_moment_get_order ("en"), ==, SYN_MOMENT_UNDECIDED);
  g_assert_cmpint (syn_moment_get_order ("en-US"), ==, SYN_MOMENT_MONTH_FIRST);
  g_assert_cmpint (syn_moment_get_order ("en-GB"), ==, SYN_MOMENT_DAY_FIRST);
  g_assert_cmpint (syn_moment_get_order ("fr"), ==, SYN_MOMENT_DAY_FIRST);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/moment/fields", test_fields);
  g_test_add_func ("/moment/running-text", test_running_text);
  g_test_add_func ("/moment/order", test_order);

  return g_test_run ();
}
