import type { Desktop } from '../../../main/desktop';
import { Refusal } from '#core/refusal';

/** What tests, the crash child and the benchmarks make libraries of. */

export const PARAGRAPHS = [
  'Ban Chấp hành đề nghị các cấp ủy quán triệt sâu sắc Chỉ thị số 03-CT/TW về học tập và làm theo tấm gương.',
  'Các đơn vị hoàn thành việc sơ kết trước ngày 30 tháng 6 và báo cáo kết quả bằng văn bản cho Thường trực.',
  'Hội nghị thảo luận phương hướng, nhiệm vụ sáu tháng cuối năm, thống nhất cao với dự thảo báo cáo đã trình.',
  'Đồng chí Bí thư nhấn mạnh yêu cầu nâng cao chất lượng sinh hoạt chi bộ và công tác kiểm tra, giám sát.',
] as const;

/** The bytes of a text file with an article: a title, then paragraphs parted by blank lines. */
export function articleBytes(
  title: string,
  paragraphs: readonly string[] = PARAGRAPHS,
): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`${[title, ...paragraphs].join('\n\n')}\n`);
}

export function fakeDesktop(overrides: Partial<Desktop> = {}): Desktop {
  const refuse = (): Promise<never> => Promise.reject(new Refusal('no-window'));
  return {
    host: { platform: 'linux', ownWindowButtons: false },
    samplesFolder: '',
    chooseFiles: refuse,
    chooseFolder: refuse,
    chooseArticleFolder: refuse,
    chooseSavePath: refuse,
    pdfOf: refuse,
    print: refuse,
    showFolder: refuse,
    openFile: refuse,
    revealFile: refuse,
    replaceLibrary: refuse,
    controlWindow: () => undefined,
    ...overrides,
  };
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
