/** A stretch that is covered by the same spans throughout; `spans` outermost first. */
export interface Segment<S> {
  start: number;
  end: number;
  spans: S[];
}

/**
 * Cuts overlapping spans into disjoint, ordered segments that cover exactly their union. Outermost is what starts first,
 * then what ends last, then what was given first. Spans without a character are left out.
 */
export function segmentsOf<S extends { start: number; end: number }>(spans: readonly S[]): Segment<S>[] {
  const waiting = spans
    .filter((span) => span.start < span.end)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const edges = [...new Set(waiting.flatMap((span) => [span.start, span.end]))].sort((a, b) => a - b);
  const segments: Segment<S>[] = [];
  let open: S[] = [];
  let opened = 0;
  for (const [index, start] of edges.entries()) {
    open = open.filter((span) => span.end > start);
    for (let next = waiting[opened]; next?.start === start; next = waiting[++opened]) open.push(next);
    const end = edges[index + 1];
    if (end !== undefined && open.length > 0) segments.push({ start, end, spans: [...open] });
  }
  return segments;
}

/**
 * The parts of `segments` inside [start, end); offsets stay absolute. The segments are those of `segmentsOf`: disjoint and
 * in order, so that one block among thousands of segments costs no more than its own.
 */
export function segmentsWithin<S>(segments: readonly Segment<S>[], start: number, end: number): Segment<S>[] {
  const within: Segment<S>[] = [];
  if (start >= end) return within;
  for (let index = firstEndingAfter(segments, start); index < segments.length; index++) {
    const segment = segments[index];
    if (segment === undefined || segment.start >= end) break;
    within.push({
      start: Math.max(start, segment.start),
      end: Math.min(end, segment.end),
      spans: segment.spans,
    });
  }
  return within;
}

function firstEndingAfter(segments: readonly Segment<unknown>[], offset: number): number {
  let low = 0;
  let high = segments.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((segments[middle]?.end ?? Infinity) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
