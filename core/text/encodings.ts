// The encodings that a text may come in, as people name them.

export const ENCODINGS = [
  'utf-8', 'utf-16le', 'utf-16be', 'windows-1258', 'tcvn3', 'vni-windows', 'viqr', 'windows-1252', 'twice-utf-8',
] as const; // prettier-ignore

export type Encoding = (typeof ENCODINGS)[number];

/** What a person reads; most names are the same in every language. */
export const ENCODING_NAMES: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16 BE',
  'windows-1258': 'Windows-1258',
  tcvn3: 'TCVN3 (ABC)',
  'vni-windows': 'VNI-Windows',
  viqr: 'VIQR',
  'windows-1252': 'Windows-1252',
  'twice-utf-8': 'UTF-8 → Windows-1252',
};

export function isEncoding(name: string): name is Encoding {
  return (ENCODINGS as readonly string[]).includes(name);
}
