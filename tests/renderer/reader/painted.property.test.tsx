import { act } from '@testing-library/react';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { trimmedSpan } from '#core/anchor';
import { KINDS } from '#core/annotation';
import { textOf } from '#core/article';
import type { ArticleView } from '#core/contract';
import { importText, PARAGRAPHS, sure } from '../../main/store/support';
import { openArticle, openWindow, type TestWindow } from '../window';
import { shownText, textsOf } from './hands';

/** What a person may do; numbers choose among what there is. */
const someStep = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('add'), from: fc.nat(), to: fc.nat(), kind: fc.nat() }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('move'), which: fc.nat(), from: fc.nat(), to: fc.nat() }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('all'), from: fc.nat(), kind: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('remove'), which: fc.nat() }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('undo') }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('redo') }) },
) as fc.Arbitrary<Step>;

type Step =
  | { do: 'add'; from: number; to: number; kind: number }
  | { do: 'move'; which: number; from: number; to: number }
  | { do: 'all'; from: number; kind: number }
  | { do: 'remove'; which: number }
  | { do: 'undo' }
  | { do: 'redo' };

const spanOf = (text: string, from: number, to: number) => {
  const [a, b] = [from % text.length, to % text.length];
  return trimmedSpan(text, { start: Math.min(a, b), end: Math.max(a, b) + 1 });
};
const nthOf = <T,>(list: readonly T[], number: number): T | undefined => list[number % list.length];

/** Does a step as the window does it. Returns whether anything was done. */
async function perform(step: Step, { article, annotations }: ArticleView): Promise<boolean> {
  // The window's own modules: they are new ones with each window.
  const [changes, moves, undoing] = await Promise.all([
    import('../../../renderer/state/changes'),
    import('../../../renderer/state/moves'),
    import('../../../renderer/state/undo'),
  ]);
  const text = textOf(article);
  if (step.do === 'undo') return (await undoing.undo()) !== null;
  if (step.do === 'redo') return (await undoing.redo()) !== null;
  if (step.do === 'remove' || step.do === 'move') {
    const annotation = nthOf(annotations, step.which);
    const span = step.do === 'move' ? spanOf(text, step.from, step.to) : null;
    if (annotation === undefined) return false;
    if (step.do === 'remove') await changes.removeAnnotation(annotation);
    else if (span === null) return false;
    else await moves.moveAnnotation({ annotation, span, revision: article.revision, what: 'ends' });
    return true;
  }
  const kind = sure(nthOf(KINDS, step.kind));
  if (step.do === 'add') {
    const span = spanOf(text, step.from, step.to);
    if (span !== null) await changes.addAnnotation({ article, span, kind });
    return span !== null;
  }
  const word = sure(nthOf(text.match(/\p{L}+/gu) ?? [], step.from));
  const places = [...text.matchAll(new RegExp(word, 'gu'))];
  const spans = places.map(({ index }) => ({ start: index, end: index + word.length }));
  await changes.addAnnotations(spans.map((span) => ({ article, span, kind })));
  return true;
}

const snapshotOf = ({ annotations }: ArticleView) =>
  annotations.map(({ id, kind, target }) => [id, kind, target.start, target.end].join(' ')).sort();

/** The words under the marks of each annotation, white space left out: a mark of nothing but a space is not drawn. */
function wordsByAnnotation(): Map<string, string> {
  const words = new Map<string, string>();
  for (const element of textsOf(0)) {
    for (const mark of element.querySelectorAll<HTMLElement>('mark')) {
      for (const id of sure(mark.dataset['ids']).split(' ')) {
        words.set(id, (words.get(id) ?? '') + mark.textContent.replace(/\s/gu, ''));
      }
    }
  }
  return words;
}

/** Replays steps on a new article and looks at the page and the library after each of them. */
async function replay(opened: TestWindow, title: string, steps: readonly Step[]): Promise<void> {
  const { id } = await importText(opened.library, title);
  await openArticle(opened, title);
  const { forgetSteps } = await import('../../../renderer/state/undo');
  forgetSteps();
  const view = () => opened.library.call('articles.get', { id });
  /** What the library held after each step that is not undone, and how many of them are. */
  let history = [snapshotOf(await view())];
  let now = 0;
  for (const step of steps) {
    const before = await view();
    const done = await act(() => perform(step, before));
    if (done && step.do === 'undo') now--;
    else if (done && step.do === 'redo') now++;
    await act(() => new Promise((resolve) => setTimeout(resolve, 5)));
    const after = await view();
    if (done && step.do !== 'undo' && step.do !== 'redo') {
      history = [...history.slice(0, ++now), snapshotOf(after)];
    }
    expect(snapshotOf(after)).toEqual(history[now]);
    expect(shownText(0)).toBe(textOf(after.article));
    const quotes = after.annotations.map(
      (annotation) => [annotation.id, annotation.target.quote.exact.replace(/\s/gu, '')] as const,
    );
    expect(Object.fromEntries(wordsByAnnotation())).toEqual(Object.fromEntries(quotes));
  }
}

test('whatever is annotated, moved, marked all at once, removed, undone and done again: the page shows the text and every mark its words, and the library holds what was done', async () => {
  const opened = await openWindow({ prepare: (library) => importText(library, 'Bài đầu', [PARAGRAPHS[0]]) });
  let articles = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(someStep, { minLength: 4, maxLength: 14 }), async (steps) => {
      articles += 1;
      await replay(opened, `Bài thứ ${articles}`, steps);
    }),
    { numRuns: 12, endOnFailure: true },
  );
}, 120_000);
