import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeTarget } from '#core/anchor';
import { COLOUR_OF_KIND, KINDS, type Annotation, type AnnotationsFile } from '#core/annotation';
import { textOf, type Article, type Block } from '#core/article';
import { NEW_ON_THE_SHELF } from '#core/shelving';
import { contentHashOf, idOfHash, sha256 } from '../../main/store/identity';
import { annotationsFile, articleFile, FOLDERS, originalFile } from '../../main/store/layout';
import { random } from '../main/store/material';
import { paragraphFrom, wordsFrom } from './vietnamese';

const TAGS = ['Đảng vụ', 'Kinh tế', 'Xã hội', 'Nhân sự', 'Kiểm tra', 'Dân vận', 'Tổ chức'];
const SOURCES = ['Báo Ví dụ', 'Cổng thông tin Ví dụ', 'Đài Ví dụ', 'Tạp chí Ví dụ', 'Bản tin Ví dụ'];
const DAY = '2026-01-05T01:15:00.000Z';
const NOTES = 10;
const BODY = 4_400;

/** An article of about 6 kB of UTF-8 text with ten notes; the same for the same seed. */
export function generated(seed: number): { article: Article; notes: AnnotationsFile; original: string } {
  const next = random(seed);
  const words = (count: number): string => wordsFrom(next, count);
  const blocks: Block[] = [];
  for (let length = 0; length < BODY; length += blocks.at(-1)?.text.length ?? 0) {
    blocks.push({ kind: 'paragraph', text: paragraphFrom(next, 350 + Math.floor(next() * 200)) });
  }
  const title = `Hội nghị ${words(5)} ${String(seed)}`;
  const contentHash = contentHashOf({ title, blocks });
  const text = textOf({ blocks });
  const original = `${title}\n\n${text}`;
  const article: Article = {
    id: idOfHash(contentHash),
    ...{
      title,
      dek: words(18),
      source: SOURCES[seed % SOURCES.length] ?? null,
      url: `https://vi-du.vn/${String(seed)}.html`,
      byline: null,
    },
    ...{ publishedOn: day(seed), dateConfidence: 'inferred-year', dateEvidence: null },
    ...{ captions: [], blocks, removed: [], format: 'text', encoding: 'utf-8', revision: 1, contentHash },
    part: null,
    pages: null,
    machineRead: null,
    original: {
      sha256: sha256(original),
      extension: 'txt',
      name: `${String(seed)}.txt`,
      bytes: original.length,
    },
    ...{ importedAt: DAY, removedAt: null, story: null, shelving: NEW_ON_THE_SHELF, imported: null },
  };
  const annotations = Array.from({ length: NOTES }, (_, index): Annotation => {
    const start = Math.floor(next() * (text.length - 200));
    const kind = KINDS[index % KINDS.length] ?? 'highlight';
    return {
      id: uuid(next),
      articleId: article.id,
      ...{
        revision: 1,
        kind,
        colour: COLOUR_OF_KIND[kind],
        tags: [TAGS[index % TAGS.length] ?? ''],
        note: words(8),
        anchor: 'exact',
      },
      target: makeTarget(text, { start, end: start + 40 + Math.floor(next() * 120) }),
      ...{ createdAt: DAY, updatedAt: DAY },
    };
  });
  return { article, notes: { articleId: article.id, annotations, removed: [], dismissed: [] }, original };
}

/** A day of the ten years up to 2025. */
const day = (seed: number): string =>
  new Date(Date.UTC(2016, 0, 1 + ((seed * 7_919) % 3_650))).toISOString().slice(0, 10);

function uuid(next: () => number): string {
  const hex = Array.from({ length: 32 }, () => Math.floor(next() * 16).toString(16)).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/** Writes a library of `size` generated articles as it would lie on a disk, without waiting for the disk. */
export function generateLibrary(size: number): { folder: string; ids: string[] } {
  const folder = mkdtempSync(join(tmpdir(), `doi-chieu-bench-${String(size)}-`));
  for (const name of FOLDERS) mkdirSync(join(folder, name), { recursive: true });
  const ids = Array.from({ length: size }, (_, seed) => {
    const { article, notes, original } = generated(seed + 1);
    writeFileSync(join(folder, originalFile(article.original)), original);
    writeFileSync(join(folder, articleFile(article.id)), JSON.stringify(article));
    writeFileSync(join(folder, annotationsFile(article.id)), JSON.stringify(notes));
    return article.id;
  });
  return { folder, ids };
}
