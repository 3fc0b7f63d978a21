/* Countries and what stands for them: "China", "Chinese", "Beijing" and "中国" all name CN. Immutable once made,
 * thread-safe. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  SYN_PLACE_NONE,
  SYN_PLACE_COUNTRY,
  SYN_PLACE_NATIONALITY, /* the adjective, or the people: "Chinese", "Americans" */
  SYN_PLACE_CAPITAL,     /* may stand for the government, too */
  SYN_PLACE_OTHER,       /* a city, state or region */
} SynPlaceKind;

typedef struct _SynGazetteer SynGazetteer;

SynGazetteer *syn_gazetteer_new  (void);
void          syn_gazetteer_free (SynGazetteer       *self);

/* ISO 3166 alpha-2 code ("EU" and "XK" among them) of the country that `form` names, NULL for anything else; `kind`
 * (out, optional) how. `form` as a token's word: case folded, "u.s." for the United States; several words with single
 * spaces. */
const char   *syn_gazetteer_find (const SynGazetteer *self,
                                  const char         *form,
                                  SynPlaceKind       *kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynGazetteer, syn_gazetteer_free)

G_END_DECLS
