import { describe, expect, it } from 'vitest';
import type { Dismissal } from '#core/annotation';
import { codeOf, importText, openIn, reopened, sure, temporaryFolder, type Opened } from '../store/support';

const BASIS =
  'Căn cứ Chỉ thị số 35-CT/TW ngày 30/5/2019 của Bộ Chính trị, Tỉnh ủy Lam Khê họp phiên thường kỳ.';
const ASKED = 'Hội nghị yêu cầu Sở Y tế hoàn thành việc rà soát các trạm y tế trước ngày 31/10/2020.';

async function library() {
  const opened = await openIn(temporaryFolder());
  const { id } = await importText(opened, 'Phiên họp thường kỳ', [BASIS, ASKED]);
  await opened.call('articles.update', { id, patch: { publishedOn: '2020-07-09' } });
  return { library: opened, id };
}

async function suggestionsIn(opened: Opened, id: string) {
  const { found } = await opened.call('recognise.article', { id });
  const citation = sure(found.citations[0]);
  const task = sure(found.tasks[0]);
  return [
    { kind: 'directive' as const, span: { start: citation.start, end: citation.end } },
    { kind: 'task' as const, span: { start: task.start, end: task.end } },
  ];
}

const dismissedIn = async (opened: Opened, id: string): Promise<Dismissal[]> =>
  (await opened.call('recognise.article', { id })).dismissed;

describe('an article', () => {
  it('is told with what is found in its present text', async () => {
    const { library: opened, id } = await library();
    const { revision, found, directives, dismissed } = await opened.call('recognise.article', { id });
    expect({ revision, dismissed }).toEqual({ revision: 1, dismissed: [] });
    expect(found.citations).toMatchObject([{ canonical: 'chi-thi:35-CT/TW', date: '2019-05-30' }]);
    expect(directives).toEqual(['chi-thi:35-CT/TW#XII']);
    expect(found.tasks).toMatchObject([{ responsible: 'Sở Y tế', deadline: { iso: '2020-10-31' } }]);

    const edits = [{ do: 'edit' as const, index: 0, text: 'Tỉnh ủy Lam Khê họp phiên thường kỳ tháng bảy.' }];
    await opened.call('articles.revise', { id, revision: 1, edits });
    const revised = await opened.call('recognise.article', { id });
    expect([revised.revision, revised.found.citations]).toEqual([2, []]);
  });

  it('is told in parts to those who ask for what begins within one', async () => {
    const { library: opened, id } = await library();
    const whole = await opened.call('recognise.article', { id });
    const end = BASIS.length + 1;
    const parts = [
      await opened.call('recognise.article', { id, within: { start: 0, end } }),
      await opened.call('recognise.article', { id, within: { start: end, end: 2 * end } }),
    ];
    expect(parts.map(({ found }) => [found.citations.length, found.tasks.length])).toEqual([
      [1, 0],
      [0, 1],
    ]);
    expect(parts.flatMap(({ directives }) => directives)).toEqual(whole.directives);
    expect(parts.flatMap(({ found }) => found.dates)).toEqual(whole.found.dates);
  });

  it('has to be there', async () => {
    const { library: opened } = await library();
    expect(await codeOf(opened, 'recognise.article', { id: '0123456789abcdef' })).toBe('article-not-found');
  });
});

describe('suggestions', () => {
  it('that are dismissed stay so in the next session, each once', async () => {
    const { library: opened, id } = await library();
    const items = await suggestionsIn(opened, id);
    const dismissals = await opened.call('suggestions.dismiss', { articleId: id, revision: 1, items });
    expect(dismissals.map(({ kind, quote, at }) => [kind, quote.exact, at])).toEqual([
      ['directive', 'Chỉ thị số 35-CT/TW', 7],
      ['task', expect.stringContaining('hoàn thành việc rà soát'), sure(items[1]).span.start],
    ]);
    const more = await opened.call('suggestions.dismiss', {
      ...{ articleId: id, revision: 1 },
      items: items.slice(0, 1),
    });
    expect(more).toEqual(dismissals.slice(0, 1));
    const again = await reopened(opened);
    expect(await dismissedIn(again, id)).toEqual(dismissals);
  });

  it('come back, those that were dismissed', async () => {
    const { library: opened, id } = await library();
    const items = await suggestionsIn(opened, id);
    const dismissals = await opened.call('suggestions.dismiss', { articleId: id, revision: 1, items });
    await opened.call('suggestions.bringBack', { articleId: id, dismissals: dismissals.slice(1) });
    expect(await dismissedIn(opened, id)).toEqual(dismissals.slice(0, 1));
    await opened.call('suggestions.bringBack', { articleId: id, dismissals });
    await opened.call('suggestions.bringBack', { articleId: id, dismissals });
    expect(await dismissedIn(opened, id)).toEqual([]);
  });

  it('stay dismissed when the article has another text', async () => {
    const { library: opened, id } = await library();
    const items = await suggestionsIn(opened, id);
    const dismissals = await opened.call('suggestions.dismiss', { articleId: id, revision: 1, items });
    const edits = [{ do: 'edit' as const, index: 1, text: `Chiều nay, ${ASKED}` }];
    await opened.call('articles.revise', { id, revision: 1, edits });
    expect(await dismissedIn(opened, id)).toEqual(dismissals);
  });

  it('are refused in another revision, outside of the text and in a library that is only read', async () => {
    const { library: opened, id } = await library();
    const [item] = await suggestionsIn(opened, id);
    const request = { articleId: id, revision: 1, items: [sure(item)] };
    expect(await codeOf(opened, 'suggestions.dismiss', { ...request, revision: 2 })).toBe('revision-changed');
    const outside = { kind: 'task' as const, span: { start: 0, end: 100_000 } };
    const items = [sure(item), outside];
    expect(await codeOf(opened, 'suggestions.dismiss', { ...request, items })).toBe('span-outside');
    expect(await dismissedIn(opened, id)).toEqual([]);
    const reading = await reopened(opened, { mode: 'read' });
    expect(await codeOf(reading, 'suggestions.dismiss', request)).toBe('library-read-only');
  });
});
