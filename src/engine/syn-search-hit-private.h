#pragma once

#include "syn-search-hit.h"
#include "syn-store-search.h"

G_BEGIN_DECLS

/* Takes `match`; (transfer full). */
SynSearchHit *syn_search_hit_new (SynMatch *match);

G_END_DECLS
