#include "config.h"

#include "syn-page-data.h"

#include <string.h>

#include "syn-byline.h"
#include "syn-clean.h"
#include "syn-fields.h"
#include "syn-json.h"
#include "syn-lexicon.h"
#include "syn-moment.h"

/* An article's data stands in the first few objects of a page; some list hundreds of products. */
#define MAX_OBJECTS 200

/* ---- values ---- */

/* Values are plain text that many a page escapes once too often. */
static char *
tidy (const char *value)
{
  const char *escape = value != NULL ? strchr (value, '&') : NULL;

  if (escape != NULL && strchr (escape, ';') != NULL && strchr (value, '<') == NULL) {
    g_autoptr (SynMarkup) markup = syn_markup_parse (value, -1);
    g_autofree char *text = syn_node_get_text (syn_markup_get_root (markup));

    return syn_clean_field (text);
  }

  return syn_clean_field (value);
}

static void
take (char **place, const char *value)
{
  if (*place == NULL)
    *place = tidy (value);
}

static void
take_date (SynDraft *draft, char **place, const char *value)
{
  if (*place == NULL && value != NULL && strlen (value) < 100)
    *place = syn_moment_parse (value, syn_moment_get_order (draft->language));
}

static void
take_language (SynDraft *draft, const char *value)
{
  if (draft->language == NULL && value != NULL)
    draft->language = syn_fields_get_language (value);
}

static void
take_url (SynDraft *draft, const char *value)
{
  if (draft->url == NULL && value != NULL &&
      (g_str_has_prefix (value, "http://") || g_str_has_prefix (value, "https://")) &&
      strpbrk (value, " \n\t") == NULL)
    draft->url = g_strdup (value);
}

/* Names of people, not addresses of their pages nor of the whole site. */
static void
take_byline (SynDraft *draft, const char *value)
{
  g_autofree char *names = NULL;

  if (draft->byline != NULL || value == NULL || strstr (value, "://") != NULL || strlen (value) > 400 ||
      *value == '@')
    return;

  names = tidy (value);
  draft->byline = names != NULL ? syn_byline_clean (names) : NULL;
}

/* ---- JSON-LD ---- */

typedef struct {
  SynDraft *draft;
  JsonNode *script; /* being read */
  char *account;    /* owned */
  guint n_objects;
  gboolean wants_articles; /* else pages */
} Data;

static const char *
get_string (JsonObject *object, const char *key)
{
  JsonNode *node = json_object_get_member (object, key);

  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node) && json_array_get_length (json_node_get_array (node)) > 0)
    node = json_array_get_element (json_node_get_array (node), 0);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : NULL;
}

static void
append_name (GString *names, const char *name)
{
  g_autofree char *clean = syn_clean_field (name);

  if (clean != NULL && strstr (clean, "://") == NULL && strstr (names->str, clean) == NULL)
    g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", clean);
}

/* The name of the object that goes by `id` elsewhere in the script, or NULL. */
static const char *
find_named (JsonNode *node, const char *id)
{
  if (JSON_NODE_HOLDS_ARRAY (node)) {
    JsonArray *array = json_node_get_array (node);
    const char *name = NULL;

    for (guint i = 0; i < json_array_get_length (array) && name == NULL; i++)
      name = find_named (json_array_get_element (array, i), id);
    return name;
  }
  if (JSON_NODE_HOLDS_OBJECT (node)) {
    JsonObject *object = json_node_get_object (node);
    JsonNode *graph = json_object_get_member (object, "@graph");

    if (graph != NULL)
      return find_named (graph, id);
    return g_strcmp0 (get_string (object, "@id"), id) == 0 ? get_string (object, "name") : NULL;
  }

  return NULL;
}

/* A name, an object that has one or, where `script` is given, stands for one that has, or several of these.
 */
static void
append_names (GString *names, JsonNode *node, JsonNode *script)
{
  if (node == NULL)
    return;

  if (JSON_NODE_HOLDS_ARRAY (node)) {
    JsonArray *array = json_node_get_array (node);

    for (guint i = 0; i < json_array_get_length (array); i++) {
      if (!JSON_NODE_HOLDS_ARRAY (json_array_get_element (array, i)))
        append_names (names, json_array_get_element (array, i), script);
    }
  } else if (JSON_NODE_HOLDS_OBJECT (node)) {
    const char *name = get_string (json_node_get_object (node), "name");
    const char *id = get_string (json_node_get_object (node), "@id");

    append_name (names, name == NULL && id != NULL && script != NULL ? find_named (script, id) : name);
  } else if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING) {
    append_name (names, json_node_get_string (node));
  }
}

static gboolean
is_article (const char *type)
{
  return g_str_has_suffix (type, "Article") || g_str_has_suffix (type, "BlogPosting") ||
         strcmp (type, "Report") == 0 || strcmp (type, "LiveBlogPosting") == 0 ||
         strcmp (type, "SocialMediaPosting") == 0 || strcmp (type, "Review") == 0;
}

static gboolean
has_type (JsonObject *object, gboolean wants_articles)
{
  JsonNode *node = json_object_get_member (object, "@type");
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  guint n = array != NULL ? json_array_get_length (array) : 1;

  for (guint i = 0; node != NULL && i < n; i++) {
    JsonNode *element = array != NULL ? json_array_get_element (array, i) : node;
    const char *type = JSON_NODE_HOLDS_VALUE (element) && json_node_get_value_type (element) == G_TYPE_STRING
                           ? json_node_get_string (element)
                           : "";

    if (g_str_has_prefix (type, "http"))
      type = strrchr (type, '/') + 1;
    if (wants_articles ? is_article (type) : g_str_has_suffix (type, "WebPage"))
      return TRUE;
  }

  return FALSE;
}

static void
read_object (Data *self, JsonObject *object)
{
  SynDraft *draft = self->draft;
  g_autoptr (GString) authors = g_string_new (NULL);
  g_autoptr (GString) publisher = g_string_new (NULL);
  JsonNode *page = json_object_get_member (object, "mainEntityOfPage");

  append_names (authors, json_object_get_member (object, "author"), NULL);
  append_names (publisher, json_object_get_member (object, "publisher"), self->script);

  take_language (draft, get_string (object, "inLanguage"));
  if (self->wants_articles) {
    take (&draft->title, get_string (object, "headline"));
    take_byline (draft, authors->len > 0 ? authors->str : NULL);
    if (authors->len == 0 && self->account == NULL) {
      append_names (authors, json_object_get_member (object, "author"), self->script);
      self->account = authors->len > 0 ? syn_byline_clean (authors->str) : NULL;
    }
    take (&draft->outlet, publisher->len > 0 ? publisher->str : NULL);
  }
  take_date (draft, &draft->published, get_string (object, "datePublished"));
  take_date (draft, &draft->updated, get_string (object, "dateModified"));
  if (page != NULL && JSON_NODE_HOLDS_OBJECT (page))
    take_url (draft, get_string (json_node_get_object (page), "@id"));
  take_url (draft, get_string (object, "mainEntityOfPage"));
  take_url (draft, get_string (object, "url"));
}

/* Objects stand alone, in arrays, in "@graph" or within one another. */
static void
read_node (Data *self, JsonNode *node)
{
  if (self->n_objects > MAX_OBJECTS)
    return;

  if (JSON_NODE_HOLDS_ARRAY (node)) {
    JsonArray *array = json_node_get_array (node);

    for (guint i = 0; i < json_array_get_length (array); i++)
      read_node (self, json_array_get_element (array, i));
  } else if (JSON_NODE_HOLDS_OBJECT (node)) {
    JsonObject *object = json_node_get_object (node);
    const char *inside[] = { "@graph", "mainEntity", "mainEntityOfPage" };

    self->n_objects++;
    if (has_type (object, self->wants_articles))
      read_object (self, object);
    for (guint i = 0; i < G_N_ELEMENTS (inside); i++) {
      JsonNode *member = json_object_get_member (object, inside[i]);

      if (member != NULL)
        read_node (self, member);
    }
  }
}

/* As people write it: line ends within strings, a comment or CDATA around, a semicolon behind. */
static JsonNode *
parse_script (const SynNode *script)
{
  g_autofree char *text = NULL;
  char *start;
  char *end;

  if (script->first_child == NULL || script->first_child->text == NULL)
    return NULL;
  text = g_strdup (script->first_child->text);
  for (char *p = text; *p != '\0'; p++) {
    if ((guchar) *p < 0x20)
      *p = ' ';
  }
  start = strpbrk (text, "{[");
  end = start != NULL ? text + strlen (text) : NULL;
  while (end != NULL && end > start && end[-1] != '}' && end[-1] != ']')
    end--;
  if (g_str_has_prefix (text, "//") && start != NULL && g_str_has_prefix (start, "[CDATA["))
    start = strpbrk (start + 7, "{[");
  if (start == NULL || end <= start)
    return NULL;

  return syn_json_parse (start, end - start, NULL);
}

/* (transfer full): whose account an article among them is. */
static char *
read_scripts (SynDraft *draft, const SynNode *root, gboolean wants_articles)
{
  Data self = { .draft = draft, .wants_articles = wants_articles };

  for (const SynNode *node = root; node != NULL; node = syn_node_next (node, root, FALSE)) {
    const char *type = node->name != NULL && strcmp (node->name, "script") == 0
                           ? syn_node_get_attribute (node, "type")
                           : NULL;
    g_autoptr (JsonNode) data = NULL;

    if (type == NULL || g_ascii_strncasecmp (type, "application/ld+json", 19) != 0)
      continue;
    data = parse_script (node);
    self.script = data;
    if (data != NULL)
      read_node (&self, data);
  }

  return self.account;
}

/* ---- meta and link elements ---- */

static const char *
get_meta_name (const SynNode *node)
{
  static const char *const names[] = { "property", "name", "itemprop", "http-equiv" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    const char *value = syn_node_get_attribute (node, names[i]);

    if (value != NULL && *value != '\0')
      return value;
  }

  return NULL;
}

/* "twitter:label1", "twitter:data1": pairs for a link's preview, one of which is often the account's name. */
static char *
read_preview (const SynNode *root)
{
  g_autofree char *wanted = NULL;

  for (const SynNode *node = root; node != NULL; node = syn_node_next (node, root, FALSE)) {
    const char *name = node->name != NULL && strcmp (node->name, "meta") == 0 ? get_meta_name (node) : NULL;
    const char *content = name != NULL ? syn_node_get_attribute (node, "content") : NULL;

    if (content == NULL)
      continue;
    if (g_str_has_prefix (name, "twitter:label") && syn_byline_is_lead_in (content, NULL)) {
      g_free (wanted);
      wanted = g_strconcat ("twitter:data", name + strlen ("twitter:label"), NULL);
    } else if (wanted != NULL && strcmp (name, wanted) == 0)
      return syn_byline_clean (content);
  }

  return NULL;
}

/* The best meta element of each field: the one whose name stands first in the list. */
static void
read_metas (SynDraft *draft, const SynNode *root)
{
  const GArray *rows = syn_lexicon_get_rows (SYN_LEXICON_PAGE_META);
  g_autofree GString **values = g_new0 (GString *, rows->len);

  for (const SynNode *node = root; node != NULL; node = syn_node_next (node, root, FALSE)) {
    const char *name = node->name != NULL && strcmp (node->name, "meta") == 0 ? get_meta_name (node) : NULL;
    const char *content = name != NULL ? syn_node_get_attribute (node, "content") : NULL;
    g_auto (GStrv) words = NULL;

    if (content == NULL || *content == '\0')
      continue;
    words = g_strsplit (name, " ", 4);
    for (guint i = 0; words[i] != NULL; i++) {
      g_autofree char *folded = g_ascii_strdown (words[i], -1);
      const SynLexiconRow *row = syn_lexicon_find (SYN_LEXICON_PAGE_META, folded);
      guint at = row != NULL ? row - &g_array_index (rows, SynLexiconRow, 0) : 0;

      if (row == NULL)
        continue;
      if (values[at] == NULL)
        values[at] = g_string_new (content);
      else if (strcmp (row->value, "byline") == 0 && strstr (values[at]->str, content) == NULL)
        g_string_append_printf (values[at], ", %s", content);
    }
  }

  for (guint i = 0; i < rows->len; i++) {
    const char *field = g_array_index (rows, SynLexiconRow, i).value;
    const char *value = values[i] != NULL ? values[i]->str : NULL;

    if (strcmp (field, "title") == 0)
      take (&draft->title, value);
    else if (strcmp (field, "byline") == 0)
      take_byline (draft, value);
    else if (strcmp (field, "outlet") == 0)
      take (&draft->outlet, value);
    else if (strcmp (field, "published") == 0)
      take_date (draft, &draft->published, value);
    else if (strcmp (field, "updated") == 0)
      take_date (draft, &draft->updated, value);
    else if (strcmp (field, "url") == 0)
      take_url (draft, value);
    else
      take_language (draft, value);
    if (values[i] != NULL)
      g_string_free (values[i], TRUE);
  }
}

static void
read_links (SynDraft *draft, const SynNode *root)
{
  for (const SynNode *node = root; node != NULL; node = syn_node_next (node, root, FALSE)) {
    const char *rel;

    if (node->name == NULL)
      continue;
    if (strcmp (node->name, "html") == 0) {
      take_language (draft, syn_node_get_attribute (node, "lang"));
      take_language (draft, syn_node_get_attribute (node, "xml:lang"));
    }
    rel = strcmp (node->name, "link") == 0 ? syn_node_get_attribute (node, "rel") : NULL;
    if (rel != NULL && g_ascii_strcasecmp (rel, "canonical") == 0)
      take_url (draft, syn_node_get_attribute (node, "href"));
  }
}

char *
syn_page_data_read (SynDraft *draft, SynMarkup *markup)
{
  const SynNode *root = syn_markup_get_root (markup);
  char *account = NULL;

  read_links (draft, root);
  account = read_scripts (draft, root, TRUE);
  read_metas (draft, root);
  g_free (read_scripts (draft, root, FALSE));
  if (account == NULL)
    account = read_preview (root);

  return account;
}
