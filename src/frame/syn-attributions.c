/* Attribution: the stance that the verb takes which reports somebody's words. The verbs are those that the
 * document found to introduce its quotes; a listed verb elsewhere counts only where the list says that it
 * colours by itself (attacks somebody: "slammed"), never inside somebody else's words. */
#include "config.h"

#include "syn-frame-work-private.h"

#include <glib/gi18n-lib.h>

static const char *
get_reason (SynFrameClass class)
{
  switch (class) {
  case SYN_FRAME_STANCE_NEUTRAL:
    return _ ("reports without a stance");
  case SYN_FRAME_STANCE_DOUBTING:
    return _ ("keeps a distance from what is reported");
  case SYN_FRAME_STANCE_CONCEDING:
    return _ ("presents it as something that was held back");
  case SYN_FRAME_STANCE_VOUCHING:
    return _ ("takes what is reported for true");
  case SYN_FRAME_STANCE_FORCEFUL:
    return _ ("presents it as said with force or feeling");
  case SYN_FRAME_STANCE_ATTACKING:
    return _ ("presents it as an attack");
  case SYN_FRAME_STANCE_DENYING:
    return _ ("presents it as a denial");
  default:
    return _ ("presents it as a belief");
  }
}

static void
find_in_article (SynFrameWork *work, guint index)
{
  const SynFrameArticle *article = &work->articles[index];

  for (guint i = 0; i < article->matches->len; i++) {
    const SynFrameMatch *match = &g_array_index (article->matches, SynFrameMatch, i);
    const SynFrameSense *sense =
        syn_frame_sense_find (match->senses, SYN_FRAME_STANCE_NEUTRAL, SYN_FRAME_STANCE_BELIEF);
    guint8 roles = article->roles[match->first_token];

    if (sense == NULL)
      continue;
    if (!(roles & SYN_ROLE_CUE) &&
        (sense->class != SYN_FRAME_STANCE_ATTACKING || (roles & SYN_ROLE_REPORTED)))
      continue;

    syn_frame_work_add_mark (work, index, syn_frame_article_get_span (article, match),
                             SYN_FRAMING_ATTRIBUTION, sense->number, g_strdup (get_reason (sense->class)));
  }
}

void
syn_frame_find_attributions (SynFrameWork *work)
{
  for (guint i = 0; i < work->n_articles; i++)
    find_in_article (work, i);
}
