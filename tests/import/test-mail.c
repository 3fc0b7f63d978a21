/* Protects: a message of mail gives its subject, sender, day and words as a mail program shows them, a
 * mailbox each of its messages; what only begins like mail is read as text, and no message, however nested or
 * broken, brings the reader down. */
#include "import-test.h"

#include <string.h>

typedef struct {
  const char *name;
  const char *file;
  const char *content;
  const char *titles;
  const char *bylines;
  const char *texts; /* joined by "|" */
} Case;

#define HEAD                                                                                                 \
  "Message-ID: <1@post.example>\nFrom: Ann Field <ann@post.example>\nSubject: Weir opened\nDate: Tue, 5 "    \
  "Mar 2024 06:07:08 +0000\n"

static const Case cases[] = {
  { "plain", "a.eml", HEAD "\nThe weir is open.\n\nThe valley slept.\n-- \nAnn Field\nValley Post\n",
    "Weir opened", "Ann Field", "The weir is open.\n\nThe valley slept." },
  { "quoted-printable", "a.txt",
    HEAD "Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\nThe "
         "weir at Vall=E9e is=\n open.\n",
    "Weir opened", "Ann Field", "The weir at Vallée is open." },
  { "base64, HTML alone", "a.eml",
    HEAD "Content-Type: text/html; charset=\"utf-8\"\nContent-Transfer-Encoding: "
         "base64\n\nPHA+VGhlIHdlaXIgaXMgb3Blbi48\nL3A+\n",
    "Weir opened", "Ann Field", "The weir is open." },
  { "encoded words", "a.eml",
    "Message-ID: <1>\nFrom: =?utf-8?B?Wm/DqSBMYWNyb2l4?= <z@post.example>\nSubject: "
    "=?utf-8?Q?The_weir_at?=\n "
    "=?utf-8?Q?_Vall=C3=A9e?= is open\n\nThe weir is open.\n",
    "The weir at Vallée is open", "Zoé Lacroix", "The weir is open." },
  { "parts", "a.eml",
    HEAD "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b1\n\nNot shown.\n--b1\nContent-Type: "
         "multipart/alternative; "
         "boundary=\"b1x\"\n\n--b1x\nContent-Type: text/html\n\n<p>In HTML.</p>\n--b1x\nContent-Type: "
         "text/plain\n\nThe weir is "
         "open.\n--b1x--\n--b1\nContent-Type: text/plain\nContent-Disposition: attachment; "
         "filename=a.txt\n\nAttached.\n--b1--\n",
    "Weir opened", "Ann Field", "The weir is open." },
  { "mailbox", "a.mbox",
    "From ann@post.example Tue Mar  5 06:07:08 2024\n" HEAD
    "\nThe weir is open.\n\n>From dawn on, nobody was near.\n\n"
    "From tom@post.example Wed Mar  6 06:07:08 2024\nFrom: Tom Roe <tom@post.example>\nSubject: Weir "
    "shut\n\nThe weir is shut.\n",
    "Weir opened|Weir shut", "Ann Field|Tom Roe",
    "The weir is open.\n\nFrom dawn on, nobody was near.|The weir is shut." },
  { "no mail", "a.txt",
    "From the valley\nSource: Valley Post\n\nThe weir is open, the engineers said on Monday.\n", NULL, NULL,
    "The weir is open, the engineers said on Monday." },
};

static void
test_messages (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) drafts = import_test_read (cases[i].file, cases[i].content, -1, FALSE, &error);
    g_autoptr (GString) titles = g_string_new (NULL);
    g_autoptr (GString) bylines = g_string_new (NULL);
    g_autoptr (GString) texts = g_string_new (NULL);

    g_assert_no_error (error);
    for (guint j = 0; j < drafts->len; j++) {
      const SynDraft *draft = g_ptr_array_index (drafts, j);

      g_string_append_printf (titles, "%s%s", j > 0 ? "|" : "", draft->title);
      g_string_append_printf (bylines, "%s%s", j > 0 ? "|" : "", draft->byline);
      g_string_append_printf (texts, "%s%s", j > 0 ? "|" : "", draft->text);
    }
    g_test_message ("%s", cases[i].name);
    if (cases[i].titles != NULL) {
      g_assert_cmpstr (titles->str, ==, cases[i].titles);
      g_assert_cmpstr (bylines->str, ==, cases[i].bylines);
    }
    g_assert_cmpstr (texts->str, ==, cases[i].texts);
  }
}

static void
test_day_and_key (void)
{
  g_autoptr (SynDraft) draft =
      import_test_read_one ("a.eml", HEAD "Content-Language: en-GB\n\nThe weir is open.\n");

  g_assert_cmpstr (draft->published, ==, "2024-03-05T06:07:08+00:00");
  g_assert_cmpstr (draft->key, ==, "1@post.example");
  g_assert_cmpstr (draft->language, ==, "en-GB");
}

/* Nests, repeats and breaks off. */
static void
test_bounds (void)
{
  static const char *const parts[] = {
    "Content-Type: multipart/mixed; boundary=b\n\n--b\n",
    "--b\nContent-Type: text/plain\n\n",
    "Content-Type: text/plain; charset=\"\nContent-Transfer-Encoding: base64\n\n=?",
    "Subject: =?utf-8?Q?=\n =?\n",
    "\n\nFrom a@b Tue Mar  5 06:07:08 2024\n",
    "--b--\n=\r\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
    g_autoptr (GString) content =
        g_string_new (i % 2 == 0 ? "From a@b Tue Mar  5 06:07:08 2024\nX: y\n" : HEAD);
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) drafts = NULL;

    g_string_append (content, "Content-Type: multipart/mixed; boundary=b\n\n");
    for (guint j = 0; j < 20000; j++)
      g_string_append (content, parts[(i + (j % 3 == 0 ? j : 0)) % G_N_ELEMENTS (parts)]);
    drafts = import_test_read ("a.eml", content->str, content->len, FALSE, &error);
    g_test_message ("%s: %u, %s", parts[i], drafts->len, error != NULL ? error->message : "");
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mail/messages", test_messages);
  g_test_add_func ("/mail/day-and-key", test_day_and_key);
  g_test_add_func ("/mail/bounds", test_bounds);

  return g_test_run ();
}
