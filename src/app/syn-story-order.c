#include "config.h"

#include "syn-story-order.h"

#include <glib/gi18n.h>

#include "syn-story-item.h"

GType
syn_story_order_get_type (void)
{
  static const GEnumValue VALUES[] = {
    { SYN_STORY_ORDER_NEWEST, "SYN_STORY_ORDER_NEWEST", "newest" },
    { SYN_STORY_ORDER_MOST_ARTICLES, "SYN_STORY_ORDER_MOST_ARTICLES", "most-articles" },
    { SYN_STORY_ORDER_MOST_FACTS, "SYN_STORY_ORDER_MOST_FACTS", "most-facts" },
    { SYN_STORY_ORDER_MOST_CONFLICTS, "SYN_STORY_ORDER_MOST_CONFLICTS", "most-conflicts" },
    { SYN_STORY_ORDER_TITLE, "SYN_STORY_ORDER_TITLE", "title" },
    { 0, NULL, NULL },
  };
  static gsize type = 0;

  if (g_once_init_enter (&type)) {
    g_once_init_leave (&type, g_enum_register_static ("SynStoryOrder", VALUES));
  }

  return type;
}

const char *
syn_story_order_get_label (SynStoryOrder order)
{
  switch (order) {
  case SYN_STORY_ORDER_MOST_ARTICLES:
    return _ ("Most Articles First");
  case SYN_STORY_ORDER_MOST_FACTS:
    return _ ("Most Facts First");
  case SYN_STORY_ORDER_MOST_CONFLICTS:
    return _ ("Most Conflicts First");
  case SYN_STORY_ORDER_TITLE:
    return _ ("By Title");
  case SYN_STORY_ORDER_NEWEST:
  default:
    return _ ("Newest First");
  }
}

static int
compare_counts (SynStory *a, SynStory *b, SynStoryOrder order)
{
  guint facts_a = 0, facts_b = 0;
  guint conflicts_a = 0, conflicts_b = 0;
  guint origins;

  syn_story_get_counts (a, &facts_a, &conflicts_a, &origins);
  syn_story_get_counts (b, &facts_b, &conflicts_b, &origins);
  if (order == SYN_STORY_ORDER_MOST_FACTS) {
    return (facts_b > facts_a) - (facts_b < facts_a);
  }

  return (conflicts_b > conflicts_a) - (conflicts_b < conflicts_a);
}

static int
compare_newest (SynStory *a, SynStory *b)
{
  int order = g_strcmp0 (syn_story_get_to (b), syn_story_get_to (a));

  if (order == 0) {
    order = (syn_story_get_id (b) > syn_story_get_id (a)) - (syn_story_get_id (b) < syn_story_get_id (a));
  }

  return order;
}

static int
compare_stories (gconstpointer a, gconstpointer b, gpointer user_data)
{
  SynStoryOrder order = GPOINTER_TO_INT (user_data);
  SynStoryItem *item_a = SYN_STORY_ITEM ((gpointer) a);
  SynStoryItem *item_b = SYN_STORY_ITEM ((gpointer) b);
  SynStory *story_a = syn_story_item_get_story (item_a);
  SynStory *story_b = syn_story_item_get_story (item_b);
  int result = 0;

  switch (order) {
  case SYN_STORY_ORDER_MOST_ARTICLES:
    result = (int) syn_story_item_get_n_articles (item_b) - (int) syn_story_item_get_n_articles (item_a);
    break;
  case SYN_STORY_ORDER_MOST_FACTS:
  case SYN_STORY_ORDER_MOST_CONFLICTS:
    result = compare_counts (story_a, story_b, order);
    break;
  case SYN_STORY_ORDER_TITLE:
    result = g_utf8_collate (syn_story_get_title (story_a), syn_story_get_title (story_b));
    break;
  case SYN_STORY_ORDER_NEWEST:
  default:
    break;
  }

  return result != 0 ? result : compare_newest (story_a, story_b);
}

GtkSorter *
syn_story_order_new_sorter (SynStoryOrder order)
{
  return GTK_SORTER (gtk_custom_sorter_new (compare_stories, GINT_TO_POINTER (order), NULL));
}
