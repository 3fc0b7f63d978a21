/* Policy frames: from which of the fifteen angles a sentence looks at its matter (Boydstun, Gross, Resnik and
 * Smith, "Identifying Media Frames and Frame Dynamics", 2013). Seed words stand for the themes of a frame;
 * any word counts by how near it lies to the nearest theme of each frame, less what it has of frames in
 * general; a sentence by its words. */
#include "config.h"

#include "syn-frame-work-private.h"

#include <math.h>
#include <string.h>
#include <glib/gi18n-lib.h>

#define DIMENSIONS 64
/* A unit vector's component as a whole number: whole numbers add up fast, and the same everywhere. Of 16 bits, since most
 * processors multiply and add eight of these at once. */
#define UNIT 4096

/* Cosine to a theme's centre from which a word carries the frame, and at which it carries it in full. These
 * and the evidence below: best macro F1 of a small grid on the frac sentences of the development data. */
#define NEAR 0.38
#define FULL 0.72
/* A seed itself, whatever its vector says. */
#define SEED_STRENGTH 1.0
/* Evidence at which a frame that has all of it is shown. */
#define SHOWN_EVIDENCE 0.75
/* Frame scores below are 0; words below are not marked. */
#define FLOOR      0.1
#define MARK_FLOOR 0.6
#define SHOWN      0.5
/* Words commoner than this (nats) carry no frame. */
#define MIN_RARITY 1.2

typedef struct {
  gint16 centre[DIMENSIONS]; /* its length is UNIT */
  int frame;
} Theme;

typedef struct {
  float strength[SYN_N_FRAMES];
} WordFrames;

/* A word's vector with the length UNIT; FALSE where it has none. */
static gboolean
get_vector (const SynTables *tables, SynWordId word, gint16 *unit)
{
  gsize n;
  const gint8 *vector = syn_tables_get_vector (tables, word, &n);
  gint32 squares = 0;
  double scale;

  if (vector == NULL)
    return FALSE;

  for (gsize i = 0; i < DIMENSIONS; i++)
    squares += vector[i] * vector[i];
  scale = UNIT / sqrt (MAX (squares, 1));
  for (gsize i = 0; i < DIMENSIONS; i++)
    unit[i] = (gint16) (vector[i] * scale);

  return TRUE;
}

static void
add_vector (double *sum, const gint16 *unit)
{
  for (gsize i = 0; i < DIMENSIONS; i++)
    sum[i] += unit[i];
}

static void
set_centre (Theme *theme, const double *sum)
{
  double squares = 0;

  for (gsize i = 0; i < DIMENSIONS; i++)
    squares += sum[i] * sum[i];
  for (gsize i = 0; i < DIMENSIONS; i++)
    theme->centre[i] = (gint16) (sum[i] * UNIT / sqrt (MAX (squares, 1)));
}

static GArray *
make_themes (const SynFrameWork *work)
{
  GArray *themes = g_array_new (FALSE, TRUE, sizeof (Theme));
  gsize n;
  const SynFrameTheme *seeds = syn_frame_lexicon_get_themes (work->lexicon, &n);

  for (gsize i = 0; i < n; i++) {
    Theme theme = { .frame = seeds[i].frame };
    double sum[DIMENSIONS] = { 0 };
    gint16 vector[DIMENSIONS];

    for (const char **word = seeds[i].words; *word != NULL; word++) {
      if (get_vector (work->tables, syn_tables_find (work->tables, *word, -1), vector))
        add_vector (sum, vector);
    }
    set_centre (&theme, sum);
    if (theme.frame >= 0)
      g_array_append_val (themes, theme);
  }

  return themes;
}

static WordFrames *
rate_word (const SynFrameWork *work, const GArray *themes, SynWordId entry)
{
  WordFrames *word = g_new0 (WordFrames, 1);
  gint16 vector[DIMENSIONS];

  if (!get_vector (work->tables, entry, vector))
    return word;

  for (guint t = 0; t < themes->len; t++) {
    const Theme *theme = &g_array_index (themes, Theme, t);
    gint32 product = 0;
    float strength;

    for (gsize i = 0; i < DIMENSIONS; i++)
      product += theme->centre[i] * vector[i];
    strength = CLAMP (((float) product / (UNIT * UNIT) - NEAR) / (FULL - NEAR), 0, 1);
    word->strength[theme->frame] = MAX (word->strength[theme->frame], strength);
  }

  return word;
}

/* The word's strengths; kept by word, as a story repeats its words. */
static const WordFrames *
look_up_word (
    const SynFrameWork *work, const GArray *themes, GHashTable *known, const char *spelling, SynWordId entry)
{
  gpointer key = GUINT_TO_POINTER (entry);
  WordFrames *word = g_hash_table_lookup (known, key);
  const SynFrameSense *sense;

  if (word != NULL)
    return word;

  word = rate_word (work, themes, entry);
  for (sense = syn_frame_lexicon_find (work->lexicon, "en", spelling); sense != NULL; sense = sense->next) {
    for (int frame = 0; sense->class == SYN_FRAME_SEED && frame < SYN_N_FRAMES; frame++) {
      if (strcmp (syn_frame_names[frame], sense->text) == 0)
        word->strength[frame] = SEED_STRENGTH;
    }
  }
  g_hash_table_insert (known, key, word);

  return word;
}

static gboolean
carries_frames (const SynFrameArticle *article, const SynToken *token, guint32 index)
{
  return (article->roles[index] & SYN_ROLE_ENGLISH) && (token->flags & SYN_TOKEN_WORD) &&
         !(token->flags & (SYN_TOKEN_FUNCTION | SYN_TOKEN_NUMBER)) && token->entry != SYN_NO_WORD &&
         token->rarity >= MIN_RARITY;
}

/* A frame's score grows with its evidence and falls with its share in the evidence for all frames. */
static void
score_frames (const double *evidence, double *scores)
{
  double most = 0;

  for (int frame = 0; frame < SYN_N_FRAMES; frame++)
    most = MAX (most, evidence[frame]);
  for (int frame = 0; frame < SYN_N_FRAMES; frame++) {
    double score =
        most > 0 ? evidence[frame] / (evidence[frame] + SHOWN_EVIDENCE) * evidence[frame] / most : 0;

    scores[frame] = score >= FLOOR ? score : 0;
  }
}

static int
find_top (const double *scores)
{
  int top = 0;

  for (int frame = 1; frame < SYN_N_FRAMES; frame++) {
    if (scores[frame] > scores[top])
      top = frame;
  }

  return top;
}

static void
rate_sentence (SynFrameWork *work,
               guint index,
               const SynSentence *sentence,
               const GArray *themes,
               GHashTable *known,
               double *scores)
{
  const SynFrameArticle *article = &work->articles[index];
  double evidence[SYN_N_FRAMES] = { 0 };
  gsize n;
  const SynToken *tokens = syn_document_get_tokens (article->document, &n);
  guint32 end = sentence->first_token + sentence->n_tokens;
  int top;

  for (guint32 i = sentence->first_token; i < end; i++) {
    const WordFrames *word;

    if (!carries_frames (article, &tokens[i], i))
      continue;
    word = look_up_word (work, themes, known, syn_document_get_string (article->document, tokens[i].word),
                         tokens[i].entry);
    for (int frame = 0; frame < SYN_N_FRAMES; frame++)
      evidence[frame] += word->strength[frame];
  }
  score_frames (evidence, scores);

  top = find_top (scores);
  for (guint32 i = sentence->first_token; scores[top] >= SHOWN && i < end; i++) {
    const WordFrames *word;

    if (!carries_frames (article, &tokens[i], i))
      continue;
    word = look_up_word (work, themes, known, "", tokens[i].entry);
    if (word->strength[top] < MARK_FLOOR)
      continue;
    syn_frame_work_add_mark (work, index, tokens[i].span, SYN_FRAMING_FRAME,
                             scores[top] * word->strength[top],
                             g_strdup_printf (_ ("speaks of the matter as: %s"), syn_frame_names[top]));
    g_array_index (work->marks, SynFramingMark, work->marks->len - 1).frame = top;
  }
}

void
syn_frame_find_frames (SynFrameWork *work)
{
  g_autoptr (GArray) themes = make_themes (work);
  g_autoptr (GHashTable) known = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  for (guint a = 0; a < work->n_articles; a++) {
    GArray *framings = g_ptr_array_index (work->sentences, a);
    gsize n;
    const SynSentence *sentences = syn_document_get_sentences (work->articles[a].document, &n);

    for (gsize s = 0; s < n; s++)
      rate_sentence (work, a, &sentences[s], themes, known,
                     g_array_index (framings, SynSentenceFraming, s).frames);
  }
}
