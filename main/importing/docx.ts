import { strToU8, zipSync } from 'fflate';
import mammoth from 'mammoth';
import { Refusal } from '#core/refusal';
import { modernLetters } from './decode';
import { CompoundFile, isCompound } from './doc-ole';
import { DocxNumbering } from './docx-numbering';
import { rewriteDocx } from './docx-rewrite';
import { DocxStyles } from './docx-styles';
import { articleOfMarkup } from './markup';
import { type Reader, wholePart } from './reading';
import { allNamed, parseXml, scanXml, xmlText } from './xml';
import { partsOf } from './xml-parts';

/** Styles by which a document says what its paragraphs are. Numbers are written out before, so lists with numbers are plain. */
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Tiêu đề'] => h1:fresh",
  "p[style-name='Tên bài'] => h1:fresh",
  "p[style-name='Subtitle'] => p.dek:fresh",
  "p[style-name='Sapo'] => p.dek:fresh",
  "p[style-name='Chapeau'] => p.dek:fresh",
  "p[style-name='caption'] => p.caption:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  ...['Heading 1', 'Heading 2', 'Heading 3', 'Heading 4', 'Heading 5', 'Heading 6'].map(
    (style, index) => `p[style-name='${style}'] => h${index + 1}:fresh`,
  ),
  ...[1, 2, 3, 4, 5].map((level) => `p:ordered-list(${level}) => p:fresh`),
];

const isNeeded = (part: string) =>
  part === '[Content_Types].xml' ||
  /^(?:_rels\/\.rels|[^/]+\/_rels\/[^/]+\.rels|[^/]+\/(?:document|styles|numbering|footnotes|endnotes)\d*\.xml)$/i.test(
    part,
  );

export const readDocx: Reader = async ({ name, bytes }) => {
  if (isCompound(bytes)) throw refuseCompound(name, bytes);
  const { parts, encoding } = rewrittenParts(name, partsOf(name, bytes, isNeeded));
  const html = modernLetters(await htmlOf(name, parts));
  return wholePart(articleOfMarkup(html.text), encoding ?? html.encoding);
};

/** A locked DOCX is a compound file with the archive inside; an old document under a new name is none. */
function refuseCompound(name: string, bytes: Uint8Array): Refusal {
  return new CompoundFile(name, bytes).has('EncryptedPackage')
    ? new Refusal('file-encrypted', { name })
    : new Refusal('format-unsupported', { name, extension: 'doc' });
}

function rewrittenParts(
  name: string,
  packed: ReadonlyMap<string, Uint8Array>,
): { parts: Map<string, string>; encoding: string | null } {
  const parts = new Map([...packed].map(([part, bytes]) => [part, xmlText(bytes)]));
  const main = mainPart(name, parts);
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const styles = new DocxStyles(name, parts.get(`${folder}styles.xml`) ?? null);
  const numbering = new DocxNumbering(name, parts.get(`${folder}numbering.xml`) ?? null);
  let encoding: string | null = null;
  for (const [part, xml] of parts) {
    const holdsText = part === main || /\/(?:footnotes|endnotes)\d*\.xml$/i.test(part);
    if (!holdsText) {
      scanXml(name, xml, { open: () => undefined, close: () => undefined, text: () => undefined });
      continue;
    }
    const rewritten = rewriteDocx(name, xml, styles, numbering);
    parts.set(part, rewritten.xml);
    encoding ??= rewritten.encoding;
  }
  return { parts, encoding };
}

function mainPart(name: string, parts: ReadonlyMap<string, string>): string {
  const relations = parts.get('_rels/.rels');
  const targets = relations === undefined ? [] : allNamed(parseXml(name, relations), 'Relationship');
  const target = targets.find(
    (relation) => relation.attributes['Type']?.endsWith('/officeDocument') === true,
  );
  const path = (target?.attributes['Target'] ?? '').replace(/^\/+/, '');
  if (parts.has(path)) return path;
  if (!parts.has('word/document.xml'))
    throw new Refusal('file-damaged', { name, detail: 'word/document.xml' });
  return 'word/document.xml';
}

async function htmlOf(name: string, parts: ReadonlyMap<string, string>): Promise<string> {
  const files = Object.fromEntries([...parts].map(([part, xml]) => [part, strToU8(xml)]));
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(zipSync(files, { level: 0 })) },
      {
        styleMap: STYLES,
        includeEmbeddedStyleMap: false,
        externalFileAccess: false,
        convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
      },
    );
    // Old letters are told line by line.
    return value.replace(/<\/(?:p|h\d|li|tr)>/g, '$&\n');
  } catch (error) {
    // The parts are well-formed XML, but nothing says that they make a document.
    const detail = error instanceof Error ? error.message.slice(0, 80) : 'DOCX';
    throw new Refusal('file-damaged', { name, detail });
  }
}
