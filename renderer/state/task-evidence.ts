import { useEffect } from 'react';
import { create } from 'zustand';
import type { Annotation } from '#core/annotation';
import { blockStarts, textOf } from '#core/article';
import type { CallOutput } from '#core/contract';
import type { EvidenceCandidate } from '#core/evidence';
import type { AnnotationLink, AnnotationRef } from '#core/link';
import type { Span } from '#core/span';
import { call } from '../bridge';
import { i18next } from '../strings/i18n';
import { openPlace } from './going';
import { loadArticle, useLibrary } from './library';
import { attempt, saved, say } from './status';
import { remember } from './undo';

export type TaskEvidence = CallOutput<'tasks.evidence'>[number];

/** What was found, by question and task. It is looked for again only when another question is asked: that takes a while. */
const useFound = create<{ found: ReadonlyMap<string, TaskEvidence> }>(() => ({ found: new Map() }));

/** Who walks through the list asks for nothing. */
const PAUSE = 500;
const MOST = { one: 6, figures: 4 };
/** As many tasks as one call takes. */
const AT_ONCE = 500;

/** One search at a time: each looks through many articles. What is wanted no more when its turn comes is not asked. */
let searching: Promise<unknown> = Promise.resolve();

const refOf = ({ articleId, id }: Annotation): AnnotationRef => ({ articleId, annotationId: id });

/** Another answer may come when the task's words or documents, or the articles of the library are others. */
const keyOf = ({ id, target, task }: Annotation, articles: number, figures: boolean): string =>
  JSON.stringify([id, target.quote.exact, task?.basis ?? [], articles, figures]);

/**
 * What later articles may report of these tasks, by annotation; with `figures` only what has a figure that counts the same.
 * It is asked for a moment after the last change; what is not known yet is not in the map.
 */
export function useTaskEvidence(
  annotations: readonly Annotation[],
  figures: boolean,
): ReadonlyMap<string, TaskEvidence> {
  const articles = useLibrary((state) => state.articles.size);
  const found = useFound((state) => state.found);
  const keys = annotations.map((annotation) => [annotation, keyOf(annotation, articles, figures)] as const);
  const missing = keys.filter(([, key]) => !found.has(key));
  const question = missing.map(([, key]) => key).join('\n');
  useEffect(() => {
    if (question === '') return;
    let dropped = false;
    const timer = setTimeout(() => {
      searching = searching.then(async () => {
        if (!dropped) await attempt(() => ask(missing, figures));
      });
    }, PAUSE);
    return () => {
      dropped = true;
      clearTimeout(timer);
    };
    // `question` says which are missing.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [question, figures]);
  return new Map(
    keys.flatMap(([{ id }, key]) => {
      const evidence = found.get(key);
      return evidence === undefined ? [] : [[id, evidence]];
    }),
  );
}

async function ask(missing: readonly (readonly [Annotation, string])[], figures: boolean): Promise<void> {
  const some = missing.slice(0, AT_ONCE);
  const refs = some.map(([annotation]) => refOf(annotation));
  const answers = await call('tasks.evidence', { refs, figures, most: figures ? MOST.figures : MOST.one });
  const byId = new Map(answers.map((answer) => [answer.annotationId, answer]));
  useFound.setState(({ found }) => {
    const next = new Map(found);
    for (const [{ id }, key] of some) {
      next.set(key, byId.get(id) ?? { annotationId: id, figures: [], candidates: [] });
    }
    return { found: next };
  });
}

/** Opens the paragraph of a passage that may be evidence. */
export async function openCandidate({ articleId, block }: EvidenceCandidate): Promise<void> {
  await loadArticle(articleId);
  const revision = useLibrary.getState().views.get(articleId)?.article.revision;
  if (revision !== undefined) await openPlace({ articleId, revision, block });
}

/**
 * Says that a passage is evidence for a task: links an annotation that stands there, or marks the passage first. One undo
 * step.
 */
export async function attachEvidence(candidate: EvidenceCandidate, task: AnnotationRef): Promise<void> {
  await loadArticle(candidate.articleId);
  const view = useLibrary.getState().views.get(candidate.articleId);
  if (view === undefined) return;
  const start = (blockStarts(view.article.blocks)[candidate.block] ?? 0) + candidate.start;
  const span = { start, end: start + candidate.text.length };
  if (textOf(view.article).slice(span.start, span.end) !== candidate.text) {
    say(i18next.t('tasks.evidence.gone'));
    return;
  }
  const known = view.annotations.find(({ target }) => isSamePlace(target, span));
  const { id: articleId, revision } = view.article;
  const marked =
    known ?? (await call('annotations.add', { articleId, target: { span, revision }, kind: 'highlight' }));
  const link = await call('links.add', { from: refOf(marked), to: task, relation: 'evidence' });
  saved();
  const added = known === undefined ? { articleId, ids: [marked.id] } : null;
  remember({
    get what() {
      return i18next.t('tasks.evidence.undo');
    },
    undo: async () => {
      await call('links.remove', { ids: [link.id] });
      if (added !== null) await call('annotations.remove', added);
    },
    redo: async () => {
      if (added !== null) await call('annotations.restore', added);
      await call('links.put', { links: [link] });
    },
  });
}

/** Whether each of two places has at least half of the other one. */
export function isSamePlace(one: Span, other: Span): boolean {
  const common = Math.min(one.end, other.end) - Math.max(one.start, other.start);
  return common * 2 >= Math.max(one.end - one.start, other.end - other.start);
}

/** The passages that are linked to a task as evidence for it. */
export const evidenceFor = (links: readonly AnnotationLink[], taskId: string): AnnotationLink[] =>
  links.filter(({ relation, to }) => relation === 'evidence' && to.annotationId === taskId);
