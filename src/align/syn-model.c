#include "config.h"

#include "syn-model-private.h"

#include "syn-align-table-private.h"

#include <math.h>
#include <string.h>

#define MODEL_PATH "/io/github/synoptic_reader/Synoptic/align/evidence.tsv"

/* Columns before the weights: feature, sign, prior. */
#define FIRST_MODEL 3

static const char *const feature_names[SYN_N_FEATURES] = {
  [SYN_FEATURE_OVERLAP] = "overlap",
  [SYN_FEATURE_CONTAINED] = "contained",
  [SYN_FEATURE_MEANING] = "meaning",
  [SYN_FEATURE_MEANING_CONTAINED] = "meaning-contained",
  [SYN_FEATURE_HELD] = "held",
  [SYN_FEATURE_HELD_HERE] = "held-here",
  [SYN_FEATURE_HELD_CLAUSE] = "held-clause",
  [SYN_FEATURE_HELD_CLAUSE_HERE] = "held-clause-here",
  [SYN_FEATURE_SURFACE] = "surface",
  [SYN_FEATURE_PHRASE] = "phrase",
  [SYN_FEATURE_RUN] = "run",
  [SYN_FEATURE_GIST] = "gist",
  [SYN_FEATURE_CONTAINED_LONGER] = "contained-longer",
  [SYN_FEATURE_SURPRISE] = "surprise",
  [SYN_FEATURE_FIGURE] = "figure",
  [SYN_FEATURE_FIGURE_LOOSE] = "figure-loose",
  [SYN_FEATURE_FIGURE_CONFLICT] = "figure-conflict",
  [SYN_FEATURE_FIGURE_OTHER] = "figure-other",
  [SYN_FEATURE_RANK] = "rank",
  [SYN_FEATURE_DATE] = "date",
  [SYN_FEATURE_DATE_LOOSE] = "date-loose",
  [SYN_FEATURE_DATE_OTHER] = "date-other",
  [SYN_FEATURE_NAME] = "name",
  [SYN_FEATURE_NAME_OTHER] = "name-other",
  [SYN_FEATURE_PERSON_OTHER] = "person-other",
  [SYN_FEATURE_QUOTE] = "quote",
  [SYN_FEATURE_SPEAKER] = "speaker",
  [SYN_FEATURE_UTTERANCE] = "utterance",
  [SYN_FEATURE_NEGATION] = "negation",
  [SYN_FEATURE_BREVITY] = "brevity",
  [SYN_FEATURE_IMBALANCE] = "imbalance",
  [SYN_FEATURE_TITLE] = "title",
  [SYN_FEATURE_ACROSS] = "across",
  [SYN_FEATURE_NEIGHBOUR] = "neighbour",
  [SYN_FEATURE_NEIGHBOUR_NAME] = "neighbour-name",
  [SYN_FEATURE_BEST] = "best",
  [SYN_FEATURE_STATEMENT] = "statement",
  [SYN_FEATURE_POSITION] = "position",
  [SYN_FEATURE_TRIANGLE] = "triangle",
  [SYN_FEATURE_TWO] = "two",
};

static void
read_row (SynModel *model, char *line)
{
  g_auto (GStrv) columns = g_strsplit (line, "\t", -1);
  int feature = -1;

  if (g_strv_length (columns) != FIRST_MODEL + SYN_N_MODELS)
    return;

  for (int i = 0; i < SYN_N_FEATURES; i++) {
    if (strcmp (columns[0], feature_names[i]) == 0)
      feature = i;
  }
  for (int m = 0; m < SYN_N_MODELS; m++) {
    double weight = g_ascii_strtod (columns[FIRST_MODEL + m], NULL);

    if (feature >= 0)
      model->weights[m][feature] = weight;
    else if (strcmp (columns[0], "bias") == 0)
      model->bias[m] = weight;
  }
}

static SynModel *
read_model (void)
{
  SynModel *model = g_new0 (SynModel, 1);
  g_autoptr (GBytes) bytes = syn_align_lookup_table (MODEL_PATH);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++) {
    if (lines[i][0] != '#')
      read_row (model, lines[i]);
  }

  return model;
}

const SynModel *
syn_model_get_default (void)
{
  static gsize model = 0;

  if (g_once_init_enter (&model))
    g_once_init_leave (&model, GPOINTER_TO_SIZE (read_model ()));

  return GSIZE_TO_POINTER (model);
}

const char *
syn_feature_get_name (SynFeature feature)
{
  return feature_names[feature];
}

double
syn_model_get_logit (const SynModel *self, SynModelKind kind, const double *features)
{
  double sum = self->bias[kind];

  for (int i = 0; i < SYN_N_FEATURES; i++)
    sum += self->weights[kind][i] * features[i];

  return sum;
}

double
syn_model_get_score (const SynModel *self, SynModelKind kind, const double *features)
{
  double logit = syn_model_get_logit (self, kind, features);

  if (kind == SYN_MODEL_SIMILARITY)
    return CLAMP (logit, 0, 1);

  return 1 / (1 + exp (-logit));
}
