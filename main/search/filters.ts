import { likelyDocuments } from '#core/document-choice';
import type { DirectiveRow } from '#core/directive';
import { findCitations } from '#core/recognise/citations';
import { Bits } from '#core/search/index/bits';
import { phraseOf } from '#core/search/phrase';
import type { Filter } from '#core/search/query';
import { placesOf, scannedText } from '#core/search/scan';
import { leafOf, levelsOf } from '#core/tag';
import type { ArticleFacts } from './article-facts';

/** The articles, by number, that fit a filter. `documents`: the register of the documents that are cited. */
export function articlesWith(
  filter: Filter,
  facts: ArticleFacts,
  documents: () => readonly DirectiveRow[],
): Bits {
  const { size } = facts;
  switch (filter.by) {
    case 'source':
      return facts.sources.where((name) => name !== null && names(filter.text, name), size);
    case 'tag': {
      const isNamed = new Map<string, boolean>();
      const fits = (tag: string): boolean => {
        const known = isNamed.get(tag) ?? namesLevel(filter.text, tag);
        isNamed.set(tag, known);
        return known;
      };
      return facts.tags.where((tags) => tags.some(fits), size);
    }
    case 'year':
      return facts.years.where((year) => year !== null && year >= filter.from && year <= filter.to, size);
    case 'kind':
      return filter.kind === 'note' ? facts.noted.below(size) : facts.ofKind(filter.kind);
    case 'collection': {
      const named = facts.store.library.collections.filter(({ name }) => names(filter.text, name));
      return facts.inCollections(named.map(({ id }) => id));
    }
    case 'reading':
      return facts.reading.where((own) => own === filter.reading, size);
    case 'kept': {
      const kept = facts[filter.as].below(size);
      if (filter.is) return kept;
      const others = Bits.all(size);
      others.removeAll(kept);
      return others;
    }
    case 'document':
      return facts.among(documentsNamed(filter.text, documents()).flatMap(({ articles }) => articles));
  }
}

/** Whether the words typed stand in a name; the last of them may go on. */
const names = (typed: string, name: string): boolean =>
  placesOf(phraseOf(typed, { marks: 'auto', isPrefix: true }), scannedText(name)).length > 0;

/** Whether the words typed are a whole level of a tag, by its own name or with the levels above. */
function namesLevel(typed: string, tag: string): boolean {
  const phrase = phraseOf(typed, { marks: 'auto', isPrefix: false });
  return levelsOf(tag)
    .flatMap((level) => [level, leafOf(level)])
    .some((level) => {
      const scanned = scannedText(level);
      return scanned.words.count === phrase.length && placesOf(phrase, scanned).length > 0;
    });
}

/** The documents that are cited by the name typed; where the rules read none in it, those that have all its words. */
function documentsNamed(typed: string, rows: readonly DirectiveRow[]): readonly DirectiveRow[] {
  const [citation, ...others] = findCitations(typed.normalize('NFC'), { publishedOn: null });
  if (citation !== undefined && citation.class !== 'relative' && others.length === 0) {
    const { canonical } = citation;
    const own = rows.filter((row) =>
      [row.canonical, ...row.aliases].some((id) => id === canonical || id.startsWith(`${canonical}#`)),
    );
    if (own.length > 0) return own;
  }
  return likelyDocuments(rows, { read: [], cited: new Map() }, typed);
}
