import type { BodyEntry } from '#core/body';
import { matchCopy, type MatchCopy } from '#core/recognise/match-copy';
import type { Span } from '#core/span';
import { oneLine } from '#core/text/normalise';
import { NOTHING_ALONE } from './bodies/lexicon';
import { bodyAt, properName, type BodyName } from './bodies/body-names';
import { fullNames } from './bodies/full-names';
import { honorificEnd, officeAt, personEnd, type Office } from './bodies/people';
import { keysOf, PhraseMap, wordsIn, type Word } from './bodies/words';

/** A body (cơ quan, tổ chức) or a person where the text names it. Offsets are those of `textOf`. */
export interface FoundBody extends Span {
  text: string;
  /** Without abbreviations, and in full where the article says it in full elsewhere; as the dictionary has it, where it does. */
  name: string;
  is: 'body' | 'person';
  /** A person's office as it is written beside the name: "Bí thư Đảng ủy Khối". */
  role: string | null;
}

/** From one word to before another. */
interface WordRange {
  from: number;
  end: number;
}

interface Mention extends WordRange {
  name: string;
  is: 'body' | 'person';
  role: string | null;
  body: BodyName | null;
}

/** Bodies and people in the order of the text. What a person has entered wins over the rules. */
export function findBodies(text: string, entries: readonly BodyEntry[]): FoundBody[] {
  const copy = matchCopy(text);
  const words = wordsIn(copy, text);
  const dictionary = new PhraseMap(entries.flatMap(phrasesOf));
  const mentions = new Scan(words, copy, dictionary).all();
  const full = fullNames(mentions.flatMap(({ body }) => body ?? []));
  return mentions.flatMap(({ from, end, name, is, role, body }) => {
    const span = copy.spanOf(words[from]?.start ?? 0, words[end - 1]?.end ?? 0);
    const ruled = body === null ? name : full(body);
    const entry = named(dictionary, ruled) ?? { name: ruled, is };
    if (NOTHING_ALONE.has(entry.name)) return [];
    return { ...span, text: text.slice(span.start, span.end), name: entry.name, is: entry.is, role };
  });
}

const phrasesOf = (entry: BodyEntry): [string[], BodyEntry][] =>
  [entry.name, ...entry.aliases].map((name) => [keysOf(matchCopy(name.normalize('NFC')).text), entry]);

/** The entry that has this very name. */
function named(dictionary: PhraseMap<BodyEntry>, name: string): BodyEntry | null {
  const keys = keysOf(name);
  const found = dictionary.at(
    keys.map((key) => ({ key, text: key, start: 0, end: 0, isCapital: true, isJoined: true })),
    0,
  );
  return found?.end === keys.length ? found.value : null;
}

/** What stands between an office and the next one, before a name, and between a name and the office behind it. */
const BETWEEN = /^[\s,;:-]{0,3}(?:(?:kiêm|và|đồng thời là|là)[\s:]{1,2})?$/u;
const BEFORE_NAME = /^[\s,:]{0,3}$/u;
const HONOURED = /(?:đồng chí|đ\/c|ông|bà)\s{0,2}$/iu;
const BEHIND = /^\s{0,2}[,(-]\s{0,2}(?:là\s)?$/u;
const LONGEST_ROLE = 240;

class Scan {
  private readonly mentions: Mention[] = [];
  /** Offices in a row, by words. */
  private offices: WordRange | null = null;
  /** The last name, and the last one that got its office from behind. */
  private person: Mention | null = null;
  private described: Mention | null = null;
  /** A person's last word, to the whole name: "đồng chí Thể". */
  private readonly byGivenName = new Map<string, string>();

  constructor(
    private readonly words: readonly Word[],
    private readonly copy: MatchCopy,
    private readonly dictionary: PhraseMap<BodyEntry>,
  ) {}

  all(): Mention[] {
    this.partPeople();
    let at = 0;
    while (at < this.words.length) at = Math.max(at + 1, this.step(at));
    return this.mentions;
  }

  /** No name of a body goes on into the name of a person who was entered. */
  private partPeople(): void {
    for (const [at, word] of this.words.entries()) {
      if (this.dictionary.at(this.words, at)?.value.is === 'person') word.isJoined = false;
    }
  }

  /** Takes what begins at a word. Returns the word after it. */
  private step(at: number): number {
    const word = this.words[at];
    const body = bodyAt(this.words, at);
    const entered = this.dictionary.at(this.words, at);
    if (entered !== null && entered.end >= (body?.end ?? 0))
      return this.takeEntered(at, entered.end, entered.value);
    if (body !== null) return this.takeBody(body);
    const office = officeAt(this.words, at);
    if (office !== null) return this.takeOffice(office);
    const afterHonorific = honorificEnd(this.words, at);
    if (afterHonorific !== null) return this.takeHonoured(afterHonorific);
    return word?.isCapital === true ? this.takePerson(at, this.isBehindOffice(at)) : at + 1;
  }

  private takeEntered(from: number, end: number, { name, is }: BodyEntry): number {
    if (is === 'person') this.addPerson(from, end, name);
    else this.mentions.push({ from, end, name, is, role: null, body: null });
    return end;
  }

  private takeBody(body: BodyName): number {
    this.mentions.push({ from: body.from, end: body.end, name: body.name, is: 'body', role: null, body });
    return body.end;
  }

  private takeOffice({ from, end, body }: Office): number {
    const goesOn = this.offices !== null && BETWEEN.test(this.between(this.offices.end, from));
    this.offices = { from: goesOn ? (this.offices?.from ?? from) : from, end };
    if (body !== null) {
      const entered = this.dictionary.at(this.words, body.from);
      if (entered !== null && entered.end >= body.end)
        this.takeEntered(body.from, entered.end, entered.value);
      else this.takeBody(body);
    }
    this.giveOffice(this.offices);
    return end;
  }

  /** An office right behind a name that had none before it; the offices that follow it belong to it too. */
  private giveOffice(offices: WordRange): void {
    const { person } = this;
    if (person === null || (person.role !== null && person !== this.described)) return;
    if (!BEHIND.test(this.between(person.end, offices.from))) return;
    this.described = person;
    person.role = this.roleOf(offices);
  }

  private takeHonoured(at: number): number {
    const next = this.words[at];
    if (next?.isJoined !== true || !next.isCapital) return at;
    const end = this.takePerson(at, true);
    const whole = end === at + 1 ? this.byGivenName.get(next.key) : undefined;
    if (whole === undefined) return end === at + 1 ? at : end;
    this.mentions.push({ from: at, end, name: whole, is: 'person', role: null, body: null });
    return end;
  }

  private takePerson(from: number, isAwaited: boolean): number {
    const end = personEnd(this.words, from, isAwaited);
    if (end === null) return from + 1;
    this.addPerson(from, end, properName(this.words.slice(from, end)));
    return end;
  }

  private addPerson(from: number, end: number, name: string): void {
    const role = this.roleBefore(from);
    this.person = { from, end, name, is: 'person', role, body: null };
    this.mentions.push(this.person);
    this.byGivenName.set(this.words[end - 1]?.key ?? '', name);
    this.offices = null;
  }

  private isBehindOffice(at: number): boolean {
    return this.offices?.end === at && this.words[at]?.isJoined === true;
  }

  private roleBefore(from: number): string | null {
    const { offices } = this;
    if (offices === null || offices.end > from) return null;
    const gap = this.between(offices.end, from).replace(HONOURED, '');
    const isTaken = this.described !== null && offices.from >= this.described.end;
    return (isTaken ? gap.trim() === '' : BEFORE_NAME.test(gap)) ? this.roleOf(offices) : null;
  }

  private roleOf({ from, end }: WordRange): string | null {
    const role = this.copy.text.slice(this.words[from]?.start ?? 0, this.words[end - 1]?.end ?? 0);
    return role.length > LONGEST_ROLE ? null : oneLine(role);
  }

  private between(from: number, to: number): string {
    return this.copy.text.slice(this.words[from - 1]?.end ?? 0, this.words[to]?.start ?? 0);
  }
}
