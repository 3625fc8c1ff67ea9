// What people type to search the library:
//
//   chỉ thị 05                 words one after another
//   "…"                        the same, and only as it is written: no other ways to write it
//   a; b   a + b   a AND b     both         a | b   a OR b    one of them       -a   NOT a    without
//   nghi*                      a word that begins so         a NEAR/5 b   at most five words between
//   tiêu-đề: ghi-chú:          only there   nguồn: năm:2023..2025 nhãn: loại: văn-bản:   what is known of an article
//                              bộ: đọc:chưa sao:có lưu-trữ:không                        how it is kept
//
// Names of fields and kinds are understood without marks and in English too.
import type { Span } from '../span';
import { FIELDS, type Field } from './index/layout';
import type { Leaf } from './leaf';
import { namedDocument, type NamedDocument } from './named-document';
import { withNumbers } from './numbers';
import { phraseOf, type Marks, type Phrase } from './phrase';
import { fieldNamed, filterOf, type FieldName, type Filter } from './query-filters';
import type { CasedWord } from './scan';
import { otherWays } from './synonyms';
import { wordsOf } from './words';

export type { Filter } from './query-filters';

export type QueryNode =
  | {
      is: 'words';
      leaf: Leaf;
      fields: readonly Field[];
      text: string;
      otherWays: readonly string[];
      /** The words are the name of a document: what cites it in other words is wanted too. */
      document: NamedDocument | null;
    }
  | { is: 'filter'; filter: Filter }
  | { is: 'all' | 'any'; parts: readonly QueryNode[] }
  | { is: 'without'; part: QueryNode };

/** Why a query cannot be answered as it stands. */
export const PROBLEM_CODES = [
  'too-long',
  'too-many-words',
  'open-quote',
  'open-bracket',
  'stray-bracket',
  'nothing-beside',
  'nothing-in-field',
  'bad-year',
  'bad-kind',
  'bad-reading',
  'bad-choice',
  'near-needs-words',
  'near-too-far',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** `span`: the part of the query that it is about, in UTF-16 code units. */
export interface QueryProblem extends Span {
  code: ProblemCode;
}

export type ParsedQuery = { ok: true; query: QueryNode | null } | { ok: false; problem: QueryProblem };

export interface QueryOptions {
  marks: Marks;
  /** The last word may go on. */
  isTyping: boolean;
  /** `auto`: a query of up to three letters does not go on while it is typed; `part`: the last word always may. */
  syllables?: Syllables;
  /** Capitals count: `Đảng` is not `đảng`. The index knows nothing of them, the articles decide. */
  matchCase?: boolean;
  /** Other ways to write the words count too; they do unless this is false. */
  otherWays?: boolean;
}

export const SYLLABLES = ['auto', 'whole', 'part'] as const;
type Syllables = (typeof SYLLABLES)[number];

export const LONGEST_QUERY = 2_000;
const MOST_WORDS = 64;
/** Beginnings of one or two letters stand for a good part of all words: three of them take a second in 50,000 articles. */
const MOST_SHORT_BEGINNINGS = 3;
const SHORT = 2;
/** Brackets and NOT within each other. */
const MOST_LEVELS = 50;
/** Fewer than the places between two texts of one article. */
export const FARTHEST_NEAR = 50;

type Token = Span &
  (
    | { is: 'word'; text: string; quoted: boolean }
    | { is: 'field'; name: FieldName }
    | { is: 'near'; within: number }
    | { is: 'and' | 'or' | 'not' | 'open' | 'close' }
  );

class Problem extends Error {
  constructor(readonly problem: QueryProblem) {
    super(problem.code);
  }
}

const fail = (code: ProblemCode, { start, end }: Span): never => {
  throw new Problem({ code, start, end });
};

const QUOTES = '"“”„«»';
const TOKEN = new RegExp(
  String.raw`[${QUOTES}](?<quoted>[^${QUOTES}]*)(?<close>[${QUOTES}]?)` +
    String.raw`|(?<field>[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*):(?=\S)` +
    String.raw`|(?<mark>[();+|])|(?<minus>(?<!\S)-(?=[\p{L}\p{N}${QUOTES}(]))` +
    String.raw`|(?<word>[^\s();+|${QUOTES}]+)`,
  'gu',
);
const MARKS = { '(': 'open', ')': 'close', ';': 'and', '+': 'and', '|': 'or' } as const;
const OPERATORS = { AND: 'and', OR: 'or', NOT: 'not' } as const;

function tokensOf(query: string): Token[] {
  return Array.from(query.matchAll(TOKEN), (match): Token => {
    const span = { start: match.index, end: match.index + match[0].length };
    const { quoted, close, field, mark, minus, word = '' } = match.groups ?? {};
    if (quoted !== undefined) {
      if (close === '') fail('open-quote', span);
      return { ...span, is: 'word', text: quoted, quoted: true };
    }
    if (field !== undefined) {
      const name = fieldNamed(field);
      // `Điều 5:nội dung` names no field.
      if (name !== undefined) return { ...span, is: 'field', name };
      return { ...span, is: 'word', text: match[0], quoted: false };
    }
    if (mark !== undefined) return { ...span, is: MARKS[mark as keyof typeof MARKS] };
    if (minus !== undefined) return { ...span, is: 'not' };
    if (Object.hasOwn(OPERATORS, word)) return { ...span, is: OPERATORS[word as keyof typeof OPERATORS] };
    const near = /^NEAR(?:\/(\d{1,4}))?$/u.exec(word);
    if (near === null) return { ...span, is: 'word', text: word, quoted: false };
    const within = Number(near[1] ?? 10);
    return within > FARTHEST_NEAR ? fail('near-too-far', span) : { ...span, is: 'near', within };
  });
}

type Words = QueryNode & { is: 'words' };

class Parser {
  private readonly tokens: Token[];
  private readonly goesOn: boolean;
  private at = 0;
  private words = 0;
  private shortBeginnings = 0;
  private levels = 0;

  constructor(
    private readonly query: string,
    private readonly options: QueryOptions,
  ) {
    this.tokens = tokensOf(query);
    this.goesOn = mayGoOn(query, options);
  }

  parse(): QueryNode | null {
    if (this.tokens.length === 0) return null;
    const node = this.either();
    const rest = this.tokens[this.at];
    if (rest !== undefined) fail(rest.is === 'close' ? 'stray-bracket' : 'nothing-beside', rest);
    return node;
  }

  private either(): QueryNode {
    const parts = [this.both()];
    while (this.take('or') !== null) parts.push(this.both());
    return grouped('any', parts);
  }

  /** What stands side by side is wanted together. */
  private both(): QueryNode {
    const parts = [this.near()];
    for (;;) {
      const next = this.tokens[this.at];
      if (next?.is === 'and') this.at += 1;
      else if (next === undefined || next.is === 'or' || next.is === 'close') break;
      // A mark at the end, while more is being typed.
      if (next.is === 'and' && this.tokens[this.at] === undefined) break;
      parts.push(this.near());
    }
    return grouped('all', parts);
  }

  private near(): QueryNode {
    const left = this.single();
    const near = this.take('near');
    if (near?.is !== 'near') return left;
    const right = this.single();
    const [one, other] = [phrasesOf(left), phrasesOf(right)];
    if (one === null || other === null) return fail('near-needs-words', near);
    return {
      is: 'words',
      leaf: { kind: 'near', left: one, right: other, within: near.within },
      fields: FIELDS,
      text: `${(left as Words).text} … ${(right as Words).text}`,
      otherWays: [],
      document: null,
    };
  }

  private single(): QueryNode {
    const token = this.tokens[this.at];
    if (token === undefined) {
      const last = this.tokens.at(-1) ?? { start: 0, end: this.query.length };
      return fail('nothing-beside', last);
    }
    this.at += 1;
    if (token.is === 'not' || token.is === 'open') return this.level(token);
    if (token.is === 'field') return this.field(token);
    if (token.is === 'word') return this.phrase(token, FIELDS);
    return fail(token.is === 'close' ? 'stray-bracket' : 'nothing-beside', token);
  }

  private level(token: Token): QueryNode {
    this.levels += 1;
    if (this.levels > MOST_LEVELS) fail('too-many-words', token);
    const node: QueryNode = token.is === 'not' ? { is: 'without', part: this.single() } : this.either();
    this.levels -= 1;
    if (token.is === 'open' && this.take('close') === null) fail('open-bracket', token);
    return node;
  }

  private take(is: Token['is']): Token | null {
    const token = this.tokens[this.at];
    if (token?.is !== is) return null;
    this.at += 1;
    return token;
  }

  private field(token: Token & { is: 'field' }): QueryNode {
    const { name } = token;
    const value = this.take('word');
    if (value?.is !== 'word') return fail('nothing-in-field', token);
    if (name === 'title' || name === 'note') return this.phrase(value, [name]);
    const filter = filterOf(name, value.text);
    if (typeof filter === 'string') return fail(filter, { start: token.start, end: value.end });
    return { is: 'filter', filter };
  }

  /** What cites a document in other words has other capitals too. */
  private namesDocument(first: Token & { is: 'word' }, fields: readonly Field[]): boolean {
    return !first.quoted && fields === FIELDS && this.options.matchCase !== true;
  }

  /** Words that stand one after another in the query, or what is quoted. */
  private phrase(first: Token & { is: 'word' }, fields: readonly Field[]): QueryNode {
    let last = first;
    while (!first.quoted) {
      const next = this.tokens[this.at];
      if (next?.is !== 'word' || next.quoted) break;
      last = next;
      this.at += 1;
    }
    const text = first.quoted ? first.text : this.query.slice(first.start, last.end);
    const isLast = this.at === this.tokens.length && last.end === this.query.length;
    const isPrefix = this.goesOn && isLast && !first.quoted;
    const words = (way: string): Phrase => {
      const read = phraseOf(way, { marks: this.options.marks, isPrefix });
      return this.options.matchCase === true ? cased(read, way) : read;
    };
    const plain = words(text);
    if (plain.length === 0) fail('nothing-beside', { start: first.start, end: last.end });
    this.words += plain.length;
    this.shortBeginnings += plain.filter(
      ({ isPrefix: goesOn, loose }) => goesOn && loose.length <= SHORT,
    ).length;
    if (this.words > MOST_WORDS || this.shortBeginnings > MOST_SHORT_BEGINNINGS)
      fail('too-many-words', { start: first.start, end: last.end });
    const others = first.quoted || this.options.otherWays === false ? [] : otherWays(text);
    const phrases = [text, ...others.map((other) => other.text)].flatMap((way) =>
      withNumbers(words(way), way),
    );
    return {
      is: 'words',
      leaf: { kind: 'words', phrases },
      fields,
      text,
      otherWays: [...new Set(others.map(({ by }) => by))],
      document: this.namesDocument(first, fields) ? namedDocument(text) : null,
    };
  }
}

/** The words of a phrase with the letters by which they were typed. */
function cased(phrase: Phrase, text: string): CasedWord[] {
  const { starts, ends } = wordsOf(text.replaceAll('*', ' '));
  return phrase.map((word, at) => ({ ...word, letters: text.slice(starts[at], ends[at]) }));
}

/** `an` shall not find `anh`: so few letters are whole words, unless the person says otherwise. */
const FEW_LETTERS = 3;

function mayGoOn(query: string, { isTyping, syllables }: QueryOptions): boolean {
  if (syllables === 'part' || syllables === 'whole') return syllables === 'part';
  return isTyping && (syllables === undefined || (query.match(/\p{L}/gu) ?? []).length > FEW_LETTERS);
}

const phrasesOf = (node: QueryNode): readonly Phrase[] | null =>
  node.is === 'words' && node.leaf.kind === 'words' ? node.leaf.phrases : null;

function grouped(is: 'all' | 'any', parts: QueryNode[]): QueryNode {
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : { is, parts };
}

/** Reads a query. Null for one without any words. */
export function parseQuery(query: string, options: QueryOptions): ParsedQuery {
  if (query.length > LONGEST_QUERY) {
    return { ok: false, problem: { code: 'too-long', start: LONGEST_QUERY, end: query.length } };
  }
  try {
    return { ok: true, query: new Parser(query, options).parse() };
  } catch (error) {
    if (error instanceof Problem) return { ok: false, problem: error.problem };
    throw error;
  }
}
