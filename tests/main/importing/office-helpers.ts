import { expect } from 'vitest';
import { Refusal } from '#core/refusal';
import type { AssembledArticle } from '#core/text/assemble';
import { PLAIN_OPTIONS, type Reader } from '../../../main/importing/reading';
import { docxOf, paragraph, run } from '../../fixtures/formats/office';

export const PARAGRAPH =
  'Sáng 12/3, tại xã Tân Phú, Hội Nông dân huyện tổ chức hội nghị tổng kết công tác năm 2020 và triển khai nhiệm vụ năm 2021.';
export const SECOND =
  'Theo báo cáo tại hội nghị, toàn xã đã vận động hội viên hiến 1.200 m² đất làm đường, góp hơn 300 ngày công sửa kênh mương nội đồng.';

export const TITLE = 'Hội Nông dân xã Tân Phú tổng kết năm 2020';
export const LINES = [
  TITLE,
  PARAGRAPH,
  SECOND,
  'Đại biểu thăm mô hình trồng bưởi (Ảnh: Minh Hà)',
  'Theo Báo Tân Phú',
];

export async function read(
  reader: Reader,
  bytes: Uint8Array,
): Promise<AssembledArticle & { encoding: string }> {
  const [part] = await reader({ name: 'bai', bytes }, PLAIN_OPTIONS);
  if (part === undefined) throw new Error('no article');
  return { ...part.article, encoding: part.encoding };
}

export async function codeOf(reader: Reader, bytes: Uint8Array): Promise<string> {
  const before = performance.now();
  try {
    await reader({ name: 'bai', bytes }, PLAIN_OPTIONS);
    return 'read';
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  } finally {
    expect(performance.now() - before).toBeLessThan(20_000);
  }
}

export const blocks = (article: AssembledArticle) => article.blocks.map((block) => block.text);

export const asDocx = (lines: readonly string[], properties = '') =>
  docxOf(lines.map((line) => paragraph(run(line, properties))).join(''));
