#include "config.h"

#include "syn-reader-private.h"
#include "syn-block.h"
#include <string.h>
static guint sniff (const char *head, const char *ending) { return 1; }
static gboolean read_text (SynReading *reading, GError **error) { return syn_reader_plain.read (reading, error); }
const SynReader syn_reader_text = { "text", sniff, read_text };
