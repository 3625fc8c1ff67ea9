import type { ArticleId } from '#core/article';
import { likelyDocuments } from '#core/document-choice';
import type { DirectiveRow } from '#core/directive';
import { findCitations } from '#core/recognise/citations';
import type { Bits } from '#core/search/index/bits';
import { phraseOf } from '#core/search/phrase';
import type { Filter } from '#core/search/query';
import { placesOf, scannedText } from '#core/search/scan';
import { READING } from '#core/shelving';
import { leafOf, levelsOf } from '#core/tag';
import type { ArticleFacts } from './article-facts';

/** The articles, by number, that fit a filter. `documents`: the register of the documents that are cited. */
export function articlesWith(
  filter: Filter,
  facts: ArticleFacts,
  documents: () => readonly DirectiveRow[],
): Bits {
  switch (filter.by) {
    case 'source': {
      const isWanted = facts.sourceNames.values.map((name) => name !== null && names(filter.text, name));
      return facts.where((number) => isWanted[facts.sources[number] ?? 0] === true);
    }
    case 'tag': {
      const isWanted = facts.tagNames.values.map((name) => namesLevel(filter.text, name));
      return facts.where((number) => facts.tags[number]?.some((tag) => isWanted[tag] === true) === true);
    }
    case 'year': {
      const isWanted = facts.yearNumbers.values.map(
        (year) => year !== null && year >= filter.from && year <= filter.to,
      );
      return facts.where((number) => isWanted[facts.years[number] ?? 0] === true);
    }
    case 'kind': {
      const { kind } = filter;
      if (kind === 'note') return facts.where((number) => (facts.summaries[number]?.notes ?? 0) > 0);
      return facts.where((number) => facts.hasKind(number, kind));
    }
    case 'collection': {
      const named = facts.store.library.collections.filter(({ name }) => names(filter.text, name));
      return facts.inCollections(named.map(({ id }) => id));
    }
    case 'reading': {
      const wanted = READING.indexOf(filter.reading);
      return facts.where((number) => facts.reading[number] === wanted);
    }
    case 'kept': {
      const kept = facts.keptAs(filter.as);
      return filter.is ? kept : facts.where((number) => !kept.has(number));
    }
    case 'document': {
      const wanted = new Set<ArticleId>(
        documentsNamed(filter.text, documents()).flatMap(({ articles }) => articles),
      );
      return facts.where((number) => wanted.has(facts.ids[number] ?? ''));
    }
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
