#include "config.h"

#include "syn-error.h"

G_DEFINE_QUARK (syn-error-quark, syn_error)
