import path from 'node:path';
import { runCli } from './hosts/cli';
import { createThreadEngine } from './importing/thread';

// `doi-chieu list | head` closes the pipe before everything was written; that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await runCli(process.argv.slice(2), {
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
  cwd: process.cwd(),
  env: process.env,
  engine: () => createThreadEngine({ dist: path.join(import.meta.dirname, '..') }),
});
