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

/** The id of the document with this key; the term or the year, and the place, tell it from others with that key. */
export function directiveId(
  canonical: string,
  from: string | null,
  place: string | null = null,
): DirectiveId {
  const mark = [from, place].filter((part) => part !== null).join('.');
  return mark === '' ? canonical : `${canonical}#${mark}`;
}

/** The key of a document, what tells it from others with that key, and the term in that. */
export function partsOf(id: DirectiveId): { canonical: string; mark: string; term: string | null } {
  const [canonical = '', mark = ''] = id.split('#', 2);
  return { canonical, mark, term: /^[IVXL]+(?=\.|$)/u.exec(mark)?.[0] ?? null };
}
