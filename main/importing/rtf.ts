import { Refusal } from '#core/refusal';
import { modernLetters } from './decode';
import { articleOfMarkup } from './markup';
import { type Reader, wholePart } from './reading';
import { RtfReader } from './rtf-reader';
import { scanRtf } from './rtf-tokens';

export const readRtf: Reader = ({ name, bytes }) => {
  const rtf = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  if (!/^(?:ï»¿)?\s{0,100}\{\\rtf/.test(rtf)) throw new Refusal('file-damaged', { name, detail: 'RTF' });
  const reader = new RtfReader(name);
  scanRtf(rtf, reader);
  const { html, encoding: oldFont } = reader.end();
  const { text, encoding } = modernLetters(html);
  return Promise.resolve(wholePart(articleOfMarkup(text), oldFont ?? encoding));
};
