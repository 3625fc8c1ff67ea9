import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { readDoc } from '../../../main/importing/doc';
import { readDocx } from '../../../main/importing/docx';
import { readOdt } from '../../../main/importing/odt';
import type { Reader } from '../../../main/importing/reading';
import { readRtf } from '../../../main/importing/rtf';
import {
  compoundOf,
  docOf,
  docxOf,
  numberingXml,
  odtOf,
  paragraph,
  rtfOf,
  rtfText,
  run,
  wordXml,
  zipped,
} from '../../fixtures/formats/office';
import { asDocx, codeOf, LINES, PARAGRAPH } from './office-helpers';

vi.setConfig({ testTimeout: 60_000 });

describe('what cannot be read is refused', () => {
  const encrypted = compoundOf({ EncryptedPackage: Buffer.alloc(5000), EncryptionInfo: Buffer.alloc(100) });
  const laughs = (inner: string) =>
    `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(50)}"><!ENTITY c "${'&b;'.repeat(50)}">]>${inner}`;
  const deep = (tag: string) => `<${tag}>`.repeat(5000) + `</${tag}>`.repeat(5000);
  const docx = asDocx(LINES);
  test.each<[string, Reader, Uint8Array, string]>([
    ['locked docx', readDocx, encrypted, 'file-encrypted'],
    ['locked doc', readDoc, encrypted, 'file-encrypted'],
    ['locked old doc', readDoc, docOf(PARAGRAPH, { flags: 0x0300 }), 'file-encrypted'],
    ['doc called docx', readDocx, docOf(PARAGRAPH), 'format-unsupported'],
    ['workbook called doc', readDoc, compoundOf({ Workbook: Buffer.alloc(10) }), 'format-unsupported'],
    [
      'locked odt',
      readOdt,
      odtOf('', '', { 'META-INF/manifest.xml': '<m><manifest:encryption-data/></m>' }),
      'file-encrypted',
    ],
    ['cut docx', readDocx, docx.subarray(0, docx.length / 2), 'file-damaged'],
    ['cut odt', readOdt, odtOf('<text:p>a</text:p>').subarray(0, 200), 'file-damaged'],
    ['cut rtf', readRtf, rtfOf(PARAGRAPH).subarray(0, 120), 'file-damaged'],
    ['cut doc', readDoc, docOf(PARAGRAPH).subarray(0, 3000), 'file-damaged'],
    ['docx without text', readDocx, zipped({ 'word/styles.xml': '<a/>' }), 'file-damaged'],
    ['odt without text', readOdt, zipped({ 'styles.xml': '<a/>' }), 'file-damaged'],
    ['laughs in docx', readDocx, zipped({ 'word/document.xml': laughs(wordXml('&c;')) }), 'file-damaged'],
    ['laughs in odt', readOdt, zipped({ 'content.xml': laughs('<a>&c;</a>') }), 'file-damaged'],
    ['deep docx', readDocx, docxOf(deep('w:sdt')), 'file-too-complex'],
    ['deep odt', readOdt, odtOf(deep('text:section')), 'file-too-complex'],
    ['deep rtf', readRtf, rtfOf('{'.repeat(1_000_000)), 'file-too-complex'],
    ['wide docx', readDocx, docxOf('<w:p/>'.repeat(400_000)), 'file-too-complex'],
    [
      'row without end',
      readDocx,
      docxOf(`<w:tbl><w:tr>${'<w:tc/>'.repeat(5000)}</w:tr></w:tbl>`),
      'file-too-complex',
    ],
    ['endless groups', readRtf, rtfOf('{}'.repeat(5_100_000)), 'file-too-complex'],
  ])('%s', async (_, reader, bytes, code) => {
    expect(await codeOf(reader, bytes)).toBe(code);
  });

  test('a bomb is not unpacked, whatever it says of its size', async () => {
    const bomb = Buffer.from(zipped({ 'word/document.xml': ' '.repeat(70 * 1024 * 1024) }));
    expect(await codeOf(readDocx, bomb)).toBe('file-too-complex');
    const directory = bomb.indexOf(Buffer.from('504b0102', 'hex'));
    bomb.writeUInt32LE(1000, directory + 24);
    expect(await codeOf(readDocx, bomb)).toBe('file-too-complex');
  });
});

describe('whatever happened to the bytes', () => {
  const numbering = { 'word/numbering.xml': numberingXml([['decimal', '%1.']]) };
  const list = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
  test.each<[string, Reader, Uint8Array]>([
    ['docx', readDocx, docxOf(LINES.map((line) => paragraph(run(line), list)).join(''), numbering)],
    [
      'odt',
      readOdt,
      odtOf(
        LINES.map(
          (line) => `<text:list><text:list-item><text:p>${line}</text:p></text:list-item></text:list>`,
        ).join(''),
      ),
    ],
    [
      'rtf',
      readRtf,
      rtfOf(LINES.map((line) => `\\pard\\intbl ${rtfText(line)}\\cell\\row`).join('{\\*\\x}\n')),
    ],
    ['doc', readDoc, docOf(LINES.join('\r'))],
  ])('%s is read or refused', async (_, reader, valid) => {
    const change = fc.tuple(fc.nat(valid.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { minLength: 1, maxLength: 6 }),
        fc.boolean(),
        async (changes, cut) => {
          const bytes = Uint8Array.from(valid);
          for (const [at, byte] of changes) bytes[at] = byte;
          await codeOf(reader, cut ? bytes.subarray(0, changes[0]?.[0]) : bytes);
        },
      ),
      { numRuns: 250 },
    );
  });

  test('changed XML inside a sound archive is read or refused', async () => {
    const xml = wordXml(LINES.map((line) => paragraph(run(line, '<w:b/>'), list)).join(''));
    const piece = fc.constantFrom('<w:p>', '</w:p>', '<w:r>', '<w:tbl>', '<w:tr><w:tc>', '</w:tc>', '&amp;', '&x;', '<!--', ']]>', '<w:t>', '"', '<w:numId/>', '<w:br/>'); // prettier-ignore
    await fc.assert(
      fc.asyncProperty(fc.nat(xml.length), fc.nat(30), piece, async (at, gone, words) => {
        const changed = xml.slice(0, at) + words + xml.slice(at + gone);
        await codeOf(readDocx, zipped({ 'word/document.xml': changed, ...numbering }));
      }),
      { numRuns: 200 },
    );
  });
});
