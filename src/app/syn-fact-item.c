#include "syn-fact-item.h"

struct _SynFactItem {
  GObject parent_instance;

  SynComparison *comparison; /* keeps the fact alive */
  const SynFact *fact;
  guint number;
};

G_DEFINE_FINAL_TYPE (SynFactItem, syn_fact_item, G_TYPE_OBJECT)

static void
syn_fact_item_finalize (GObject *object)
{
  SynFactItem *self = SYN_FACT_ITEM (object);

  g_object_unref (self->comparison);

  G_OBJECT_CLASS (syn_fact_item_parent_class)->finalize (object);
}

static void
syn_fact_item_class_init (SynFactItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = syn_fact_item_finalize;
}

static void
syn_fact_item_init (SynFactItem *self)
{
}

SynFactItem *
syn_fact_item_new (SynComparison *comparison, const SynFact *fact, guint number)
{
  SynFactItem *self = g_object_new (SYN_TYPE_FACT_ITEM, NULL);

  self->comparison = g_object_ref (comparison);
  self->fact = fact;
  self->number = number;

  return self;
}

const SynFact *
syn_fact_item_get_fact (SynFactItem *self)
{
  return self->fact;
}

guint
syn_fact_item_get_number (SynFactItem *self)
{
  return self->number;
}

SynKind
syn_fact_item_get_kind (SynFactItem *self)
{
  return syn_kind_of_fact (self->fact);
}
