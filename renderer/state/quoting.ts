import type { Annotation } from '#core/annotation';
import { blockAt, blockStarts, type Article } from '#core/article';
import { placeLink } from '#core/place-link';
import { quotationOf } from '#core/quotation';
import type { Span } from '#core/span';
import { i18next } from '../strings/i18n';
import { copyRich } from '../ui/clipboard';
import { useLibrary } from './library';
import { chosenAnnotation } from './chosen';
import { passageHere } from './marking';
import { say, useStatus } from './status';

/** Copies words of an article with the line that says where they come from. `passage`: their place, or lost words. */
export async function copyPassage(articleId: string, passage: Span | string): Promise<void> {
  const { views, settings } = useLibrary.getState();
  const article = views.get(articleId)?.article;
  if (article === undefined) return;
  const quotation = quotationOf({
    article,
    passage,
    language: settings.language,
    link: linkOf(article, passage),
  });
  try {
    await copyRich(quotation);
    say(i18next.t('marking.quote.copied'));
  } catch (error) {
    // The system gives the clipboard only to the window in front.
    if (!(error instanceof DOMException)) throw error;
    useStatus.setState({ failure: i18next.t('marking.quote.refused') });
  }
}

function linkOf({ id, revision, blocks }: Article, passage: Span | string): string | null {
  if (typeof passage === 'string') return null;
  return placeLink({ articleId: id, revision, block: blockAt(blockStarts(blocks), passage.start) });
}

/** Copies the words of an annotation; also of one that lost its place. */
export const copyAnnotation = ({ articleId, anchor, target }: Annotation): Promise<void> =>
  copyPassage(articleId, anchor === 'orphan' ? target.quote.exact : target);

/** Copies a paragraph, by its index. */
export async function copyParagraph(articleId: string, block: number): Promise<void> {
  const blocks = useLibrary.getState().views.get(articleId)?.article.blocks ?? [];
  const start = blockStarts(blocks)[block] ?? 0;
  await copyPassage(articleId, { start, end: start + (blocks[block]?.text.length ?? 0) });
}

/** Copies the selected words, else those of the chosen annotation, else the current paragraph. */
export async function copyQuotation(): Promise<void> {
  const annotation = chosenAnnotation();
  if (annotation !== undefined) {
    await copyAnnotation(annotation);
    return;
  }
  const place = passageHere();
  if (place === null) say(i18next.t('marking.quote.chooseFirst'));
  else await copyPassage(place.articleId, place.span);
}
