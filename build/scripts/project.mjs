// Shared by all scripts. Imports only Node's own modules, because scripts start before anything is installed.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** An absolute path inside the project. */
export const inRoot = (...parts) => path.join(ROOT, ...parts);

/** Folder for large things that outlive a reinstall. */
export const CACHE = path.join(process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache'), 'doi-chieu');

export const isRoot = process.platform === 'linux' && process.getuid() === 0;

/** An expected end of a script: what happened and what to do, in both languages. */
export class Stop extends Error {
  constructor(vi, en) {
    super(`${vi}\n${en}`);
    this.name = 'Stop';
  }
}

/** Notes go to stderr, so that the command line's stdout stays clean. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

const ENDINGS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Runs a program; resolves with its exit code (128 when a signal ended it). Its stdout joins our stderr unless `stdio` says otherwise. */
export function run(program, args, { env, stdio = ['ignore', 2, 2], cwd = ROOT, signal } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, stdio, env: { ...process.env, ...env }, signal });
    // Asked to end, we wait for the child: the window saves what is unsaved before it closes.
    // What a terminal sends (Ctrl+C) reaches the child too, and a second signal would end it at once.
    const forward = (name) => name === 'SIGTERM' && child.kill(name);
    for (const name of ENDINGS) process.on(name, forward);
    const done = () => {
      for (const name of ENDINGS) process.off(name, forward);
    };
    child.on('error', (error) => {
      done();
      reject(error);
    });
    child.on('close', (code) => {
      done();
      resolve(code ?? 128);
    });
  });
}

/** Runs a program and resolves with `{code, stdout}`; `code` is 127 when there is no such program. */
export function capture(program, args, { env, cwd = ROOT } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd,
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...process.env, ...env },
    });
    let stdout = '';
    child.stdout.setEncoding('utf8').on('data', (text) => (stdout += text));
    child.on('error', () => resolve({ code: 127, stdout }));
    child.on('close', (code) => resolve({ code: code ?? 128, stdout }));
  });
}

/** The npm client that runs us, so that its configuration (registry, proxy, certificates) holds. */
export function npm(args, options) {
  const client = process.env.npm_execpath;
  if (client !== undefined && /\.c?js$/.test(client) && existsSync(client)) {
    return run(process.execPath, [client, ...args], options);
  }
  return process.platform === 'win32'
    ? run('cmd.exe', ['/d', '/s', '/c', 'npm', ...args], options)
    : run('npm', args, options);
}

/** Runs a development tool's own JavaScript entry with this Node: no shell, no `.cmd` wrappers. */
export function tool(entry, args, options) {
  return run(process.execPath, [inRoot('node_modules', entry), ...args], options);
}

/** A script's frame: a `Stop` becomes its two sentences and exit code 1. The body's number, if any, is the exit code. */
export async function script(body) {
  try {
    process.exitCode = (await body(process.argv.slice(2))) ?? 0;
  } catch (error) {
    say(error instanceof Stop ? error.message : error.stack);
    process.exitCode = 1;
  }
}
