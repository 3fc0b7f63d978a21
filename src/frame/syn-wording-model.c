#include "config.h"

#include "syn-wording-model-private.h"

#include <math.h>
#include <string.h>

#include "syn-frame-resources.h"

#define MODEL_PATH "/io/github/synoptic_reader/Synoptic/frame/wording.tsv"

/* A vector's component is a signed byte. */
#define VECTOR_SCALE 128.0f
#define MAX_SUM      3.0

struct _SynWordingModel {
  float weights[SYN_N_WORDING_MODELS][SYN_N_WORDING_FEATURES];
};

static const char *const feature_names[SYN_WORDING_VECTOR] = {
  [SYN_WORDING_BIAS] = "bias",
  [SYN_WORDING_PRAISE] = "praise",
  [SYN_WORDING_BLAME] = "blame",
  [SYN_WORDING_LABEL] = "label",
  [SYN_WORDING_INTENSIFIER] = "intensifier",
  [SYN_WORDING_ABSOLUTE] = "absolute",
  [SYN_WORDING_DRAMATIC] = "dramatic",
  [SYN_WORDING_OPINION] = "opinion",
  [SYN_WORDING_STANCE] = "stance",
  [SYN_WORDING_METAPHOR] = "metaphor",
  [SYN_WORDING_REPORTED] = "reported",
  [SYN_WORDING_TITLE] = "title",
  [SYN_WORDING_CAPITAL] = "capital",
  [SYN_WORDING_ADVERB] = "adverb",
  [SYN_WORDING_SUPERLATIVE] = "superlative",
  [SYN_WORDING_UNKNOWN] = "unknown",
  [SYN_WORDING_RARITY] = "rarity",
  [SYN_WORDING_TOP] = "top",
  [SYN_WORDING_SUM] = "sum",
  [SYN_WORDING_LENGTH] = "length",
};

static const struct {
  SynFrameClass first, last;
  SynWordingFeature feature;
} list_features[] = {
  { SYN_FRAME_LOADED_PRAISE, SYN_FRAME_LOADED_PRAISE, SYN_WORDING_PRAISE },
  { SYN_FRAME_LOADED_BLAME, SYN_FRAME_LOADED_BLAME, SYN_WORDING_BLAME },
  { SYN_FRAME_LOADED_LABEL, SYN_FRAME_LOADED_LABEL, SYN_WORDING_LABEL },
  { SYN_FRAME_LOADED_INTENSIFIER, SYN_FRAME_LOADED_INTENSIFIER, SYN_WORDING_INTENSIFIER },
  { SYN_FRAME_LOADED_ABSOLUTE, SYN_FRAME_LOADED_ABSOLUTE, SYN_WORDING_ABSOLUTE },
  { SYN_FRAME_LOADED_DRAMATIC, SYN_FRAME_LOADED_DRAMATIC, SYN_WORDING_DRAMATIC },
  { SYN_FRAME_LOADED_OPINION, SYN_FRAME_LOADED_OPINION, SYN_WORDING_OPINION },
  { SYN_FRAME_STANCE_DOUBTING, SYN_FRAME_STANCE_DENYING, SYN_WORDING_STANCE },
};

static int
find_feature (const char *name)
{
  if (name[0] == 'v' && g_ascii_isdigit (name[1]))
    return SYN_WORDING_VECTOR + CLAMP (atoi (name + 1), 0, SYN_WORDING_DIMENSIONS - 1);
  for (int i = 0; i < SYN_WORDING_VECTOR; i++) {
    if (strcmp (name, feature_names[i]) == 0)
      return i;
  }

  return -1;
}

static SynWordingModel *
read_model (void)
{
  SynWordingModel *self = g_new0 (SynWordingModel, 1);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (syn_frame_resources_get_resource (), MODEL_PATH,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  char *rest = text;

  for (char *line = strsep (&rest, "\n"); line != NULL; line = strsep (&rest, "\n")) {
    g_auto (GStrv) columns = g_strsplit (line, "\t", -1);
    int feature = line[0] != '#' && g_strv_length (columns) == 1 + SYN_N_WORDING_MODELS
                      ? find_feature (columns[0])
                      : -1;

    for (int kind = 0; feature >= 0 && kind < SYN_N_WORDING_MODELS; kind++)
      self->weights[kind][feature] = g_ascii_strtod (columns[1 + kind], NULL);
  }

  return self;
}

const SynWordingModel *
syn_wording_model_get_default (void)
{
  static gsize model = 0;

  if (g_once_init_enter (&model))
    g_once_init_leave (&model, GPOINTER_TO_SIZE (read_model ()));

  return GSIZE_TO_POINTER (model);
}

double
syn_wording_model_get_logit (const SynWordingModel *self, SynWordingModelKind kind, const float *features)
{
  double sum = 0;

  for (int i = 0; i < SYN_N_WORDING_FEATURES; i++)
    sum += self->weights[kind][i] * features[i];

  return sum;
}

static void
set_features (const SynFrameArticle *at, const SynTables *tables, SynWordingUnit *unit)
{
  gsize n;
  const SynToken *token = &syn_document_get_tokens (at->document, &n)[unit->first_token];
  const char *word = syn_document_get_string (at->document, token->word);
  const gint8 *vector = syn_tables_get_vector (tables, token->entry, &n);
  guint8 roles = at->roles[unit->first_token];
  float *features = unit->features;

  memset (features, 0, sizeof unit->features);
  features[SYN_WORDING_BIAS] = 1;
  for (gsize i = 0; i < G_N_ELEMENTS (list_features); i++) {
    const SynFrameSense *sense =
        syn_frame_sense_find (unit->senses, list_features[i].first, list_features[i].last);

    if (sense != NULL)
      features[list_features[i].feature] = sense->number;
  }
  features[SYN_WORDING_METAPHOR] =
      syn_frame_sense_find (unit->senses, SYN_FRAME_METAPHOR, SYN_FRAME_METAPHOR) != NULL;
  features[SYN_WORDING_REPORTED] = (roles & SYN_ROLE_REPORTED) != 0;
  features[SYN_WORDING_TITLE] = (roles & SYN_ROLE_TITLE) != 0;
  features[SYN_WORDING_CAPITAL] =
      (token->flags & SYN_TOKEN_CAPITALISED) && !(token->flags & SYN_TOKEN_INITIAL);
  features[SYN_WORDING_ADVERB] = unit->n_tokens == 1 && strlen (word) > 5 && g_str_has_suffix (word, "ly");
  features[SYN_WORDING_SUPERLATIVE] =
      unit->n_tokens == 1 && strlen (word) > 5 && g_str_has_suffix (word, "est");
  features[SYN_WORDING_UNKNOWN] = vector == NULL;
  features[SYN_WORDING_RARITY] = token->rarity / 10;
  for (gsize i = 0; vector != NULL && i < SYN_WORDING_DIMENSIONS; i++)
    features[SYN_WORDING_VECTOR + i] = vector[i] / VECTOR_SCALE;
}

static gboolean
is_listed (const SynFrameSense *senses)
{
  return syn_frame_sense_find (senses, SYN_FRAME_STANCE_DOUBTING, SYN_FRAME_STANCE_DENYING) != NULL ||
         syn_frame_sense_find (senses, SYN_FRAME_LOADED_PRAISE, SYN_FRAME_METAPHOR) != NULL;
}

static gboolean
may_be_loaded (const SynFrameArticle *article,
               const SynToken *token,
               guint32 index,
               const SynFrameSense *senses)
{
  if (!(token->flags & SYN_TOKEN_WORD) || (article->roles[index] & SYN_ROLE_NAME))
    return FALSE;

  return is_listed (senses) || !(token->flags & (SYN_TOKEN_FUNCTION | SYN_TOKEN_NUMBER));
}

/* `*next` is the first match that may stand at or behind the sentence's first token. */
static GArray *
make_units (const SynFrameArticle *article, const SynTables *tables, const SynSentence *sentence, guint *next)
{
  GArray *units = g_array_new (FALSE, FALSE, sizeof (SynWordingUnit));
  gsize n;
  const SynToken *tokens = syn_document_get_tokens (article->document, &n);
  guint32 end = sentence->first_token + sentence->n_tokens;

  for (guint32 i = sentence->first_token; i < end;) {
    SynWordingUnit unit = { .first_token = i, .n_tokens = 1 };
    const SynFrameMatch *match;

    while (*next < article->matches->len &&
           g_array_index (article->matches, SynFrameMatch, *next).first_token < i)
      ++*next;
    match = *next < article->matches->len ? &g_array_index (article->matches, SynFrameMatch, *next) : NULL;
    if (match != NULL && match->first_token == i) {
      unit.senses = match->senses;
      if (is_listed (match->senses))
        unit.n_tokens = match->n_tokens;
    }
    if (may_be_loaded (article, &tokens[i], i, unit.senses)) {
      set_features (article, tables, &unit);
      g_array_append_val (units, unit);
    }
    i += unit.n_tokens;
  }

  return units;
}

GPtrArray *
syn_wording_units_new (const SynFrameArticle *article, const SynTables *tables)
{
  GPtrArray *units = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  gsize n;
  const SynSentence *sentences = syn_document_get_sentences (article->document, &n);
  guint next = 0;

  for (gsize s = 0; s < n; s++)
    g_ptr_array_add (units, make_units (article, tables, &sentences[s], &next));

  return units;
}

gboolean
syn_wording_unit_is_plain (const SynWordingUnit *unit)
{
  return syn_frame_sense_find (unit->senses, SYN_FRAME_PLAIN, SYN_FRAME_PLAIN) != NULL ||
         (unit->senses == NULL && unit->features[SYN_WORDING_UNKNOWN] != 0);
}

void
syn_wording_units_join (const GArray *units, const double *scores, float *features)
{
  double top = 0;
  double sum = 0;

  memset (features, 0, sizeof (float) * SYN_N_WORDING_FEATURES);
  for (guint i = 0; i < units->len; i++) {
    const SynWordingUnit *unit = &g_array_index (units, SynWordingUnit, i);

    for (int k = 0; k < SYN_N_WORDING_FEATURES; k++)
      features[k] += unit->features[k] / units->len;
    top = MAX (top, scores[i]);
    sum += scores[i];
  }
  features[SYN_WORDING_BIAS] = 1;
  features[SYN_WORDING_TOP] = top;
  features[SYN_WORDING_SUM] = MIN (sum, MAX_SUM);
  features[SYN_WORDING_LENGTH] = log1p (units->len);
}

const char *
syn_wording_feature_get_name (guint feature)
{
  return feature < SYN_WORDING_VECTOR ? feature_names[feature] : NULL;
}
