import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Document, Packer, Paragraph } from 'docx';
import type PdfKit from 'pdfkit';
import { random } from '../main/store/material';
import { generated } from './material';

// Files to import. Packages that read files of their own are found at run time: they cannot be bundled into this.

const require = createRequire(import.meta.url);

/** Writes `count` text files, each another article; of about 6 kB, or of 600 bytes. */
export function writeTexts(count: number, size: 'usual' | 'small', seed = 1): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'doi-chieu-bench-texts-'));
  return Array.from({ length: count }, (_, index) => {
    const path = join(folder, `bai-${String(index)}.txt`);
    const text = generated(seed * 100_000 + index).original;
    writeFileSync(path, size === 'usual' ? text : shortened(text));
    return path;
  });
}

const shortened = (text: string): string => {
  const [title = '', , body = ''] = text.split('\n');
  return `${title}\n\n${body.slice(0, 450)}.\n`;
};

const PARAGRAPHS_ON_PAGE = 5;

/** Paragraphs for so many pages. */
function* paragraphsOf(pages: number): Generator<string> {
  const next = random(pages);
  for (let page = 1; page <= pages; page += 1) {
    const { blocks } = generated(Math.floor(next() * 1e6)).article;
    for (let index = 0; index < PARAGRAPHS_ON_PAGE; index += 1) yield blocks[index]?.text ?? '';
  }
}

export async function docxOf(pages: number): Promise<Uint8Array> {
  const children = [...paragraphsOf(pages)].map((text) => new Paragraph({ text }));
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })));
}

export async function pdfOf(pages: number): Promise<Uint8Array> {
  const Pdf = require('pdfkit') as typeof PdfKit;
  const doc = new Pdf({ size: 'A4', margin: 72, autoFirstPage: false });
  const chunks: Uint8Array[] = [];
  doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  const end = new Promise<void>((resolve) => {
    doc.on('end', () => {
      resolve();
    });
  });
  doc.registerFont('text', readFileSync(require.resolve('dejavu-fonts-ttf/ttf/DejaVuSerif.ttf')));
  let index = 0;
  for (const text of paragraphsOf(pages)) {
    if (index % PARAGRAPHS_ON_PAGE === 0) doc.addPage().font('text').fontSize(11);
    doc.text(text).moveDown(0.5);
    index += 1;
  }
  doc.end();
  await end;
  return new Uint8Array(Buffer.concat(chunks));
}
