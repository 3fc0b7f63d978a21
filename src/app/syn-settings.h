/* The program's settings. Installed, their schema stands with the system's; run from the build folder, in
 * there. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* NULL when no schema is to be found: the window then keeps to its defaults. (transfer full) */
GSettings *syn_settings_new (void);

G_END_DECLS
