// Gives every citation its key: what one leaves out, another in the article says.
import { completedId } from '#core/recognise/citations/short';
import type { Draft } from '#core/recognise/citations/draft';
import { stemsOf } from '#core/recognise/citations/symbol';
import type { Span } from '#core/span';

export interface Resolved {
  draft: Draft;
  /** `chi-thi:03-CT/TW`. */
  canonical: string;
  confidence: number;
  from: Span | null;
}

/** The documents of an article by what is left of their keys when parts are not said. */
class Documents {
  private readonly byStem = new Map<string, Map<string, Draft>>();

  add({ type, stems, id }: Draft, draft: Draft): void {
    if (id === null) return;
    for (const stem of stems) {
      const key = `${type.slug}:${stem}`;
      const ids = this.byStem.get(key) ?? new Map<string, Draft>();
      if (!ids.has(id)) ids.set(id, draft);
      this.byStem.set(key, ids);
    }
  }

  /** The first citation of the only document with this stem; null when there are none or several. */
  only({ type, stems: [stem] }: Draft): Draft | null {
    const ids = stem === undefined ? undefined : this.byStem.get(`${type.slug}:${stem}`);
    const [draft] = ids?.size === 1 ? ids.values() : [];
    return draft ?? null;
  }
}

/** Keys for citations in text order. A relative one without anything before it is left out: it says nothing. */
export function resolve(
  drafts: readonly Draft[],
  between: (left: Draft, right: Draft) => string,
): Resolved[] {
  const completed = withSharedIssuers(drafts, between);
  const documents = new Documents();
  for (const draft of completed) if (draft.class !== 'short') documents.add(draft, draft);
  // The article may give the number of a short one with a year: "15/2022/QĐ-TTg" for "Quyết định 15 của Thủ tướng".
  const found = completed.map((draft) =>
    draft.class === 'short' && draft.id !== null ? documents.only(draft) : null,
  );
  for (const [index, draft] of completed.entries()) {
    if (draft.class === 'short' && found[index] == null) documents.add(draft, draft);
  }
  const last = new Map<string, Resolved>();
  const resolved: Resolved[] = [];
  for (const [index, draft] of completed.entries()) {
    const one = resolveOne(draft, found[index] ?? null, documents, last);
    if (one === null) continue;
    resolved.push(one);
    last.set(draft.type.slug, one);
  }
  return resolved;
}

function resolveOne(
  draft: Draft,
  found: Draft | null,
  documents: Documents,
  last: ReadonlyMap<string, Resolved>,
): Resolved | null {
  const { type, confidence } = draft;
  if (draft.class === 'relative') {
    const before = last.get(type.slug);
    if (before === undefined) return null;
    return {
      draft,
      canonical: before.canonical,
      confidence: Math.min(confidence, before.confidence),
      from: before.draft,
    };
  }
  const from = found ?? (draft.id === null ? documents.only(draft) : null);
  const id = from?.id ?? draft.id ?? draft.stems.find((stem) => !stem.includes('@')) ?? '';
  const isOther = from !== null && from !== draft && from.id !== draft.id;
  return {
    draft,
    canonical: `${type.slug}:${id}`,
    confidence: isOther && draft.id === null ? 0.85 : confidence,
    from: isOther ? from : null,
  };
}

const JOINS = /^ ?(?:,|;|và|, và) ?$/u;

/** "Nghị quyết 57, Nghị quyết 59 và Nghị quyết 68 của Bộ Chính trị": all of them are by the one that is named last. */
function withSharedIssuers(
  drafts: readonly Draft[],
  between: (left: Draft, right: Draft) => string,
): readonly Draft[] {
  const shared = [...drafts];
  for (let index = shared.length - 2; index >= 0; index -= 1) {
    const [left, right] = [shared[index], shared[index + 1]];
    if (left?.class !== 'short' || left.id !== null || left.issuerName !== null) continue;
    if (right?.class !== 'short' || right.id === null || right.type.slug !== left.type.slug) continue;
    if (left.number === null || !JOINS.test(between(left, right))) continue;
    const { issuer, issuerName, term } = right;
    const world = issuer === 'TTg' || issuer === 'CP' ? 'state' : 'party';
    const id = completedId(left.type, { number: left.number, year: null }, { code: issuer, world });
    const stems = stemsOf(left.number, null, issuer).reverse();
    shared[index] = { ...left, id, stems, issuer, issuerName, term: left.term ?? term, confidence: 0.8 };
  }
  return shared;
}
