import { describe, expect, it } from 'vitest';
import { exportFileName } from '#core/export/index';
import { NO_FACTS, type TaskFacts } from '#core/task';
import { annotation, article, notes, type Entry } from './material';

const conference = article(
  1,
  ['Mở đầu hội nghị.', 'Giao Sở Nội vụ rà soát.', 'Báo cáo trước ngày 30/4/2026.'],
  {
    title: 'Rõ người, rõ việc: Đổi mới ở Lam Khê',
  },
);
const older = article(2, ['Phấn đấu đạt 95% trở lên.'], { title: 'Năm trước', publishedOn: '2025-01-08' });
const undated = article(3, ['Không có ngày.'], { title: 'A', publishedOn: null, dateConfidence: 'none' });

describe('notes for an export', () => {
  it('come in the order of reading, article by article, the oldest first and undated ones last', () => {
    const late = annotation(conference, 'Báo cáo');
    const early = annotation(conference, 'Mở đầu');
    const outer = annotation(conference, 'Giao Sở Nội vụ rà soát.');
    const inner = annotation(conference, 'Giao Sở Nội vụ');
    const { groups, sources } = notes([
      [undated, annotation(undated, 'ngày')],
      [conference, late, inner, outer, early],
      [older, annotation(older, '95%')],
    ]);
    expect(sources.map(({ title }) => title)).toEqual(['Năm trước', conference.title, 'A']);
    expect(groups[1]?.items.map(({ quotation }) => quotation)).toEqual([
      ['Mở đầu'],
      ['Giao Sở Nội vụ rà soát.'],
      ['Giao Sở Nội vụ'],
      ['Báo cáo'],
    ]);
  });

  it('tell the paragraphs, and keep those of a passage over several apart', () => {
    const [group] = notes([[conference, annotation(conference, 'rà soát.\nBáo cáo')]]).groups;
    expect(group?.items[0]?.place).toEqual({ state: 'found', first: 2, last: 3 });
    expect(group?.items[0]?.quotation).toEqual(['rà soát.', 'Báo cáo']);
  });

  it('do not count the paragraph after a passage that ends with a line feed', () => {
    const [group] = notes([[conference, annotation(conference, 'rà soát.\n')]]).groups;
    expect(group?.items[0]?.place).toEqual({ state: 'found', first: 2, last: 2 });
    expect(group?.items[0]?.quotation).toEqual(['rà soát.']);
  });

  it('keep a passage that lost its place, after the others, with its old words', () => {
    const lost = annotation(conference, 'Mở đầu', { anchor: 'orphan' });
    const [group] = notes([[conference, lost, annotation(conference, 'Báo cáo')]]).groups;
    expect(group?.items.map(({ place }) => place.state)).toEqual(['found', 'orphan']);
    expect(group?.items[1]?.quotation).toEqual(['Mở đầu']);
  });

  it('are grouped by kind: directives, tasks, targets, deadlines, plain marks; no empty groups', () => {
    const { groups } = notes(
      [
        [
          conference,
          annotation(conference, 'Mở đầu'),
          annotation(conference, 'trước ngày 30/4/2026', { kind: 'deadline' }),
          annotation(conference, 'Sở Nội vụ', { kind: 'directive' }),
        ],
        [
          older,
          annotation(older, '95%', { kind: 'target' }),
          annotation(older, 'đạt', { kind: 'directive' }),
        ],
      ],
      { groupBy: 'kind' },
    );
    expect(groups.map(({ heading }) => (heading.by === 'kind' ? heading.kind : null))).toEqual([
      'directive',
      'target',
      'deadline',
      'highlight',
    ]);
    expect(groups[0]?.items.map(({ source }) => source.title)).toEqual(['Năm trước', conference.title]);
  });

  it('stand under each of their tags, in the alphabet’s order, untagged ones last, and are counted once', () => {
    const both = annotation(conference, 'Mở đầu', { tags: ['ứng dụng', 'đề án'] });
    const one = annotation(conference, 'Giao', { tags: ['an sinh'] });
    const none = annotation(conference, 'Báo cáo');
    const { groups, count } = notes([[conference, both, one, none]], { groupBy: 'tag' });
    expect(groups.map(({ heading }) => (heading.by === 'tag' ? heading.tag : heading.by))).toEqual([
      'an sinh',
      'đề án',
      'ứng dụng',
      'untagged',
    ]);
    expect(count).toBe(3);
  });

  it('stand under the chosen tags only when tags were chosen', () => {
    const both = annotation(conference, 'Mở đầu', { tags: ['ứng dụng', 'đề án'] });
    const { groups } = notes([[conference, both]], { groupBy: 'tag', tags: ['đề án'] });
    expect(groups.map(({ heading }) => heading)).toEqual([{ by: 'tag', tag: 'đề án' }]);
  });

  it('are those that were asked for, by article, id, kind and tag', () => {
    const task = annotation(conference, 'Giao', { kind: 'task', tags: ['a'] });
    const plain = annotation(conference, 'Mở đầu');
    const elsewhere = annotation(older, '95%', { tags: ['a'] });
    const entries = [
      [conference, task, plain],
      [older, elsewhere],
    ] as const;
    const ids = (request: Parameters<typeof notes>[1]) =>
      notes(entries, request).groups.flatMap(({ items }) => items.map(({ id }) => id));
    expect(ids({ articleIds: [older.id] })).toEqual([elsewhere.id]);
    expect(ids({ articleIds: [] })).toHaveLength(3);
    expect(ids({ annotationIds: [plain.id] })).toEqual([plain.id]);
    expect(ids({ kinds: ['task'] })).toEqual([task.id]);
    expect(ids({ tags: ['a'] })).toEqual([elsewhere.id, task.id]);
    expect(ids({ tags: ['a'], kinds: ['task'] })).toEqual([task.id]);
    expect(notes(entries, { kinds: ['task'] }).sources.map(({ id }) => id)).toEqual([conference.id]);
  });

  it('say which years were worked out', () => {
    const inferred = article(4, ['Chữ.'], { dateConfidence: 'inferred-year' });
    expect(notes([[inferred, annotation(inferred, 'Chữ')]]).sources[0]?.yearInferred).toBe(true);
  });
});

describe('the name of an exported file', () => {
  const day = '2026-11-22';

  it('is the title in plain letters when there is one article', () => {
    const title = 'Rõ người, rõ việc: Đổi mới ở Lam Khê';
    expect(exportFileName(title, day, 'html')).toBe('ro-nguoi-ro-viec-doi-moi-o-lam-khe-2026-11-22.html');
  });

  it('is general for several articles, and for a title without a letter', () => {
    expect(exportFileName(null, day, 'markdown')).toBe('ghi-chu-2026-11-22.md');
    expect(exportFileName('***', day, 'docx')).toBe('ghi-chu-2026-11-22.docx');
  });

  it('ends at a word and is not too long', () => {
    const name = exportFileName('Tổng kết công tác '.repeat(20), day, 'text');
    expect(name).toMatch(/^(?:tong|ket|cong|tac|-)+-2026-11-22\.txt$/u);
    expect(name.length).toBeLessThan(80);
  });
});

describe('what is asked for beside quotations', () => {
  const facts: TaskFacts = { ...NO_FACTS, responsible: 'Sở Nội vụ' };
  const task = annotation(conference, 'Giao', {
    kind: 'task',
    note: 'Việc của riêng tôi.',
    tags: ['a'],
    task: facts,
  });
  const [item] = notes([[conference, task]]).groups.flatMap(({ items }) => items);
  const without = (include: object) =>
    notes([[conference, task]], { include }).groups.flatMap(({ items }) => items)[0];

  it('is all there at first but the words around', () => {
    expect(item).toMatchObject({ note: 'Việc của riêng tôi.', tags: ['a'], task: facts, context: null });
    expect(item?.place.state).toBe('found');
  });

  it.each([
    ['notes', { note: '' }],
    ['tags', { tags: [] }],
    ['places', { place: { state: 'unsaid' } }],
    ['colours', { colour: null }],
    ['tasks', { task: null }],
  ])('can be left out: %s', (name, left) => {
    expect(without({ [name]: false })).toMatchObject(left);
  });

  it('can be the words around, of the same paragraph', () => {
    const shown = without({ context: true });
    expect(shown?.context).not.toBeNull();
    expect(shown?.context?.before).not.toContain('\n');
  });

  it('never hides that a place is lost', () => {
    const lost = { ...task, anchor: 'orphan' as const };
    const [shown] = notes([[conference, lost]], { include: { places: false, context: true } }).groups.flatMap(
      ({ items }) => items,
    );
    expect(shown).toMatchObject({ place: { state: 'orphan' }, context: null });
  });
});

describe('the order of articles', () => {
  const entries: Entry[] = [
    [conference, annotation(conference, 'Giao')],
    [undated, annotation(undated, 'ngày')],
    [older, annotation(older, '95%')],
  ];
  it.each([
    ['oldest', [older.id, conference.id, undated.id]],
    ['newest', [conference.id, older.id, undated.id]],
  ] as const)('is the %s first; those without a day come last', (order, ids) => {
    expect(notes(entries, { order }).sources.map(({ id }) => id)).toEqual(ids);
  });

  it('can be by title, as Vietnamese is sorted', () => {
    const titles = notes(entries, { order: 'title' }).sources.map(({ title }) => title);
    expect(titles).toEqual(titles.toSorted(new Intl.Collator('vi').compare));
  });
});
