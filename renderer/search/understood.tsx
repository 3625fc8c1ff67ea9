import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { wantedWords } from '#core/search/answer';
import type { Phrase } from '#core/search/phrase';
import { parseQuery, type Filter, type QueryNode } from '#core/search/query';
import { useSearch } from '../state/search';
import { i18next } from '../strings/i18n';

const t = i18next.t.bind(i18next);

/** Says how the query was read, and in which other ways its words were looked for. */
export function Understood() {
  const { t: words, i18n } = useTranslation();
  const query = useSearch((state) => state.query);
  const marks = useSearch((state) => state.marks);
  const isTyping = useSearch((state) => state.isTyping);
  const syllables = useSearch((state) => state.syllables);
  const others = useSearch((state) => state.answer?.otherWays);
  const read = useMemo(() => {
    const parsed = parseQuery(query, { marks, isTyping, syllables });
    if (!parsed.ok || parsed.query === null) return null;
    return { parts: partsOf(parsed.query), how: howMarksCount(parsed.query), language: i18n.language };
  }, [query, marks, isTyping, syllables, i18n.language]);
  if (read === null) return <span />;
  const { parts, how } = read;
  const also = others ?? [];
  return (
    <p className="understood">
      {words('search.understood.as')} <span className="read">{parts}</span>
      {how !== null && `, ${words(`search.understood.${how}`)}`}
      {also.length > 0 && (
        <>
          {'; '}
          {words('search.understood.also')}{' '}
          {also.map((way) => (
            <span key={way} className="other-way">
              {way}
            </span>
          ))}
        </>
      )}
    </p>
  );
}

/** The query in the words of the interface. */
function partsOf(node: QueryNode): string {
  switch (node.is) {
    case 'words': {
      const part = t('search.understood.words', { words: node.text.normalize('NFC') });
      const [only] = node.fields;
      if (node.fields.length > 1 || only === undefined || only === 'text') return part;
      return t(only === 'title' ? 'search.understood.inTitle' : 'search.understood.inNote', { part });
    }
    case 'filter':
      return filterWords(node.filter);
    case 'without':
      return t('search.understood.without', { part: partsOf(node.part) });
    case 'all':
    case 'any': {
      const between = t(node.is === 'all' ? 'search.understood.and' : 'search.understood.or');
      return node.parts
        .map((part) => (part.is === 'all' || part.is === 'any' ? `(${partsOf(part)})` : partsOf(part)))
        .join(between);
    }
  }
}

const FIRST_YEAR = 0;
const LAST_YEAR = 9_999;

function filterWords(filter: Filter): string {
  switch (filter.by) {
    case 'year': {
      const { from, to } = filter;
      if (from === to) return t('search.understood.year', { year: from });
      if (from === FIRST_YEAR) return t('search.understood.until', { to });
      if (to === LAST_YEAR) return t('search.understood.since', { from });
      return t('search.understood.years', { from, to });
    }
    case 'kind': {
      const kind = filter.kind === 'note' ? t('search.understood.note') : t(`kind.${filter.kind}`);
      return t('search.understood.kind', { kind: kind.toLocaleLowerCase('vi') });
    }
    case 'reading':
      return t(`search.understood.reading.${filter.reading}`);
    case 'kept': {
      if (filter.as === 'starred') return t(`search.understood.${filter.is ? 'starred' : 'notStarred'}`);
      return t(`search.understood.${filter.is ? 'archived' : 'notArchived'}`);
    }
    case 'collection':
    case 'source':
    case 'tag':
    case 'document':
      return t(`search.understood.${filter.by}`, { text: filter.text.normalize('NFC') });
  }
}

/** Whether the words carry any marks, only those typed, or some of them any; null without words. */
function howMarksCount(node: QueryNode): 'anyMarks' | 'someMarks' | 'strictMarks' | null {
  const words = wantedWords(node).flatMap(({ leaf }): Phrase => {
    // The other ways to write a phrase are not what was typed.
    if (leaf.kind === 'words') return leaf.phrases[0] ?? [];
    return [...(leaf.left[0] ?? []), ...(leaf.right[0] ?? [])];
  });
  if (words.length === 0) return null;
  const free = words.filter(({ strict }) => strict === null).length;
  return free === words.length ? 'anyMarks' : free > 0 ? 'someMarks' : 'strictMarks';
}
