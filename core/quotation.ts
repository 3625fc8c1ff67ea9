import { blockAt, blockStarts, textOf, type Article } from '#core/article';
import { escapedHtml } from '#core/export/html';
import type { NoteItem } from '#core/export/notes';
import { sourceLine } from '#core/export/words';
import type { Language } from '#core/library';
import type { Span } from '#core/span';

/** A quotation for another program, as plain text and as HTML. */
export interface Quotation {
  text: string;
  html: string;
}

interface Quoted {
  article: Article;
  /** Where the words stand; or the words themselves, when their place is lost. */
  passage: Span | string;
  language: Language;
  /** Where the passage can be opened again; null = nowhere. */
  link: string | null;
}

/**
 * The words of a passage, unchanged and in quotation marks, one paragraph a line, and under them where they come from:
 * `Theo Báo Lam Khê, “Tên bài”, ngày 09/01/2026 (năm suy luận), đoạn 9–10.`
 */
export function quotationOf({ article, passage, language, link }: Quoted): Quotation {
  const words = typeof passage === 'string' ? passage : textOf(article).slice(passage.start, passage.end);
  const source = sourceLine(
    {
      source: { ...article, yearInferred: article.dateConfidence === 'inferred-year' },
      place: typeof passage === 'string' ? { state: 'orphan' } : placeOf(article, passage),
    },
    language,
  );
  const lines = `“${words}”`.split('\n').map((line) => `<p>${escapedHtml(line)}</p>`);
  const cited = escapedHtml(source);
  return {
    text: `“${words}”\n${source}`,
    html:
      `<blockquote lang="vi">${lines.join('')}</blockquote>` +
      `<p>${link === null ? cited : `<a href="${escapedHtml(link)}">${cited}</a>`}</p>`,
  };
}

function placeOf({ blocks }: Article, { start, end }: Span): NoteItem['place'] {
  const starts = blockStarts(blocks);
  return { state: 'found', first: blockAt(starts, start) + 1, last: blockAt(starts, end - 1) + 1 };
}
