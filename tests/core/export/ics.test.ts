import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { deadlinesCalendar } from '#core/export/ics';
import { NO_FACTS, type TaskFacts } from '#core/task';
import { taskRows } from '#core/task-list';
import { annotation, article } from './material';

const NOW = new Date('2026-11-23T05:06:07.890Z');
const conference = article(1, ['Mở đầu.', 'Giao Sở Nội vụ rà soát, báo cáo.'], {
  title: 'Rõ người; rõ việc',
});
const facts = (more: Partial<TaskFacts>): TaskFacts => ({
  ...NO_FACTS,
  deadline: { text: 'trước ngày 30/6', iso: '2026-06-30', kind: 'before' },
  ...more,
});
const calendar = (...tasks: TaskFacts[]) =>
  deadlinesCalendar(
    taskRows(
      tasks.map((task) => annotation(conference, 'Giao Sở Nội vụ rà soát', { kind: 'task', task })),
      tasks.map(() => 1),
      '2026-11-23',
    ),
    new Map([[conference.id, conference]]),
    NOW,
    'vi',
  );
/** What another program reads. */
const eventsOf = (text: string | null) =>
  new ICAL.Component(ICAL.parse(text ?? '') as unknown[])
    .getAllSubcomponents('vevent')
    .map((each) => new ICAL.Event(each));

describe('deadlines as a calendar', () => {
  it('are events of whole days that say what is due, by whom and where it was read', () => {
    const [event] = eventsOf(calendar(facts({ content: 'Rà soát, báo cáo; gấp', responsible: 'Sở Nội vụ' })));
    expect(event?.summary).toBe('Rà soát, báo cáo; gấp');
    expect(event?.startDate.toString()).toBe('2026-06-30');
    expect(event?.endDate.toString()).toBe('2026-07-01');
    expect(event?.startDate.isDate).toBe(true);
    expect(event?.description.split('\n')).toEqual([
      'Chủ trì: Sở Nội vụ',
      'Thời hạn: trước ngày 30/6',
      '“Giao Sở Nội vụ rà soát”',
      'Theo Báo Lam Khê, “Rõ người; rõ việc”, ngày 09/01/2026, đoạn 2.',
    ]);
  });

  it('are not there for tasks that are done or have no day', () => {
    const undated = facts({ deadline: { text: 'sau hội nghị', iso: null, kind: 'after' } });
    expect(calendar(facts({ progress: 'done' }), undated)).toBeNull();
    expect(eventsOf(calendar(facts({}), undated))).toHaveLength(1);
  });

  it('are known again: the same task has the same UID', () => {
    const row = taskRows(
      [annotation(conference, 'Giao', { kind: 'task', task: facts({}) })],
      [1],
      '2026-11-23',
    );
    const made = (now: Date) => deadlinesCalendar(row, new Map(), now, 'vi');
    const uid = (text: string | null) => eventsOf(text)[0]?.uid;
    expect(uid(made(NOW))).toBe(uid(made(new Date('2027-01-01T00:00:00Z'))));
  });

  it('come back whatever the words are, in lines of at most 75 octets', () => {
    const words = fc.string({
      unit: fc.oneof(
        fc.constantFrom(...'ộ đ\n;,\\:"😀é'),
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
      ),
    });
    fc.assert(
      fc.property(words, (product) => {
        const text = calendar(facts({ product })) ?? '';
        for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        const shown = product.replace(/\r\n|\r/gu, '\n').replace(/[\u0000-\u0008\u000b-\u001f\u007f]/gu, '');
        const description = eventsOf(text)[0]?.description ?? '';
        expect(description).toContain(shown);
      }),
    );
  });
});
