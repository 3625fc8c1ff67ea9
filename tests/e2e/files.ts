import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { launchApp, type LaunchedApp } from './launch';

/** Two short articles of ours: the same conference in two years. */
export const LAST_YEAR = {
  name: 'hoi-nghi-2025.txt',
  title: 'Hội nghị tổng kết năm 2024 của Huyện ủy Suối Mơ',
  text: `Hội nghị tổng kết năm 2024 của Huyện ủy Suối Mơ

Sáng 8/1, Huyện ủy Suối Mơ tổ chức hội nghị tổng kết công tác năm 2024, triển khai nhiệm vụ năm 2025.

Ban Thường vụ giao Phòng Nội vụ rà soát thủ tục theo Chỉ thị số 07-CT/HU, báo cáo trước ngày 30/6/2025.

Phấn đấu trên 80% hồ sơ được giải quyết đúng hạn trong năm 2025.
`,
};
export const THIS_YEAR = {
  name: 'hoi-nghi-2026.txt',
  title: 'Hội nghị tổng kết năm 2025 của Huyện ủy Suối Mơ',
  text: `Hội nghị tổng kết năm 2025 của Huyện ủy Suối Mơ

Sáng 9/1, Huyện ủy Suối Mơ tổ chức hội nghị tổng kết công tác năm 2025, triển khai nhiệm vụ năm 2026.

Ban Thường vụ giao Phòng Nội vụ cắt giảm 30% thủ tục theo Chỉ thị số 07-CT/HU, báo cáo trước ngày 30/4/2026.

Phấn đấu trên 95% hồ sơ được giải quyết đúng hạn trong năm 2026.
`,
};

interface Place {
  /** A path in a folder of this test's own. */
  inFolder(name: string): string;
  write(name: string, content: string | Uint8Array): Promise<string>;
  launch(options?: Partial<Parameters<typeof launchApp>[0]>): Promise<LaunchedApp>;
  close(app: LaunchedApp): Promise<void>;
}

/** A folder for each test of the file, and windows that are closed after it. The library is `library` in it. */
export function usePlace(): Place {
  let folder = '';
  let running: LaunchedApp[] = [];
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'doi-chieu-'));
    running = [];
  });
  afterEach(async () => {
    for (const app of running) await app.close();
    await rm(folder, { recursive: true });
  });
  const inFolder = (name: string) => path.join(folder, name);
  return {
    inFolder,
    async write(name, content) {
      await writeFile(inFolder(name), content);
      return inFolder(name);
    },
    async launch(options = {}) {
      const app = await launchApp({
        library: inFolder('library'),
        size: { width: 1440, height: 900 },
        ...options,
      });
      running.push(app);
      return app;
    },
    async close(app) {
      running = running.filter((other) => other !== app);
      await app.close();
    },
  };
}
