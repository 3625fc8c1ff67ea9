// Which document marked words may mean: the register's documents, the likeliest first, and what a person types.

import type { Article } from '#core/article';
import { emptyEntry, type DirectiveEntry, type DirectiveId, type DirectiveRow } from '#core/directive';
import { findCitations } from '#core/recognise/citations';
import { displayForm } from '#core/recognise/citations/display';
import { TYPE_WORDS, typeOfSlug, typeOfWord } from '#core/recognise/citations/document-types';
import type { FoundCitation } from '#core/recognise/found';
import { registerOf, documentsOf } from '#core/register';
import { createMatcher, LOOSE_FIND } from '#core/search/find';
import { foldText, type FoldedText } from '#core/text/fold';

/** What speaks for a document. */
export interface DocumentClues {
  /** The documents that the rules read in the marked words. */
  read: readonly DirectiveId[];
  /** How often the article cites each document. */
  cited: ReadonlyMap<DirectiveId, number>;
}

/** The documents that have every word typed, marks ignored; those that more speaks for first. */
export function likelyDocuments(
  rows: readonly DirectiveRow[],
  { read, cited }: DocumentClues,
  typed: string,
): DirectiveRow[] {
  const words = typed.split(/\s+/u).filter((word) => word !== '');
  const matchers = words.map((word) => createMatcher(word, LOOSE_FIND)).filter((one) => one !== null);
  const weight = ({ id, number }: DirectiveRow): number => {
    if (read.includes(id)) return Infinity;
    const isCalledSo = number !== null && words.includes(number);
    return (isCalledSo ? 1e9 : 0) + (cited.get(id) ?? 0);
  };
  return rows
    .filter((row) => matchers.every((matcher) => matcher.find(wordsOf(row)).length > 0))
    .map((row) => ({ row, weight: weight(row) }))
    .sort((a, b) => (a.weight === b.weight ? b.row.mentions - a.row.mentions : b.weight - a.weight))
    .map(({ row }) => row);
}

/** What a document is found by. Folded once: a register has thousands of rows, and each letter typed asks all of them. */
function wordsOf(row: DirectiveRow): FoldedText {
  const known = folded.get(row);
  if (known !== undefined) return known;
  const { canonical, aliases, spellings, title, issuer, issuerName } = row;
  const [slug = '', sign = ''] = canonical.split(/:(.*)/su);
  const codes = typeOfSlug(slug)?.codes ?? [];
  const name = displayForm({ canonical, text: spellings[0] ?? sign });
  const issuers = [issuerName, issuer, initials(issuerName ?? '')];
  const words = foldText([name, sign, ...codes, title, ...issuers, ...spellings, ...aliases].join('\n'));
  folded.set(row, words);
  return words;
}
const folded = new WeakMap<DirectiveRow, FoldedText>();

/** "Bộ Chính trị" as "BCT". */
const initials = (name: string): string =>
  name
    .split(/\s+/u)
    .map((word) => word.charAt(0))
    .join('');

/** "… về việc học tập": what a document is about, after its number. */
const SUBJECT = /(?<!\p{L})(?:về|v\/v)\s.+$/iu;
const LONGEST_NAME = 300;

/**
 * The document that a person names: by its key where the rules can read one in the words, with the day, the issuer and the
 * subject that stand there; else by the words themselves, as its title. `article`: where the document is cited, since numbers
 * come again and its day tells which term a number is likely of.
 */
export function typedDocument(
  typed: string,
  { id, publishedOn }: Pick<Article, 'id' | 'publishedOn'>,
  entries: readonly DirectiveEntry[],
): DirectiveEntry {
  const words = typed.normalize('NFC').replace(/\s+/gu, ' ').trim();
  const [citation, ...others] = findCitations(words, { publishedOn: null });
  const isRead = citation !== undefined && citation.class !== 'relative' && others.length === 0;
  const meant = isRead ? citation : byTitle(words);
  const { belongings } = registerOf([], entries);
  const [document = meant.canonical] = documentsOf({ id, publishedOn }, [meant], belongings);
  if (!isRead) return { ...emptyEntry(document), title: words };
  const [subject = ''] = SUBJECT.exec(words.slice(citation.end)) ?? [];
  return {
    ...emptyEntry(document),
    // The key of a law does not hold its whole name.
    title: subject === '' && !hasWholeName(document) ? citation.text : capitalised(subject),
    issuerName: citation.issuerName,
    issuedOn: citation.date,
  };
}

const HAS_NUMBER = /^[a-z-]+:(?:\d|HNTW|DH\d+(?:#|$))/u;
/** Whether the id tells the whole name of a document. */
export const hasWholeName = (id: DirectiveId): boolean => HAS_NUMBER.test(id);

const capitalised = (words: string): string => words.charAt(0).toLocaleUpperCase('vi') + words.slice(1);

/** Whether nothing but its name is known of a document that was typed. */
export const hasOnlyName = ({ id, title }: DirectiveEntry): boolean =>
  title !== '' && id.startsWith(byTitle(title).canonical);

/** A document that has only a name: `de-an:Đề án sắp xếp bộ máy`. */
function byTitle(words: string): FoundCitation {
  const lower = `${words.toLocaleLowerCase('vi')} `;
  const word = TYPE_WORDS.find((each) => lower.startsWith(`${each} `) && typeOfWord(each)?.isCode === false);
  const type = typeOfWord(word ?? '')?.type;
  const name = words
    .replace(/[#\s]+/gu, ' ')
    .slice(0, LONGEST_NAME)
    .trim();
  return {
    ...{ start: 0, end: words.length, text: words, canonical: `${type?.slug ?? 'van-ban'}:${name}` },
    ...{ class: 'named', type: type?.name ?? '', number: null, issuer: null, issuerName: null },
    ...{ date: null, term: null, confidence: 1 },
  };
}
