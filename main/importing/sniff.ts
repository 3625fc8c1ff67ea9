/** What the first bytes say that a file is, whatever its name says. */
export type BinaryKind =
  /** A document or a picture that holds text, named by its usual extension. */
  { kind: 'document'; extension: string } | { kind: 'binary' };

const MAGIC: readonly (readonly [string, string | null])[] = [
  ['25504446', 'pdf'], // %PDF
  ['d0cf11e0a1b11ae1', 'doc'],
  ['7b5c727466', 'rtf'], // {\rtf
  ['89504e470d0a1a0a', 'png'],
  ['ffd8ff', 'jpg'],
  ['474946383761', 'gif'],
  ['474946383961', 'gif'],
  ['49492a00', 'tif'],
  ['4d4d002a', 'tif'],
  ['1f8b08', 'gz'],
  ['377abcaf271c', '7z'],
  ['526172211a07', 'rar'],
  ['7f454c46', null], // ELF
  ['4d5a9000', null], // Windows program
  ['cafebabe', null],
  ['53514c69746520666f726d6174203300', null], // SQLite
  ['494433', null], // ID3
  ['00000100', null], // icon
];

const ZIPPED: readonly (readonly [string, string])[] = [
  ['word/', 'docx'],
  ['xl/', 'xlsx'],
  ['ppt/', 'pptx'],
  ['application/epub+zip', 'epub'],
  ['opendocument.text', 'odt'],
  ['opendocument.spreadsheet', 'ods'],
];

const latin = (bytes: Uint8Array, length: number) =>
  Buffer.from(bytes.subarray(0, length)).toString('latin1');

/** Null when the bytes may be text. */
export function sniff(bytes: Uint8Array): BinaryKind | null {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('hex');
  for (const [magic, extension] of MAGIC) {
    if (head.startsWith(magic))
      return extension === null ? { kind: 'binary' } : { kind: 'document', extension };
  }
  if (head.startsWith('504b0304') || head.startsWith('504b0506')) {
    const names = latin(bytes, 64 * 1024);
    return { kind: 'document', extension: ZIPPED.find(([name]) => names.includes(name))?.[1] ?? 'zip' };
  }
  const start = latin(bytes, 512);
  if (/^RIFF[^]{4}WEBP/.test(start)) return { kind: 'document', extension: 'webp' };
  if (/^[^]{4}ftyp/.test(start)) return { kind: 'binary' };
  const isMail =
    /^(?:From|MIME-Version|Subject|Snapshot-Content-Location): /m.test(start) &&
    /^(?:MIME-Version|Content-Type): /m.test(start);
  return isMail && /multipart\/related|Snapshot-Content-Location/.test(latin(bytes, 4096))
    ? { kind: 'document', extension: 'mht' }
    : null;
}

/** A text that is a saved page or a pasted piece of one, whatever its name says. */
export function looksLikeHtml(text: string): boolean {
  const head = text.slice(0, 4000);
  if (
    /^\s*(?:\uFEFF)?(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^]{0,1000}?-->\s*)?<(?:!doctype html|html|head|body)[\s>]/i.test(
      head,
    )
  )
    return true;
  const tags =
    head.match(/<\/?(?:p|div|article|span|h[1-6]|br|ul|li|table|section|figure)(?:\s[^<>]{0,400})?\/?>/gi)
      ?.length ?? 0;
  return /^\s*</.test(head) ? tags >= 2 : tags >= 8;
}
