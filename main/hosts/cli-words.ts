import { ArticleId } from '#core/article';
import type { Client } from '#core/gateway';
import { Refusal } from '#core/refusal';

/** The command line was not understood. */
export class WrongUsage extends Error {}

/** What was typed after the command's name; `undefined` where an option was not given. */
export interface Words {
  positionals: readonly string[];
  values: Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
}

export interface Running {
  call: Client;
  words: Words;
  cwd: string;
  /** Prints one value: as JSON with `--json`, else the lines. */
  print: (value: object, lines: readonly string[]) => void;
  printError: (line: string) => void;
}

export interface Command {
  mode: 'read' | 'write';
  /** Whether every file is compared with the catalogue first; not needed by what looks at one article. */
  verify: 'first' | 'later';
  options: Readonly<Record<string, { type: 'string' | 'boolean'; multiple?: boolean }>>;
  /** Looks at the words before the library is opened. Throws `WrongUsage`. */
  prepare: (words: Words) => void;
  /** Returns whether all went well. */
  run: (running: Running) => Promise<boolean>;
}

/** An option that takes a word. */
export const text = { type: 'string' } as const;

export function one(words: Words, name: string): string | undefined {
  const value = words.values[name];
  return typeof value === 'string' ? value : undefined;
}

export function needed(words: Words, name: string): string {
  const value = one(words, name);
  if (value === undefined || value === '') throw new WrongUsage(`--${name}?`);
  return value;
}

export function many(words: Words, name: string): string[] {
  const value = words.values[name];
  return Array.isArray(value) ? value.map(String) : [];
}

export function noPositionals({ positionals }: Words): void {
  if (positionals.length > 0) throw new WrongUsage(positionals.join(' '));
}

export function onlyId({ positionals }: Words): string {
  const [id, ...others] = positionals;
  if (id === undefined || others.length > 0) throw new WrongUsage('ID?');
  return id;
}

/** An id that cannot be one is an article that is not there. */
export function articleId(id: string): string {
  if (!ArticleId.safeParse(id).success) throw new Refusal('article-not-found', { id });
  return id;
}
