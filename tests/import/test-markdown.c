/* Protects: Markdown comes out as the text that its writer meant to be read, and an asterisk or underscore
 * that is no mark stays. */
#include "syn-markdown.h"

static const struct {
  const char *name, *markdown, *blocks; /* "1:" for a heading's level, joined by "|" */
} cases[] = {
  { "heading", "# The weir #\n\nIt is *open*.", "1:The weir|It is open." },
  { "setext", "The weir\n========\nIt is open.\n\nThe mill\n--------\nIt is shut.",
    "1:The weir|It is open.|2:The mill|It is shut." },
  { "emphasis", "A **very** _old_ weir, ***so*** old, ~~new~~.", "A very old weir, so old, new." },
  { "no emphasis", "2 * 3 and snake_case_name and 5* hotel", "2 * 3 and snake_case_name and 5* hotel" },
  { "links",
    "See [the weir](https://weir.example/a_(b)) and <https://mill.example> or [the mill][m].\n\n[m]: "
    "https://mill.example",
    "See the weir and https://mill.example or the mill." },
  { "pictures", "![A weir](weir.jpg) Open.", "Open." },
  { "code", "Run `open --weir`.", "Run open --weir." },
  { "escapes", "5 \\* 4 \\# 1", "5 * 4 # 1" },
  { "list", "- upper *weir*\n- lower weir\n  in two lines\n\n1. first\n2. second",
    "upper weir|lower weir in two lines|first|second" },
  { "quote", "> The weir\n> is open.\n\nSaid he.", "The weir is open.|Said he." },
  { "rule", "Above.\n\n---\n\nBelow.", "Above.|Below." },
  { "fence", "```\nopen # now\n```\nDone.", "open # now|Done." },
  { "wrapped", "The weir\nis open.", "The weir is open." },
  { "html", "A <b>bold</b> weir <!-- old -->.", "A bold weir ." },
  { "comment", "<!-- not\n\nfor reading -->\nOpen.", "Open." },
  { "less than", "3 < 4 and 5 > 4", "3 < 4 and 5 > 4" },
  { "brackets", "He said [sic] it was [open.", "He said [sic] it was [open." },
};

static void
test_split (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GPtrArray) blocks = syn_blocks_new ();
    g_autoptr (GString) joined = g_string_new (NULL);

    syn_markdown_split (blocks, cases[i].markdown);
    for (guint j = 0; j < blocks->len; j++) {
      const SynBlock *block = g_ptr_array_index (blocks, j);

      g_string_append (joined, j > 0 ? "|" : "");
      if (block->level > 0)
        g_string_append_printf (joined, "%u:", block->level);
      g_string_append (joined, block->text);
    }
    g_test_message ("%s", cases[i].name);
    g_assert_cmpstr (joined->str, ==, cases[i].blocks);
  }
}

static void
test_sniff (void)
{
  g_assert_true (syn_markdown_sniff ("# The weir\n\nIt is [open](https://weir.example).\n"));
  g_assert_false (syn_markdown_sniff ("The weir is open.\n\n#weir\n"));
  g_assert_false (syn_markdown_sniff ("We are # 1\n# 1 again"));
}

/* Marks within marks to any depth end, and soon. */
static void
test_depth (void)
{
  g_autoptr (GString) quotes = g_string_new (NULL);
  g_autoptr (GString) brackets = g_string_new (NULL);
  g_autoptr (GPtrArray) blocks = syn_blocks_new ();

  for (guint i = 0; i < 20000; i++) {
    g_string_append_c (quotes, '>');
    g_string_append (brackets, "[");
  }
  syn_markdown_split (blocks, quotes->str);
  syn_markdown_split (blocks, brackets->str);
  g_assert_cmpuint (blocks->len, ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/markdown/split", test_split);
  g_test_add_func ("/markdown/sniff", test_sniff);
  g_test_add_func ("/markdown/depth", test_depth);

  return g_test_run ();
}
