import type { Mention } from '#core/register/mention';
import { bareText } from '#core/text/fold';

/** Codes of bodies of which every province, district or commune has one: "05-CT/TU" is another document in each. */
const OF_MANY = /^(?:\p{Lu}*(?:TU|HU|QU|UBND|HĐND)|ĐU\p{Lu}*|LĐLĐ|S\p{Lu}+)$/u;
/** The capitalised words in which a body's name ends: "Tỉnh ủy Nghệ An", "UBND thành phố Hà Nội". */
const PLACE = /. ((?:\p{Lu}\p{Ll}+)(?: \p{Lu}\p{Ll}+){0,4})$/u;
const NO_PLACE = new Set(['khoi', 'dang', 'doan', 'chinh-phu']);

/** Whose document it is, where bodies of several places issue such: "nghe-an". Null where the text does not say so. */
export function placeOf({ issuer, issuerName }: Mention): string | null {
  if (issuer === null || issuerName === null || !OF_MANY.test(issuer)) return null;
  const known = placesByName.get(issuerName);
  if (known !== undefined) return known;
  const place = placeIn(issuerName);
  placesByName.set(issuerName, place);
  return place;
}

/** The same few names come again in all articles. */
const placesByName = new Map<string, string | null>();

function placeIn(issuerName: string): string | null {
  const [, place] = PLACE.exec(issuerName.normalize('NFC')) ?? [];
  if (place === undefined) return null;
  const name = bareText(place).replace(/[^a-z]+/gu, '-');
  return NO_PLACE.has(name) ? null : name;
}
