import type { DirectiveId } from '#core/directive';

/**
 * When the numbers of a key's series begin again: with each `term` of a Party committee, with each `year`, or `never`,
 * because the key holds the year or a name. See domain rule: Party counters run for a term, State counters for a year.
 */
export type Series = 'term' | 'year' | 'never';

const PARTY_NUMBER = /^[\d.]+-\p{L}/u;
const WITH_YEAR = /^[\d.]+\/(?:19|20)\d\d(?!\d)/u;
const STATE_NUMBER = /^[\d.]+\/\p{L}/u;
/** What is left of "Chỉ thị 35", "Nghị quyết Trung ương 4" where nothing completes it. */
const INCOMPLETE = /^(?:[\d.]+|HNTW\d+)(?:@|$)/u;
const ONLY_OF_THE_STATE = /^(?:nghi-dinh|thong-tu|thong-tu-lien-tich|luat|bo-luat|phap-lenh|cong-dien):/u;

export function seriesOf(canonical: string): Series {
  const number = canonical.slice(canonical.indexOf(':') + 1);
  if (WITH_YEAR.test(number)) return 'never';
  if (PARTY_NUMBER.test(number)) return 'term';
  if (STATE_NUMBER.test(number)) return 'year';
  return INCOMPLETE.test(number) && !ONLY_OF_THE_STATE.test(canonical) ? 'term' : 'never';
}

/** The id of the document with this key; `from` tells it from others with the same number. */
export function directiveId(canonical: string, from: string | null): DirectiveId {
  return from === null ? canonical : `${canonical}#${from}`;
}

/** The key of a document, and what tells it from others with that key. */
export function partsOf(id: DirectiveId): { canonical: string; from: string | null } {
  const [canonical = '', from] = id.split('#', 2);
  return { canonical, from: from ?? null };
}
