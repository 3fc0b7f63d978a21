/* What can go wrong, for all layers: one domain, codes by what the reader can do about it. The message is for the
 * reader: what, which file, why, what can be done; translated. A cancelled job gives G_IO_ERROR_CANCELLED instead. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SYN_ERROR (syn_error_quark ())

typedef enum {
  SYN_ERROR_FAILED,      /* the system said no; its own words are in the message */
  SYN_ERROR_NOT_FOUND,   /* no such file, article or story */
  SYN_ERROR_EMPTY,       /* nothing to read in it */
  SYN_ERROR_UNSUPPORTED, /* a kind of file that no reader takes */
  SYN_ERROR_INVALID,     /* a known kind, but broken */
  SYN_ERROR_TOO_LARGE,   /* over a bound on size, depth or time */
  SYN_ERROR_USAGE,       /* the call itself is wrong */
  SYN_ERROR_DAMAGED,     /* the library is damaged */
  SYN_ERROR_FOREIGN,     /* the library file is another program's, or a newer version's */
} SynError;

GQuark syn_error_quark (void);

G_END_DECLS
