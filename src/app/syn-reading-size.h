/* The size of the articles' text: one for all panes, the reader's to choose. A style of the whole display follows it. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Points; see the grammar's type. */
#define SYN_SMALLEST_READING_SIZE 9.0
#define SYN_LARGEST_READING_SIZE  20.0
#define SYN_DEFAULT_READING_SIZE  11.5

#define SYN_TYPE_READING_SIZE (syn_reading_size_get_type ())
G_DECLARE_FINAL_TYPE (SynReadingSize, syn_reading_size, SYN, READING_SIZE, GObject)

/* Property "points", a double. */
SynReadingSize *syn_reading_size_new        (void);

double          syn_reading_size_get_points (SynReadingSize *self);
/* Clamped. */
void            syn_reading_size_set_points (SynReadingSize *self,
                                             double          points);

/* How much larger than the default `widget` shows its text, by the reader's choice or the system's: pixels of the
 * grammar that belong to the text grow with it. */
double          syn_reading_size_get_scale  (GtkWidget      *widget);

G_END_DECLS
