import type { ArticleId } from '#core/article';
import { emptyEntry, type DirectiveEntry, type DirectiveId, type DirectiveRow } from '#core/directive';
import { typeOfSlug } from '#core/recognise/citations/document-types';
import { termOn } from '#core/register/congresses';
import type { Mention, MentioningArticle } from '#core/register/mention';
import { partsOf, seriesOf } from '#core/register/series';
import { Tally } from '#core/register/tally';

/** What the articles say of one document. */
export class Gathered {
  readonly #types = new Tally();
  readonly #numbers = new Tally();
  readonly #issuers = new Tally();
  readonly #issuerNames = new Tally();
  readonly #days = new Tally();
  readonly #terms = new Tally();
  readonly #spellings = new Tally();
  readonly #articles = new Set<ArticleId>();
  #mentions = 0;
  #certain = false;
  #from: string | null = null;
  #to: string | null = null;

  add(mention: Mention, { id, publishedOn }: MentioningArticle, certain: boolean): void {
    this.#mentions += 1;
    this.#articles.add(id);
    this.#certain ||= certain;
    if (publishedOn !== null) {
      if (this.#from === null || publishedOn < this.#from) this.#from = publishedOn;
      if (this.#to === null || publishedOn > this.#to) this.#to = publishedOn;
    }
    // "Nghị quyết này" says nothing of the document itself.
    if (mention.class === 'relative') return;
    this.#types.add(mention.type);
    this.#numbers.add(mention.number);
    this.#issuers.add(mention.issuer);
    this.#issuerNames.add(mention.issuerName);
    this.#days.add(mention.date);
    this.#terms.add(mention.term);
    this.#spellings.add(mention.text);
  }

  /** The row of the document `id`, with what people entered about it. */
  row(id: DirectiveId, entry: DirectiveEntry, relations: Relations): DirectiveRow {
    const { canonical } = partsOf(id);
    const issuedOn = entry.issuedOn ?? this.#days.most();
    return {
      id,
      canonical,
      type: this.#types.most() ?? typeName(canonical),
      number: this.#numbers.most() ?? numberIn(canonical),
      issuer: this.#issuers.most(),
      issuerName: entry.issuerName ?? this.#issuerNames.most(),
      issuedOn,
      term: this.#term(id, entry),
      title: entry.title,
      status: entry.status,
      ...relations,
      note: entry.note,
      spellings: this.#spellings.merged(spelling).sorted(),
      mentions: this.#mentions,
      articles: [...this.#articles],
      from: this.#from,
      to: this.#to,
    };
  }

  #term(id: DirectiveId, { issuedOn }: DirectiveEntry): DirectiveRow['term'] {
    const { canonical, term } = partsOf(id);
    const entered = seriesOf(canonical) === 'term' && issuedOn !== null ? termOn(issuedOn) : null;
    if (entered !== null) return { roman: entered, certain: true };
    if (term !== null) return { roman: term, certain: this.#certain };
    const said = this.#terms.most();
    return said === null ? null : { roman: said, certain: true };
  }
}

/** What a document has to do with others. */
export type Relations = Pick<DirectiveRow, 'replaces' | 'replacedBy' | 'amends' | 'amendedBy' | 'aliases'>;

const spelling = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ');

/** For a document that no article mentions. */
function typeName(canonical: string): string {
  return typeOfSlug(canonical.slice(0, canonical.indexOf(':')))?.name ?? '';
}

function numberIn(canonical: string): string | null {
  return /:([\d.]+)(?=[-/@#]|$)/u.exec(canonical)?.[1] ?? null;
}

/** What was entered about a document and about those that were merged into it: its own words count first. */
export function mergedEntry(id: DirectiveId, entries: readonly DirectiveEntry[]): DirectiveEntry {
  const own = entries.find((entry) => entry.id === id) ?? emptyEntry(id);
  const all = [own, ...entries.filter((entry) => entry !== own)];
  const first = <K extends keyof DirectiveEntry>(name: K): DirectiveEntry[K] =>
    all.find((entry) => entry[name] !== null && entry[name] !== '')?.[name] ?? own[name];
  return {
    ...own,
    title: first('title'),
    issuerName: first('issuerName'),
    issuedOn: first('issuedOn'),
    status: first('status'),
    note: first('note'),
    replaces: all.flatMap(({ replaces }) => replaces),
    amends: all.flatMap(({ amends }) => amends),
  };
}
