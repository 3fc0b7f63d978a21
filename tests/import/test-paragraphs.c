/* Protects: paragraphs come out as they were meant, whether the file has a line or a blank line for each, and
 * hard-wrapped lines are one paragraph again without a lost or doubled character. */
#include "syn-paragraphs.h"

static const struct {
  const char *name, *text, *paragraphs; /* joined by "|" */
} cases[] = {
  { "one a line", "The weir opened at dawn.\nNobody was near.\n",
    "The weir opened at dawn.|Nobody was near." },
  { "blank lines", "The weir opened at dawn.\n\n\nNobody was near.",
    "The weir opened at dawn.|Nobody was near." },
  { "both", "Heading\n\nThe weir opened.\nNobody was near.", "Heading|The weir opened.|Nobody was near." },
  { "wrapped",
    "The weir above the old mill was opened at dawn on Monday, an hour\n"
    "before the engineers had said it would be, and the water that had\n"
    "stood behind it since the autumn went down the valley in less time\n"
    "than anyone thought.\n"
    "\n"
    "Nobody was near. The miller, who had been told, slept through the\n"
    "whole of it and found his boat in a tree.\n",
    "The weir above the old mill was opened at dawn on Monday, an hour before the engineers had said it "
    "would be, and the "
    "water that had stood behind it since the autumn went down the valley in less time than anyone thought.|"
    "Nobody was near. The miller, who had been told, slept through the whole of it and found his boat in a "
    "tree." },
  { "wrapped at hyphens",
    "The engineers of the river board had spoken of a once-in-a-\n"
    "century flood, and they had built what they thought was a well-\n"
    "made weir, one that the whole of the upper valley could be proud\n"
    "of.\n",
    "The engineers of the river board had spoken of a once-in-a-century flood, and they had built what they "
    "thought was a "
    "well-made weir, one that the whole of the upper valley could be proud of." },
  { "wrapped Han",
    "北山水库的水位在一夜之间下降了三米，工程师说这是因为下游的闸门比\n"
    "原计划提前了一个小时打开，当时河边没有人，住在老磨坊里的磨坊主也\n"
    "在睡觉，直到早上他才发现自己的船挂在了树上，村里的人都跑来看热闹\n"
    "，笑了一整天。\n",
    "北山水库的水位在一夜之间下降了三米，工程师说这是因为下游的闸门比原计划提前了一个小时打开，当时河边没有人"
    "，住在老磨坊里的磨坊主也"
    "在睡觉，直到早上他才发现自己的船挂在了树上，村里的人都跑来看热闹，笑了一整天。" },
  { "short lines are no wrapping", "Upper weir\nLower weir\nThe old mill\nThe new mill\nThe ford",
    "Upper weir|Lower weir|The "
    "old mill|The new mill|The ford" },
  { "nothing", "\n \n", "" },
};

static void
test_split (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GPtrArray) blocks = syn_blocks_new ();
    g_autoptr (GString) joined = g_string_new (NULL);

    syn_paragraphs_split (blocks, cases[i].text);
    for (guint j = 0; j < blocks->len; j++)
      g_string_append_printf (joined, "%s%s", j > 0 ? "|" : "",
                              ((SynBlock *) g_ptr_array_index (blocks, j))->text);
    g_test_message ("%s", cases[i].name);
    g_assert_cmpstr (joined->str, ==, cases[i].paragraphs);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paragraphs/split", test_split);

  return g_test_run ();
}
