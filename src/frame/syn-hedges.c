/* Hedges: words that take back some of a statement's force. A closed list by class; in somebody else's words
 * they are the speaker's, and count for half. */
#include "config.h"

#include "syn-frame-work-private.h"

#include <string.h>
#include <glib/gi18n-lib.h>

/* What is left of a hedge's strength in reported words. */
#define REPORTED_SHARE 0.5

static const char *
get_reason (SynFrameClass class)
{
  switch (class) {
  case SYN_FRAME_HEDGE_MODAL:
    return _ ("leaves open whether it is so");
  case SYN_FRAME_HEDGE_LIKELIHOOD:
    return _ ("says how likely it is");
  case SYN_FRAME_HEDGE_HEARSAY:
    return _ ("passes on what is said, without saying by whom");
  case SYN_FRAME_HEDGE_VERB:
    return _ ("says how it seems");
  default:
    return _ ("says to what degree it holds");
  }
}

/* "May" with a capital inside a sentence is the month, and a word of a name is no hedge. */
static gboolean
is_name (const SynFrameArticle *article, const SynToken *token, guint32 index)
{
  return (article->roles[index] & SYN_ROLE_NAME) != 0 ||
         ((token->flags & SYN_TOKEN_CAPITALISED) && !(token->flags & SYN_TOKEN_INITIAL) &&
          !(article->roles[index] & SYN_ROLE_TITLE));
}

static void
find_in_article (SynFrameWork *work, guint index)
{
  const SynFrameArticle *article = &work->articles[index];
  gsize n_tokens;
  const SynToken *tokens = syn_document_get_tokens (article->document, &n_tokens);

  for (guint i = 0; i < article->matches->len; i++) {
    const SynFrameMatch *match = &g_array_index (article->matches, SynFrameMatch, i);
    const SynFrameSense *sense =
        syn_frame_sense_find (match->senses, SYN_FRAME_HEDGE_MODAL, SYN_FRAME_HEDGE_DEGREE);
    gboolean is_reported = (article->roles[match->first_token] & SYN_ROLE_REPORTED) != 0;

    if (sense == NULL || is_name (article, &tokens[match->first_token], match->first_token))
      continue;

    syn_frame_work_add_mark (work, index, syn_frame_article_get_span (article, match), SYN_FRAMING_HEDGE,
                             sense->number * (is_reported ? REPORTED_SHARE : 1),
                             g_strdup (get_reason (sense->class)));
  }
}

void
syn_frame_find_hedges (SynFrameWork *work)
{
  for (guint i = 0; i < work->n_articles; i++)
    find_in_article (work, i);
}
