import type { DirectiveId } from '../directive';
import { findCitations } from '../recognise/citations';
import { typeOfSlug, typeOfWord, TYPE_CODES, TYPE_WORDS } from '../recognise/citations/document-types';
import { bareText } from '../text/fold';

/** A document as a query names it: by its whole key, or by what is said of it. */
export interface NamedDocument {
  /** `chi-thi:05-CT/TW`; null where only the number is said, with or without the kind. */
  canonical: string | null;
  /** `chi-thi`; null where figures stand alone. */
  slug: string | null;
  /** Without zeros before it. */
  number: string | null;
}

const FIGURES = /^\d{1,4}$/u;
/** `05 ct tw`, `05-CT/TW`: the number, then codes with anything between. */
const CODED = /^(?<number>\d{1,4})[\s./-]+(?<codes>[\p{L}\d]{1,8}(?:[\s./-]+[\p{L}\d]{1,8}){1,3})$/u;

const byBareWord = new Map(
  TYPE_WORDS.map((word) => [bareText(word), typeOfWord(word)?.type.slug] as const).toReversed(),
);
const byBareCode = new Map(TYPE_CODES.map((code) => [bareText(code), code] as const));
const YEAR = /^(?:19|20)\d\d$/u;
const withoutZeros = (number: string): string => number.replace(/^0+(?=\d)/u, '');

/** The document that a query is the name of, in any spelling: `05 ct tw`, `chi thi 05`, `Chỉ thị số 05- CT/ TW`; or null. */
export function namedDocument(query: string): NamedDocument | null {
  const typed = query.normalize('NFC').trim().replace(/\s+/gu, ' ');
  if (!/\d/u.test(typed)) return null;
  if (FIGURES.test(typed)) return { canonical: null, slug: null, number: withoutZeros(typed) };
  return byNumberAlone(typed) ?? byKey(typed) ?? byKey(coded(typed));
}

/** `chi thi 05`, `nq số 18`. */
function byNumberAlone(typed: string): NamedDocument | null {
  const said = /^(?<word>\D+?)(?: s[oố])? (?<number>\d{1,4})$/iu.exec(typed)?.groups;
  const slug = byBareWord.get(bareText(said?.['word'] ?? ''));
  if (said === undefined || slug === undefined) return null;
  return { canonical: null, slug, number: withoutZeros(said['number'] ?? '') };
}

/** What the rules for citations read when the whole query is one. */
function byKey(typed: string): NamedDocument | null {
  const [citation, ...others] = findCitations(typed, { publishedOn: null });
  if (citation === undefined || citation.class === 'relative' || others.length > 0) return null;
  const before = bareText(typed.slice(0, citation.start))
    .replace(/\s*so\s*$/u, '')
    .trim();
  if (citation.end < typed.length || (before !== '' && !byBareWord.has(before))) return null;
  return { canonical: citation.canonical, slug: null, number: null };
}

/** As the rules write it: `05-CT/TW`, `100/2019/NĐ-CP`. */
function coded(typed: string): string {
  const { number = '', codes = '' } = CODED.exec(typed)?.groups ?? {};
  const [first = '', ...rest] = codes
    .toUpperCase()
    .split(/[\s./-]+/u)
    .map(codeOf);
  return YEAR.test(first)
    ? `${number}/${first}/${rest.join('-')}`
    : `${number}-${[first, ...rest].join('/')}`;
}

const codeOf = (typed: string): string => byBareCode.get(bareText(typed)) ?? typed;

const keyOf = (id: string): string => id.replace(/:0+(?=\d)/u, ':');

/** Whether one of the ids of a document is the named one's. */
export const isNamed = ({ canonical, slug, number }: NamedDocument, ids: readonly DirectiveId[]): boolean =>
  ids.some((id) => {
    if (canonical !== null)
      return keyOf(id) === keyOf(canonical) || keyOf(id).startsWith(`${keyOf(canonical)}#`);
    const [own = '', sign = ''] = id.split(/:(.*)/su);
    if (typeOfSlug(own) === null || (slug !== null && own !== slug)) return false;
    return withoutZeros(/^\d+/u.exec(sign)?.[0] ?? '') === number;
  });
