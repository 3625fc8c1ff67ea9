import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { CallFailed, createClient } from '#core/gateway';
import { DEFAULT_SETTINGS } from '#core/library';
import { Refusal, refusalMessage } from '#core/refusal';
import { openLibrary, type LibraryParts } from '../app';
import type { Desktop } from '../desktop';
import type { ImportEngine } from '../importing/engine';
import type { Log } from '../store/log';
import { COMMANDS } from './cli-commands';
import { USAGE } from './cli-usage';
import { WrongUsage, type Command, type Words } from './cli-words';

/** What a terminal gives a program, so that a test can give it too. Each line is without its line feed. */
export interface CliIo {
  out: (line: string) => void;
  err: (line: string) => void;
  cwd: string;
  env: Readonly<Record<string, string | undefined>>;
  /** For tests: a clock, ids or a disk of their own. */
  parts?: Partial<Pick<LibraryParts, 'now' | 'newId' | 'fs'>>;
  /** Reads the files that are imported. */
  engine: () => ImportEngine;
}

const EXIT = { ok: 0, refused: 1, usage: 2 } as const;

const GLOBAL_OPTIONS = {
  library: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Runs one command line; returns the exit code. It never throws. */
export async function runCli(argv: readonly string[], io: CliIo): Promise<number> {
  try {
    const [name = '', ...rest] = argv;
    if (name === 'help' || name === '--help' || name === '-h') {
      io.out(USAGE);
      return EXIT.ok;
    }
    const command = COMMANDS.get(name);
    if (command === undefined) throw new WrongUsage(name);
    const words = wordsOf(rest, command);
    if (words.values['help'] === true) {
      io.out(USAGE);
      return EXIT.ok;
    }
    command.prepare(words);
    return (await runCommand(command, words, io)) ? EXIT.ok : EXIT.refused;
  } catch (error) {
    return tell(error, io);
  }
}

function wordsOf(args: string[], command: Command): Words {
  try {
    const options = { ...GLOBAL_OPTIONS, ...command.options };
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new WrongUsage(error instanceof Error ? error.message : String(error));
  }
}

async function runCommand(command: Command, words: Words, io: CliIo): Promise<boolean> {
  const { library: given, json } = words.values;
  const folder = typeof given === 'string' ? resolve(io.cwd, given) : defaultFolder(io.env);
  const library = await openLibrary(folder, {
    ...io.parts,
    desktop: noWindow,
    engine: io.engine(),
    log: logTo(io),
    mode: command.mode,
    verify: command.verify,
    app: 'cli',
  });
  try {
    return await command.run({
      call: createClient((name, input) => library.gateway(name, input, 'local')),
      words,
      cwd: io.cwd,
      print: (value, lines) => {
        if (json === true) io.out(JSON.stringify(value));
        else for (const line of lines) io.out(line);
      },
      printError: (line) => io.err(line),
    });
  } finally {
    await library.close();
  }
}

function tell(error: unknown, io: CliIo): number {
  if (error instanceof WrongUsage) {
    if (error.message !== '') io.err(error.message);
    io.err(USAGE);
    return EXIT.usage;
  }
  const language = DEFAULT_SETTINGS.language;
  if (error instanceof CallFailed) io.err(`${error.message} [${error.code}]`);
  else if (error instanceof Refusal) {
    io.err(`${refusalMessage(error.code, error.params, language)} [${error.code}]`);
  } else {
    logTo(io).error(refusalMessage('internal', {}, language), error);
  }
  return EXIT.refused;
}

/** A terminal has no log file: a bug is told where it is seen. */
function logTo(io: CliIo): Log {
  return {
    info: () => undefined,
    error: (message, error) => io.err(error instanceof Error ? `${message}: ${error.stack ?? ''}` : message),
  };
}

/** The same folder that the window opens when nothing else was chosen. */
function defaultFolder(env: CliIo['env']): string {
  const home = env['HOME'] ?? env['USERPROFILE'] ?? homedir();
  const config = env['XDG_CONFIG_HOME'] ?? join(home, '.config');
  // Where a Linux system names no folder for documents, Electron takes the home folder.
  const usual = process.platform === 'linux' ? home : join(home, 'Documents');
  return join(documentsOf(join(config, 'user-dirs.dirs'), home) ?? usual, 'Đối Chiếu');
}

/** Where a Linux desktop keeps documents; null where nothing says so. */
function documentsOf(userDirs: string, home: string): string | null {
  try {
    const [, folder] = /^XDG_DOCUMENTS_DIR="(.+)"$/mu.exec(readFileSync(userDirs, 'utf8')) ?? [];
    return folder?.replace('$HOME', home) ?? null;
  } catch {
    // Not a Linux desktop.
    return null;
  }
}

const refuse = (): Promise<never> => Promise.reject(new Refusal('no-window'));

const noWindow: Desktop = {
  host: { platform: process.platform, ownWindowButtons: false },
  get samplesFolder(): string {
    throw new Refusal('no-window');
  },
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
  controlWindow: () => {
    throw new Refusal('no-window');
  },
};
