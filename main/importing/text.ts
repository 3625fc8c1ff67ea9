import { type AssembledArticle, assembleArticle, NOTHING_KNOWN } from '#core/text/assemble';
import { linesOfText } from '#core/text/lines';
import { normaliseText } from '#core/text/normalise';

export function articleOfText(decoded: string): AssembledArticle | null {
  return assembleArticle(linesOfText(normaliseText(decoded)), NOTHING_KNOWN);
}
