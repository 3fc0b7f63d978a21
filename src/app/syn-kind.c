#include "syn-kind.h"

#include <glib/gi18n.h>

static const struct {
  const char *name;
  const char *mnemonic;
  const char *css_name;
} KINDS[SYN_N_KINDS] = {
  [SYN_KIND_SHARED] = { N_ ("Shared"), N_ ("_Shared"), "shared" },
  [SYN_KIND_SIMILAR] = { N_ ("Similar"), N_ ("Si_milar"), "similar" },
  [SYN_KIND_CONFLICT] = { N_ ("Conflicting"), N_ ("_Conflicting"), "conflict" },
  [SYN_KIND_ONLY_HERE] = { N_ ("Only here"), N_ ("_Only here"), "only" },
  [SYN_KIND_LOADED] = { N_ ("Loaded wording"), N_ ("Loaded _wording"), "loaded" },
};

const char *
syn_kind_get_name (SynKind kind)
{
  g_return_val_if_fail (kind < SYN_N_KINDS, "");

  return _ (KINDS[kind].name);
}

const char *
syn_kind_get_mnemonic (SynKind kind)
{
  g_return_val_if_fail (kind < SYN_N_KINDS, "");

  return _ (KINDS[kind].mnemonic);
}

const char *
syn_kind_get_css_name (SynKind kind)
{
  g_return_val_if_fail (kind < SYN_N_KINDS, "");

  return KINDS[kind].css_name;
}

SynKind
syn_kind_of_stance (SynStance stance)
{
  switch (stance) {
  case SYN_STANCE_STATED:
    return SYN_KIND_SHARED;
  case SYN_STANCE_SIMILAR:
    return SYN_KIND_SIMILAR;
  case SYN_STANCE_CONFLICTING:
    return SYN_KIND_CONFLICT;
  case SYN_STANCE_ABSENT:
  default:
    return SYN_KIND_ONLY_HERE;
  }
}

SynKind
syn_kind_of_fact (const SynFact *fact)
{
  guint n_stated = 0;

  if (fact->relation == SYN_RELATION_CONFLICT) {
    return SYN_KIND_CONFLICT;
  }

  for (gsize i = 0; i < fact->n_articles; i++) {
    n_stated += fact->stances[i] == SYN_STANCE_STATED;
  }

  return n_stated >= 2 ? SYN_KIND_SHARED : SYN_KIND_SIMILAR;
}

char *
syn_article_letter (guint place)
{
  if (place < 26) {
    return g_strdup_printf ("%c", 'A' + (int) place);
  }

  return g_strdup_printf ("%c%c", 'A' + (int) (place / 26 - 1) % 26, 'A' + (int) (place % 26));
}
