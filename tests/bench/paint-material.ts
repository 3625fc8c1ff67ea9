import { writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { makeTarget } from '#core/anchor';
import { COLOUR_OF_KIND, KINDS, type Annotation } from '#core/annotation';
import { textOf, type Article, type Block } from '#core/article';
import type { Span } from '#core/span';
import { contentHashOf, idOfHash, sha256 } from '../../main/store/identity';
import { annotationsFile, articleFile, originalFile } from '../../main/store/layout';
import { random } from '../main/store/material';
import { generated } from './material';

/** An article of `kB` UTF-8 kilobytes with `marks` annotations. */
export interface ArticleSize {
  kB: number;
  marks: number;
}

/** Where annotations stand in a text of `length` characters. */
type Places = (length: number, marks: number, next: () => number) => Span[];

/** Anywhere, so that many overlap. */
export const scattered: Places = (length, marks, next) =>
  Array.from({ length: marks }, () => {
    const start = Math.floor(next() * (length - 200));
    return { start, end: start + 40 + Math.floor(next() * 120) };
  });

/** Side by side over the whole text, and one fifth of them laid across another one's end. */
export const oneInFiveOverlapping: Places = (length, marks, next) => {
  const across = Math.floor(marks / 5);
  const room = Math.floor(length / (marks - across));
  const apart = Array.from({ length: marks - across }, (_, slot): Span => {
    const start = slot * room + Math.floor(next() * (room / 4));
    return { start, end: start + Math.floor(room * (0.2 + next() * 0.2)) };
  });
  const every = Math.floor(apart.length / across);
  const overlapping = Array.from({ length: across }, (_, index): Span => {
    const { start, end } = apart[index * every] ?? { start: 0, end: 1 };
    return { start: Math.floor((start + end) / 2), end: end + Math.floor(room * 0.2) };
  });
  return [...apart, ...overlapping];
};

/** Writes an article into the library in `folder`; the same for the same seed. Returns its id. */
export function writeArticle(
  folder: string,
  seed: number,
  { kB, marks }: ArticleSize,
  places: Places,
): string {
  const base = generated(seed * 1_000).article;
  const blocks: Block[] = [];
  let bytes = 0;
  for (let part = 0; bytes < kB * 1_000; part += 1) {
    for (const block of generated(seed * 1_000 + part).article.blocks) {
      if (bytes < kB * 1_000) blocks.push(block);
      bytes += Buffer.byteLength(block.text) + 1;
    }
  }
  const text = textOf({ blocks });
  const contentHash = contentHashOf({ title: base.title, blocks });
  const original = { ...base.original, sha256: sha256(text), bytes: Buffer.byteLength(text) };
  const article: Article = { ...base, id: idOfHash(contentHash), blocks, contentHash, original };
  const annotations = places(text.length, marks, random(seed)).map((span, index): Annotation => {
    const kind = KINDS[index % KINDS.length] ?? 'highlight';
    return {
      ...{ id: randomUUID(), articleId: article.id, revision: 1, kind, colour: COLOUR_OF_KIND[kind] },
      ...{ tags: [], note: 'một ghi chú ngắn', anchor: 'exact' },
      target: makeTarget(text, span),
      ...{ createdAt: article.importedAt, updatedAt: article.importedAt },
    };
  });
  writeFileSync(join(folder, originalFile(original)), text);
  writeFileSync(join(folder, articleFile(article.id)), JSON.stringify(article));
  writeFileSync(
    join(folder, annotationsFile(article.id)),
    JSON.stringify({ articleId: article.id, annotations, removed: [] }),
  );
  return article.id;
}
