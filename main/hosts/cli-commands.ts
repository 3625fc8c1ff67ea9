import { resolve } from 'node:path';
import { AnnotationKind } from '#core/annotation';
import { byNewest } from '../store/summary';
import { exportFile } from './cli-export';
import { detect, register, tasks } from './cli-recognising';
import { search } from './cli-search';
import * as views from './cli-views';
import { articleId, many, needed, noPositionals, one, onlyId, text, WrongUsage } from './cli-words';
import type { Command, Words } from './cli-words';

function twoIds({ positionals }: Words): readonly [string, string] {
  const [left, right, ...others] = positionals;
  if (left === undefined || right === undefined || others.length > 0) throw new WrongUsage('compare ID1 ID2');
  return [left, right];
}

function kindOf(words: Words): AnnotationKind {
  const kind = AnnotationKind.safeParse(needed(words, 'kind'));
  if (!kind.success) throw new WrongUsage('--kind?');
  return kind.data;
}

function nthOf(words: Words): number {
  const nth = Number(one(words, 'nth') ?? '1');
  if (!Number.isSafeInteger(nth) || nth < 1) throw new WrongUsage('--nth?');
  return nth;
}

const importFiles: Command = {
  mode: 'write',
  verify: 'first',
  options: { revise: text, chapters: { type: 'boolean' } },
  prepare: (words) => {
    const { positionals } = words;
    if (positionals.length === 0) throw new WrongUsage('import FILE...');
    if (one(words, 'revise') !== undefined && positionals.length > 1)
      throw new WrongUsage('--revise: one file');
  },
  run: async ({ call, words, cwd, print, printError }) => {
    const { positionals } = words;
    const revise = one(words, 'revise');
    const results = await call('import.files', {
      paths: positionals.map((path) => resolve(cwd, path)),
      chapters: words.values['chapters'] === true ? 'apart' : 'together',
      ...(revise !== undefined && { revise: articleId(revise) }),
    });
    const typed = new Map(positionals.map((path) => [resolve(cwd, path), path]));
    for (const result of results) {
      const shown = { ...result, path: asTyped(result.path, typed) };
      print(shown, views.importText(shown));
      if (shown.status === 'refused')
        printError(`${shown.path}: ${shown.message ?? ''} [${shown.code ?? ''}]`);
    }
    return results.every(({ status }) => status !== 'refused');
  },
};

/** A file of a folder or an archive is named as that was typed. */
function asTyped(path: string, typed: ReadonlyMap<string, string>): string {
  for (const [whole, given] of typed) {
    if (path === whole) return given;
    if (path.startsWith(`${whole}/`) || path.startsWith(`${whole}\\`))
      return given.replace(/[\\/]+$/, '') + path.slice(whole.length);
  }
  return path;
}

const list: Command = {
  mode: 'read',
  verify: 'first',
  options: {},
  prepare: noPositionals,
  run: async ({ call, print }) => {
    const { articles } = await call('library.snapshot', {});
    const listed = articles.filter(({ removedAt }) => removedAt === null).sort(byNewest);
    for (const summary of listed) print(views.listRow(summary), views.listText(summary));
    return true;
  },
};

const show: Command = {
  mode: 'read',
  verify: 'later',
  options: {},
  prepare: (words) => {
    onlyId(words);
  },
  run: async ({ call, words, print }) => {
    const row = views.articleRow(await call('articles.get', { id: articleId(onlyId(words)) }));
    print(row, views.articleText(row));
    return true;
  },
};

const annotate: Command = {
  mode: 'write',
  verify: 'later',
  options: { quote: text, nth: text, kind: text, note: text, tag: { type: 'string', multiple: true } },
  prepare: (words) => {
    onlyId(words);
    needed(words, 'quote');
    kindOf(words);
    nthOf(words);
  },
  run: async ({ call, words, print }) => {
    const id = articleId(onlyId(words));
    const annotation = await call('annotations.add', {
      articleId: id,
      target: { quote: needed(words, 'quote'), nth: nthOf(words) },
      kind: kindOf(words),
      tags: many(words, 'tag'),
      note: one(words, 'note') ?? '',
    });
    const { article } = await call('articles.get', { id });
    const row = views.annotationRow(annotation, article);
    print(row, views.annotationText(row));
    return true;
  },
};

const check: Command = {
  mode: 'read',
  verify: 'later',
  options: {},
  prepare: noPositionals,
  run: async ({ call, print }) => {
    const result = await call('library.check', {});
    print(result, views.checkText(result));
    return result.problems.length === 0;
  },
};

const compare: Command = {
  mode: 'read',
  verify: 'later',
  options: {},
  prepare: (words) => {
    twoIds(words);
  },
  run: async ({ call, words, print }) => {
    const [id, otherId] = twoIds(words);
    const [left, right] = [articleId(id), articleId(otherId)];
    const comparison = await call('compare.articles', { left, right });
    const [one, other] = [
      await call('articles.get', { id: left }),
      await call('articles.get', { id: right }),
    ];
    print(views.comparisonRow(comparison), views.comparisonText(comparison, one.article, other.article));
    return true;
  },
};

export const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ['import', importFiles],
  ['list', list],
  ['show', show],
  ['annotate', annotate],
  ['compare', compare],
  ['detect', detect],
  ['register', register],
  ['tasks', tasks],
  ['search', search],
  ['export', exportFile],
  ['check', check],
]);
