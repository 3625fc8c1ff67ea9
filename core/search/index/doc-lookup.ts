/** Places for which the article is looked up at once. */
const BUCKET = 10;

/** In which article places lie. */
export class DocLookup {
  /** The article in which each stretch of 1,024 places begins. */
  private readonly buckets: Uint32Array;

  /** `docStarts`: where the places of each article begin, and the end of the last. */
  constructor(private readonly docStarts: Uint32Array) {
    const docs = docStarts.length - 1;
    const end = docStarts[docs] ?? 0;
    this.buckets = new Uint32Array((end >>> BUCKET) + 1);
    let doc = 0;
    for (let bucket = 0; bucket < this.buckets.length; bucket += 1) {
      while (doc + 1 < docs && (docStarts[doc + 1] ?? 0) <= bucket << BUCKET) doc += 1;
      this.buckets[bucket] = doc;
    }
  }

  docAt(place: number): number {
    const { docStarts } = this;
    let doc = this.buckets[place >>> BUCKET] ?? 0;
    while ((docStarts[doc + 1] ?? Infinity) <= place) doc += 1;
    return doc;
  }
}
