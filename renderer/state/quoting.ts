import type { Annotation } from '#core/annotation';
import { quotationOf } from '#core/quotation';
import type { Span } from '#core/span';
import { i18next } from '../strings/i18n';
import { copyQuotationText } from '../ui/clipboard';
import { useLibrary } from './library';
import { chosenAnnotation, passageHere } from './marking';
import { attempt, say } from './status';

/** Copies words of an article with the line that says where they come from. `passage`: their place, or lost words. */
export async function copyPassage(articleId: string, passage: Span | string): Promise<void> {
  const { views, settings } = useLibrary.getState();
  const article = views.get(articleId)?.article;
  if (article === undefined) return;
  const quotation = quotationOf({ article, passage, language: settings.language, link: null });
  if (await attempt(() => copyQuotationText(quotation))) say(i18next.t('marking.quote.copied'));
}

/** Copies the words of an annotation; also of one that lost its place. */
export const copyAnnotation = ({ articleId, anchor, target }: Annotation): Promise<void> =>
  copyPassage(articleId, anchor === 'orphan' ? target.quote.exact : target);

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
