import { ExportRequest } from '#core/contract';
import type { NoteFormat } from '#core/calls/exporting';
import type { ExportTable } from '#core/export/table';
import { exported } from '../../main/exporting/exporter';
import { tableDocx } from '../../main/exporting/docx/table';
import { tableXlsx } from '../../main/exporting/xlsx';
import { generated } from './material';

export const windowless = true;

type Print = (line: string) => void;

/** Annotations, ten an article. */
const SIZE = 10_000;
const FORMATS: readonly (readonly [NoteFormat, wanted: number | null])[] = [
  ['markdown', 1_000],
  ['obsidian', null],
  ['html', null],
  ['text', null],
  ['docx', 10_000],
];

/** `npm run bench -- exporting [-- ANNOTATIONS]`: files of notes and of a table with as many rows, from memory. */
export default async function run(print: Print, given: readonly string[]): Promise<void> {
  const size = given[0] === undefined ? SIZE : Number(given[0]);
  const views = Array.from({ length: size / 10 }, (_, seed) => {
    const { article, notes } = generated(seed + 1);
    return { article, annotations: notes.annotations };
  });
  const known = new Map(views.map((view) => [view.article.id, view]));
  const articles = views.map(({ article: { id } }) => ({ id, article: '', annotations: '' }));
  // The least that any format has to do: the same values as they are.
  const least = await timed(() => JSON.stringify(views));
  print(`${String(size)} notes; as plain JSON ${least.ms.toFixed(0)} ms. × N: so many times that`);
  for (const [format, wanted] of FORMATS) {
    const request = ExportRequest.parse({ format });
    const { ms, value } = await timed(() =>
      exported({ articles, known, request, language: 'vi', exportedOn: '2026-11-22' }, () => undefined),
    );
    row(print, format, { ms, wanted, least: least.ms, size: value.content.length });
  }
  const table: ExportTable = {
    title: 'Bảng theo dõi nhiệm vụ',
    facts: '',
    columns: ['TT', 'Nội dung', 'Cơ quan chủ trì', 'Thời hạn', 'Nguồn'],
    rows: views.flatMap(({ article, annotations }) =>
      annotations.map(({ target, note }, at) => [
        ...[String(at + 1), target.quote.exact, note, '30/06/2026', article.title],
      ]),
    ),
  };
  for (const [name, make] of [
    ['table as xlsx', tableXlsx],
    ['table as docx', (of: ExportTable) => tableDocx(of, 'vi')],
  ] as const) {
    const { ms, value } = await timed(() => make(table));
    row(print, name, { ms, wanted: 10_000, least: least.ms, size: value.length });
  }
}

async function timed<T>(work: () => T | Promise<T>): Promise<{ ms: number; value: T }> {
  const begun = performance.now();
  const value = await work();
  return { ms: performance.now() - begun, value };
}

function row(
  print: Print,
  name: string,
  { ms, wanted, least, size }: { ms: number; wanted: number | null; least: number; size: number },
): void {
  const limit = wanted === null ? '' : `wanted < ${String(wanted)}`;
  const cost = `${ms.toFixed(0).padStart(7)} ms  × ${(ms / least).toFixed(0).padStart(3)}`;
  print(`  ${name.padEnd(14)} ${cost}  ${(size / 1e6).toFixed(1).padStart(5)} MB  ${limit}`);
}
