import { eventDays } from '#core/text/days';
import { lineKey } from '#core/text/normalise';
import { cutPrefix } from '#core/text/sources';

export interface Lead {
  /** The lead above the body, without the sign of the agency. */
  dek: string | null;
  source: string | null;
  /** Signs that were cut off, as written. */
  prefixes: string[];
  body: string[];
}

const LONGEST_DEK = 600;
const LONGEST_UNSIGNED_DEK = 420;

/**
 * Tells the lead from the body: it carries an agency's sign, or stands before the paragraph with the
 * dateline, or repeats the beginning of a later paragraph. The only paragraph of an article is no lead.
 */
export function leadOf(paragraphs: readonly string[], marked: string | null): Lead {
  const [first = '', second, ...later] = paragraphs;
  if (marked !== null) return withDek(marked, paragraphs);
  const signed = cutPrefix(first);
  if (second === undefined) {
    const prefixes = signed.prefix === null ? [] : [signed.prefix];
    return { dek: null, source: signed.source, prefixes, body: first === '' ? [] : [signed.rest] };
  }
  const isSigned = signed.prefix !== null && signed.rest.length <= LONGEST_DEK;
  if (isSigned || isUnsignedDek(first, [second, ...later])) return withDek(first, paragraphs.slice(1));
  const prefixes = signed.prefix === null ? [] : [signed.prefix];
  return { dek: null, source: signed.source, prefixes, body: [signed.rest, ...paragraphs.slice(1)] };
}

function withDek(dek: string, paragraphs: readonly string[]): Lead {
  const lead = cutPrefix(dek);
  const [first = '', ...rest] = paragraphs;
  const body = cutPrefix(first);
  const repeatsSign = body.prefix !== null && hasDateline(body.rest);
  const prefixes = [lead.prefix, repeatsSign ? body.prefix : null].filter((prefix) => prefix !== null);
  return {
    dek: lead.rest,
    source: lead.source ?? (repeatsSign ? body.source : null),
    prefixes,
    body: paragraphs.length === 0 ? [] : [repeatsSign ? body.rest : first, ...rest],
  };
}

function isUnsignedDek(first: string, others: readonly string[]): boolean {
  if (first.length > LONGEST_UNSIGNED_DEK || first.length < 30) return false;
  if (repeatsBeginning(first, others)) return true;
  const second = cutPrefix(others[0] ?? '').rest;
  return !hasDateline(first) && hasDateline(second);
}

function repeatsBeginning(first: string, others: readonly string[]): boolean {
  const isCut = /(?:\.\.\.|…)$/u.test(first);
  const key = lineKey(first);
  if (key.length < (isCut ? 30 : 60)) return false;
  return others.some(
    (other) => other.length > first.length && lineKey(other.slice(0, first.length + 40)).startsWith(key),
  );
}

const PLACE_BEFORE =
  /^(?:\p{Lu}[\p{L}.\s-]{1,30}(?:\([^()]{2,12}\))?\s?[,–-]\s*|(?:vào|trong|từ|theo TTXVN|tối muộn)\s+)?$/iu;
const THIS_DAY = /^(?:\([^()]{2,12}\)\s*[-–]?\s*)?(?:sáng|trưa|chiều|tối|hôm)\s+(?:nay|qua)(?=[\s,])/iu;

/** `Sáng 9/4, …`, `Ngày 18/7, …`, `Hà Nội, ngày 5/1, …`, `Sáng nay, …`. */
export function hasDateline(text: string): boolean {
  const head = text.slice(0, 160);
  if (THIS_DAY.test(head)) return true;
  const event = eventDays(head)[0];
  return event !== undefined && event.at <= 40 && PLACE_BEFORE.test(head.slice(0, event.at));
}
