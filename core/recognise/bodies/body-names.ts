// Names of bodies: what they begin with, what they are for, whose and where they are.
import {
  LEVELS,
  PLACES,
  FIELDS,
  HEADS,
  SHORT_FIELDS,
  SHORT_HEADS,
  SURNAMES,
  TITLES,
  type Tail,
} from './lexicon';
import { keysOf, PhraseMap, type Word } from './words';

/** A body's name from word `from` to before word `end`. */
export interface BodyName {
  from: number;
  end: number;
  /** Without abbreviations, in the spelling of a heading. */
  name: string;
  /** Nothing that follows could belong to it. */
  isClosed: boolean;
  /** Names of the bodies that it belongs to, from the outermost in: each is the end of `name`. */
  owners: readonly string[];
}

interface Head {
  name: string;
  tail: Tail;
}

const tails = Object.keys(HEADS) as Tail[];
const heads = tails.flatMap((tail) => HEADS[tail].map((name): Head => ({ name, tail })));
const tailOf = new Map(heads.map(({ name, tail }) => [name, tail]));
const HEAD = new PhraseMap<Head>([
  ...heads.map((head) => [keysOf(head.name), head] as const),
  ...Object.entries(SHORT_HEADS).map(
    ([short, name]) => [[short.toLowerCase()], { name, tail: tailOf.get(name) ?? 'open' }] as const,
  ),
]);
const SHORT = new Set(Object.keys(SHORT_HEADS));
const FIELD = new PhraseMap<string>([
  ...FIELDS.map((name) => [keysOf(name), name] as const),
  ...Object.entries(SHORT_FIELDS).map(([short, name]) => [[short.toLowerCase()], name] as const),
]);
const LEVEL = new PhraseMap<string>(
  LEVELS.map((level) => [keysOf(level), level === 'tp' ? 'thành phố' : level]),
);
const CENTRE = new PhraseMap<string>(
  ['trung ương', 'tw', 'tư', 't.ư', 't.w', 'trung ương đảng', 'tw đảng', 't.ư đảng'].map((words) => [
    words.split(' '),
    'Trung ương',
  ]),
);
const BLOC = new PhraseMap<string>(
  [
    ['khối các cơ quan trung ương', 'Khối các cơ quan Trung ương'],
    ['khối các cơ quan tw', 'Khối các cơ quan Trung ương'],
    ['khối các cơ quan t.ư', 'Khối các cơ quan Trung ương'],
    ['khối các cơ quan tỉnh', 'Khối các cơ quan tỉnh'],
    ['khối các cơ quan', 'Khối các cơ quan'],
    ['khối các cơ quan và doanh nghiệp', 'Khối các cơ quan và doanh nghiệp'],
    ['khối cơ quan và doanh nghiệp', 'Khối các cơ quan và doanh nghiệp'],
    ['khối doanh nghiệp trung ương', 'Khối doanh nghiệp Trung ương'],
    ['khối doanh nghiệp', 'Khối doanh nghiệp'],
    ['khối', 'Khối'],
  ].map(([words = '', name = '']) => [words.split(' '), name]),
);
const PLACE = new PhraseMap<true>(PLACES.map((place) => [keysOf(place), true]));
const TITLE = new PhraseMap<true>(TITLES.map((title) => [keysOf(title), true]));
const MOST_PLACE_WORDS = 5;
const MOST_OWNERS = 3;
const MIDDLE_NAMES = new Set(['thị', 'văn']);

/** The name that begins at word `from`; `afterTitle`: a person's name may stand right behind it. */
export function bodyAt(words: readonly Word[], from: number, afterTitle = false, depth = 0): BodyName | null {
  const first = words[from];
  if (first?.isCapital !== true) return null;
  const bloc = first.key === 'khối' ? BLOC.at(words, from) : null;
  if (bloc !== null && (depth > 0 || bloc.end - from > 1)) {
    return { from, end: bloc.end, name: bloc.value, isClosed: bloc.end - from > 1, owners: [] };
  }
  const head = HEAD.at(words, from);
  // `BCT`, but not `Bct` and not the word `Bch`.
  if (head === null || (head.end - from === 1 && isMiswritten(first))) return null;
  return new BodyReader(words, from, afterTitle, depth).read(head.value, head.end);
}

const isMiswritten = ({ text }: Word): boolean => !SHORT.has(text) && SHORT.has(text.toUpperCase());

class BodyReader {
  private readonly parts: string[] = [];
  private owners: readonly string[] = [];
  private end = 0;

  constructor(
    private readonly words: readonly Word[],
    private readonly from: number,
    private readonly afterTitle: boolean,
    private readonly depth: number,
  ) {}

  read({ name, tail }: Head, end: number): BodyName | null {
    this.parts.push(name);
    this.end = end;
    if (tail === 'closed') return this.found(true);
    if (tail === 'numbered') return this.takeNumber() || this.takeName() ? this.found(true) : null;
    const hasField = (tail === 'field' || tail === 'named') && this.takeField();
    if (tail === 'named' && !hasField && !this.takeName()) return null;
    if (tail === 'field' && !hasField && !this.takesOwnName()) return null;
    return this.takeOwner() ? this.found(true) : this.found(false);
  }

  private found(isClosed: boolean): BodyName {
    const name = this.parts.join(' ');
    return { from: this.from, end: this.end, name, isClosed, owners: this.owners };
  }

  /** The word at `at`, when it goes on in one run. */
  private joined(at: number): Word | undefined {
    const word = this.words[at];
    return word?.isJoined === true ? word : undefined;
  }

  private take(name: string, end: number): true {
    this.parts.push(name);
    this.end = end;
    return true;
  }

  /** "Văn hóa, Thể thao và Du lịch": a comma only where "và" follows. */
  private takeField(): boolean {
    const first = this.fieldAt(this.end);
    if (first === null) return false;
    let { end } = first;
    let name = first.value;
    let open: { name: string; end: number } | null = null;
    let more = this.linkAt(end);
    while (more !== null) {
      const longer: string = `${open?.name ?? name}${more.link}${more.value}`;
      if (more.link === ', ') open = { name: longer, end: more.end };
      else {
        name = longer;
        end = more.end;
        open = null;
      }
      more = this.linkAt(more.end);
    }
    return this.take(name, end);
  }

  private fieldAt(at: number): { value: string; end: number } | null {
    const word = this.joined(at);
    // "Phòng, chống tham nhũng" is one field.
    return word?.isCapital === true ? FIELD.at(this.words, at, word.key === 'phòng') : null;
  }

  private linkAt(at: number): { link: string; value: string; end: number } | null {
    const [next, after] = [this.words[at], this.words[at + 1]];
    if (next === undefined || HEAD.at(this.words, at)?.value.tail === 'open') return null;
    if (next.key === 'và' && next.isJoined && after?.isCapital === true) {
      const field = HEAD.at(this.words, at + 1) === null ? FIELD.at(this.words, at + 1) : null;
      return field === null ? null : { link: ' và ', ...field };
    }
    if (next.isJoined || !next.isCapital || HEAD.at(this.words, at) !== null) return null;
    const field = FIELD.at(this.words, at, true);
    const gap = next.start - (this.words[at - 1]?.end ?? 0);
    if (field === null || gap > 3) return null;
    return { link: gap === 2 ? ', ' : ' - ', ...field };
  }

  /** A field that is not known: "Viện Nghiên cứu", "Vụ Châu Âu". */
  private takesOwnName(): boolean {
    const [first, second] = [this.joined(this.end), this.joined(this.end + 1)];
    if (first?.isCapital !== true || HEAD.at(this.words, this.end) !== null) return false;
    return second?.isCapital === true && this.takeName();
  }

  private takeNumber(): boolean {
    const word = this.joined(this.end);
    return word !== undefined && /^\d{1,3}$/u.test(word.text) && this.take(word.text, this.end + 1);
  }

  /** Words with capitals, without the name of a person at their end. */
  private takeName(): boolean {
    const end = nameEnd(this.words, this.end, this.afterTitle);
    if (end === this.end) return false;
    return this.take(properName(this.words.slice(this.end, end)), end);
  }

  /** What it belongs to, or where it is. */
  private takeOwner(): boolean {
    const next = this.joined(this.end);
    if (next === undefined || this.depth >= MOST_OWNERS) return false;
    const centre = CENTRE.at(this.words, this.end);
    if (centre !== null && next.text !== 'tư') {
      this.take(centre.value, centre.end);
      this.takeName();
      return true;
    }
    const bloc = BLOC.at(this.words, this.end);
    const owner = bodyAt(this.words, this.end, this.afterTitle, this.depth + 1);
    if (owner !== null) {
      this.owners = [owner.name, ...owner.owners];
      this.take(owner.name, owner.end);
      return owner.isClosed;
    }
    if (bloc !== null && next.key === 'khối') {
      this.owners = [bloc.value];
      this.take(bloc.value, bloc.end);
      return bloc.value !== 'Khối';
    }
    return this.takeLevel() || this.takeName();
  }

  private takeLevel(): boolean {
    const level = LEVEL.at(this.words, this.end);
    if (level === null) return false;
    this.take(level.value, level.end);
    return this.takeName() || level.end - this.end > 1;
  }
}

/** Where a run of words with capitals ends that is a name of a place and not of a person. */
function nameEnd(words: readonly Word[], from: number, afterTitle: boolean): number {
  const known = PLACE.at(words, from);
  if (known !== null && words[from]?.isJoined === true && words[from].isCapital) return known.end;
  let end = from;
  while (end < from + MOST_PLACE_WORDS + 3) {
    const word = words[end];
    if (word?.isJoined !== true || !word.isCapital) break;
    if (HEAD.at(words, end) !== null || TITLE.at(words, end) !== null) break;
    end += 1;
  }
  return Math.min(beforePerson(words, from, end, afterTitle), from + MOST_PLACE_WORDS);
}

/** Names of persons have two to four words; of three they are told from places without an office before them. */
function beforePerson(words: readonly Word[], from: number, end: number, afterTitle: boolean): number {
  for (let at = Math.max(from, end - 4); at <= end - 2; at += 1) {
    if (!afterTitle && (at === from || end - at < 3)) continue;
    if (SURNAMES.has(words[at]?.key ?? '') || MIDDLE_NAMES.has(words[at + 1]?.key ?? '')) return at;
  }
  return end;
}

/** A name as it is written outside of headings in capitals; codes stay. */
export function properName(words: readonly Word[]): string {
  const texts = words.map(({ text }) => text);
  const isHeading = texts.join('') === texts.join('').toUpperCase() && /[^A-Z\d]/u.test(texts.join(''));
  if (!isHeading) return texts.join(' ');
  return texts.map((text) => text.charAt(0) + text.slice(1).toLowerCase()).join(' ');
}
