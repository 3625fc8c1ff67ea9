interface Edges {
  start: number;
  end: number;
}

const inOrder = (a: Edges, b: Edges): number => a.start - b.start || b.end - a.end;

/** Spans in the order of `segmentsOf`, so that those of one block among thousands are found without a look at the others. */
export class SpanIndex<S extends Edges> {
  private readonly spans: readonly S[];
  /** The furthest end among a span and all before it. */
  private readonly reach: readonly number[];

  constructor(spans: readonly S[]) {
    const inked = spans.filter((span) => span.start < span.end);
    // The annotations of a view are in this order already, and thousands are looked through at every change.
    this.spans = inked.every((span, i) => i === 0 || inOrder(inked[i - 1] ?? span, span) <= 0)
      ? inked
      : inked.sort(inOrder);
    let furthest = 0;
    this.reach = this.spans.map((span) => (furthest = Math.max(furthest, span.end)));
  }

  /** The spans with a character in [start, end), outermost first. */
  within(start: number, end: number): S[] {
    const found: S[] = [];
    if (start >= end) return found;
    for (let index = this.firstReaching(start); index < this.spans.length; index++) {
      const span = this.spans[index];
      if (span === undefined || span.start >= end) break;
      if (span.end > start) found.push(span);
    }
    return found;
  }

  private firstReaching(offset: number): number {
    let low = 0;
    let high = this.reach.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.reach[middle] ?? Infinity) > offset) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
