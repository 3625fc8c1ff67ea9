import { useEffect, useMemo, useRef } from 'react';
import type { Annotation } from '#core/annotation';
import { blockAt, blockStarts, type Article } from '#core/article';
import { sentencesOf } from '#core/text/sentences';
import { loadArticle, useLibrary } from '../state/library';
import { attempt } from '../state/status';

interface Surroundings {
  before: string;
  after: string;
}

/** The words of a task as they stand in the article, with the rest of their sentence around them. */
export function Passage({ annotation }: { annotation: Annotation }) {
  const { articleId, kind, target } = annotation;
  const article = useLibrary(({ views }) => views.get(articleId)?.article);
  useEffect(() => void attempt(() => loadArticle(articleId)), [articleId]);
  const quote = useRef<HTMLQuoteElement>(null);
  const { before, after } = useMemo(() => surroundingsOf(annotation, article), [annotation, article]);
  useEffect(() => {
    const mark = quote.current?.querySelector('mark');
    // Where there is less room than its sentence needs.
    if (quote.current && mark) quote.current.scrollTop = mark.offsetTop - quote.current.offsetTop - 26;
  }, [before]);
  return (
    <blockquote lang="vi" ref={quote}>
      <span className="t3">{before}</span>
      <mark className={`k-${kind}`}>{target.quote.exact}</mark>
      <span className="t3">{after}</span>
    </blockquote>
  );
}

/** What was kept of them stands in where the article is not there, or has the passage no more. */
function surroundingsOf({ anchor, target }: Annotation, article: Article | undefined): Surroundings {
  const { prefix, suffix } = target.quote;
  if (article === undefined || anchor === 'orphan')
    return { before: wordsBefore(prefix), after: wordsAfter(suffix) };
  const starts = blockStarts(article.blocks);
  const [first, last] = [blockAt(starts, target.start), blockAt(starts, target.end - 1)];
  const words = (block: number) => article.blocks[block]?.text ?? '';
  const from = target.start - (starts[first] ?? 0);
  const to = target.end - (starts[last] ?? 0);
  const begins = sentencesOf(words(first)).findLast(({ start }) => start <= from)?.start ?? 0;
  const ends = sentencesOf(words(last)).find(({ end }) => end >= to)?.end ?? words(last).length;
  return { before: words(first).slice(begins, from), after: words(last).slice(to, ends) };
}

/** Whole words of the paragraph before the passage. */
function wordsBefore(prefix: string): string {
  const line = prefix.split('\n').at(-1) ?? '';
  return line.length < prefix.length ? line : line.replace(/^\S*\s/u, '… ');
}

/** Whole words of the paragraph after the passage. */
function wordsAfter(suffix: string): string {
  const [line = ''] = suffix.split('\n');
  return line.length < suffix.length ? line : line.replace(/\s\S*$/u, ' …');
}
