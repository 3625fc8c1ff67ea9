import { type AssembledArticle, assembleArticle, NOTHING_KNOWN } from '#core/text/assemble';
import { linesOfText } from '#core/text/lines';
import { normaliseText } from '#core/text/normalise';
import { decode } from './decode';
import { type Reader, wholePart } from './reading';

export const readText: Reader = ({ name, bytes }, options) => {
  const { text, encoding } = decode(name, bytes, options);
  return Promise.resolve(wholePart(articleOfText(text), encoding));
};

export function articleOfText(decoded: string): AssembledArticle | null {
  return assembleArticle(linesOfText(normaliseText(decoded)), NOTHING_KNOWN);
}
