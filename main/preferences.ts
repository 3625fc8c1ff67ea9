import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

const Bounds = z.object({ x: z.int(), y: z.int(), width: z.int().positive(), height: z.int().positive() });
export type Bounds = z.infer<typeof Bounds>;

/** What the program remembers outside any library, for this user on this machine. */
const Preferences = z.object({
  /** The library to open when the command line names none. */
  libraryFolder: z.string().nullable().default(null),
  window: z.object({ bounds: Bounds, maximized: z.boolean() }).nullable().default(null),
});
export type Preferences = z.infer<typeof Preferences>;

/** The preferences file in the program's own folder. A missing or unreadable file means: nothing remembered yet. */
export class PreferencesFile {
  private constructor(
    private readonly file: string,
    private current: Preferences,
  ) {}

  static async open(folder: string): Promise<PreferencesFile> {
    const file = path.join(folder, 'preferences.json');
    const text = await readFile(file, 'utf8').catch(() => '');
    return new PreferencesFile(file, Preferences.safeParse(parseJson(text)).data ?? Preferences.parse({}));
  }

  get value(): Preferences {
    return this.current;
  }

  /** Written beside the file and renamed, so that a crash leaves the old or the new one. */
  async update(change: Partial<Preferences>): Promise<void> {
    this.current = { ...this.current, ...change };
    const draft = `${this.file}.${String(process.pid)}.tmp`;
    await writeFile(draft, JSON.stringify(this.current));
    await rename(draft, this.file);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
