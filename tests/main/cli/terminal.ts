import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCli } from '../../../main/hosts/cli';
import { createDirectEngine } from '../../../main/importing/operations';
import { articleBytes, temporaryFolder } from '../store/support';

interface Ran {
  code: number;
  out: string[];
  err: string;
}

/** The command line in a folder of its own. */
export class Terminal {
  readonly cwd = temporaryFolder();
  readonly library = join(this.cwd, 'thư viện');

  write(name: string, data: string | Uint8Array): void {
    writeFileSync(join(this.cwd, name), data);
  }

  async run(...argv: string[]): Promise<Ran> {
    const out: string[] = [];
    const err: string[] = [];
    const code = await runCli(argv, {
      out: (line) => out.push(line),
      err: (line) => err.push(line),
      cwd: this.cwd,
      env: { HOME: this.cwd },
      engine: createDirectEngine,
    });
    return { code, out, err: err.join('\n') };
  }

  /** With `--library` and `--json`; the lines are parsed. */
  async json(...argv: string[]): Promise<{ code: number; values: Record<string, unknown>[]; err: string }> {
    const { code, out, err } = await this.run(...argv, '--library', this.library, '--json');
    return { code, values: out.map((line) => JSON.parse(line) as Record<string, unknown>), err };
  }

  async importOne(name = 'bài.txt', title = 'Bài một'): Promise<string> {
    this.write(name, articleBytes(title));
    const { values } = await this.json('import', name);
    return String(values[0]?.['id']);
  }
}
