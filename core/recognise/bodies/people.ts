// Names of persons and the offices before and behind them.
import { BEFORE_PLACES, BEFORE_TITLES, HONORIFICS, PLACES, SURNAMES, TITLES } from './lexicon';
import { bodyAt, type BodyName } from './body-names';
import { keysOf, PhraseMap, type Word } from './words';

const TITLE = new PhraseMap<true>(TITLES.map((title) => [keysOf(title), true]));
const HONORIFIC = new PhraseMap<true>(HONORIFICS.map((word) => [keysOf(word), true]));
const PLACE = new PhraseMap<true>(PLACES.map((place) => [keysOf(place), true]));
const MOST_NAME_WORDS = 5;

/** An office from word `from` to before word `end`, with the body that it is in. */
export interface Office {
  from: number;
  end: number;
  body: BodyName | null;
}

/** "Phó Bí thư Thường trực Đảng ủy Khối", "nguyên Giám đốc Sở Y tế". */
export function officeAt(words: readonly Word[], from: number): Office | null {
  const begin =
    BEFORE_TITLES.has(words[from]?.key ?? '') && words[from + 1]?.isJoined === true ? from + 1 : from;
  const title = TITLE.at(words, begin);
  if (title === null) return null;
  const next = words[title.end];
  const body = next?.isJoined === true ? bodyAt(words, title.end, true) : null;
  if (body !== null) return { from, end: body.end, body };
  return { from, end: fieldEnd(words, title.end), body: null };
}

/** "Bộ trưởng Nội vụ", "Trưởng ban Tổ chức Tỉnh ủy": the word for the body is a part of the title. */
function fieldEnd(words: readonly Word[], from: number): number {
  const next = words[from];
  const after = words[from + 1];
  const isField =
    next?.isJoined === true &&
    next.isCapital &&
    after?.isJoined === true &&
    !after.isCapital &&
    !SURNAMES.has(next.key);
  if (!isField) return from;
  const owner = bodyAt(words, from + 2, true);
  return owner !== null && words[from + 2]?.isJoined === true ? owner.end : from + 2;
}

/** "đồng chí", "ông": where the name behind it begins; null without. */
export const honorificEnd = (words: readonly Word[], from: number): number | null =>
  HONORIFIC.at(words, from, true)?.end ?? null;

/**
 * Where the name of a person ends that begins at word `from`; null when none does. `isAwaited`: an office or "đồng chí"
 * stands right before it. Without one it needs a surname and three words.
 */
export function personEnd(words: readonly Word[], from: number, isAwaited: boolean): number | null {
  const first = words[from];
  if (first?.isCapital !== true || first.text.length < (isAwaited ? 1 : 2)) return null;
  const end = runEnd(words, from);
  const count = end - from;
  if (isAwaited) {
    return count >= 2 && (count >= 3 || SURNAMES.has(first.key) || PLACE.at(words, from) === null)
      ? end
      : null;
  }
  const before = first.isJoined ? words[from - 1] : undefined;
  if (before !== undefined && (before.isCapital || BEFORE_PLACES.has(before.key))) return null;
  if (count < 3 || count > 4 || !SURNAMES.has(first.key)) return null;
  // "Hồ Chí Minh" is a place only behind a word that says so.
  return PLACE.at(words, from)?.end === end && first.key !== 'hồ' ? null : end;
}

function runEnd(words: readonly Word[], from: number): number {
  let end = from + 1;
  while (end < from + MOST_NAME_WORDS) {
    const word = words[end];
    if (word?.isJoined !== true || !word.isCapital || /\d/u.test(word.text)) break;
    if (word.start - (words[end - 1]?.end ?? 0) > 1) break;
    if (TITLE.at(words, end) !== null || (bodyAt(words, end)?.end ?? 0) > end + 1) break;
    end += 1;
  }
  return end;
}
