/* A stretch of text: byte offsets, half open. Offsets are bytes everywhere below the edges (command line, export),
 * which speak of code points; syn-text-index.h converts between the two. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  gsize start; /* first byte */
  gsize end;   /* one past the last byte */
} SynSpan;

#define SYN_SPAN_NONE ((SynSpan){ 0, 0 })

static inline SynSpan
syn_span (gsize start, gsize end)
{
  return (SynSpan){ start, end };
}

static inline gboolean
syn_span_is_empty (SynSpan span)
{
  return span.end <= span.start;
}

static inline gsize
syn_span_length (SynSpan span)
{
  return span.end > span.start ? span.end - span.start : 0;
}

static inline gboolean
syn_span_equal (SynSpan a, SynSpan b)
{
  return a.start == b.start && a.end == b.end;
}

static inline gboolean
syn_span_contains (SynSpan outer, SynSpan inner)
{
  return outer.start <= inner.start && inner.end <= outer.end;
}

/* The bytes that both have; empty (start == end) when they do not touch. */
static inline SynSpan
syn_span_intersect (SynSpan a, SynSpan b)
{
  gsize start = MAX (a.start, b.start);
  gsize end = MIN (a.end, b.end);

  return syn_span (start, MAX (start, end));
}

static inline gboolean
syn_span_overlaps (SynSpan a, SynSpan b)
{
  return a.start < b.end && b.start < a.end;
}

G_END_DECLS
