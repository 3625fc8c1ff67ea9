import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeTarget } from '#core/anchor';
import { COLOUR_OF_KIND, type Annotation, type AnnotationKind, type Dismissal } from '#core/annotation';
import type { FoundCitation, FoundTask } from '#core/recognise/found';
import {
  confidenceOf,
  factsOf,
  matchDismissals,
  partSuggestions,
  suggestionsOf,
  type Suggestion,
  type TaskSuggestion,
} from '#core/suggestions';
import { sure } from '../main/store/support';

const NOW = '2026-03-01T08:00:00.000Z';

/** The nth place of some words, from 0. */
function spanOf(text: string, words: string, nth = 0) {
  let start = text.indexOf(words);
  for (let i = 0; i < nth; i++) start = text.indexOf(words, start + 1);
  expect(start).toBeGreaterThanOrEqual(0);
  return { start, end: start + words.length, text: words };
}

const citation = (
  text: string,
  words: string,
  nth = 0,
  more: Partial<FoundCitation> = {},
): FoundCitation => ({
  ...spanOf(text, words, nth),
  ...{ canonical: 'chi-thi:07-CT/HU', class: 'numbered', type: 'Chỉ thị', number: '07', issuer: 'HU' },
  ...{ issuerName: null, date: null, term: null, confidence: 1 },
  ...more,
});

const task = (text: string, words: string, more: Partial<FoundTask> = {}): FoundTask => ({
  ...spanOf(text, words),
  ...{
    kind: 'task',
    responsible: null,
    cooperating: null,
    assignedBy: null,
    deadline: null,
    figures: [],
    rank: 3,
  },
  ...more,
});

const citations = (...found: FoundCitation[]): Suggestion[] =>
  suggestionsOf({ citations: found, tasks: [], dates: [] });
const tasks = (...found: FoundTask[]): Suggestion[] =>
  suggestionsOf({ citations: [], tasks: found, dates: [] });

const dismissal = (text: string, { kind, start, end }: Suggestion): Dismissal => {
  const { quote } = makeTarget(text, { start, end });
  return { kind, quote, at: start, dismissedAt: NOW };
};

function annotation(text: string, kind: AnnotationKind, words: string): Annotation {
  return {
    ...{ id: crypto.randomUUID(), articleId: 'a', revision: 1, kind, colour: COLOUR_OF_KIND[kind] },
    ...{ tags: [], note: '', anchor: 'exact', createdAt: NOW, updatedAt: NOW },
    target: makeTarget(text, spanOf(text, words)),
  };
}

/** The places of those that are open, and of those that were turned down. */
function parted(
  suggestions: readonly Suggestion[],
  text: string,
  { dismissed = [], annotations = [] }: { dismissed?: Dismissal[]; annotations?: Annotation[] },
) {
  const parts = partSuggestions(suggestions, matchDismissals(suggestions, text, dismissed), annotations);
  return {
    open: parts.open.map(({ start }) => start),
    dismissed: parts.dismissed.map(({ suggestion }) => suggestion.start),
  };
}

describe('what is suggested', () => {
  const text = 'Sở Nội vụ rà soát thủ tục theo Chỉ thị 07-CT/HU, đạt trên 80% hồ sơ.';

  it('comes in the order of reading, the longer first, and says how sure the rules are', () => {
    const all = suggestionsOf({
      citations: [citation(text, 'Chỉ thị 07-CT/HU'), citation(text, '07-CT/HU', 0, { confidence: 0.5 })],
      tasks: [
        task(text, 'rà soát thủ tục theo Chỉ thị 07-CT/HU', { rank: 2 }),
        task(text, 'đạt trên 80% hồ sơ', { kind: 'target', rank: 1 }),
      ],
      dates: [],
    });
    expect(all.map((each) => [each.kind, each.text, confidenceOf(each)])).toEqual([
      ['task', 'rà soát thủ tục theo Chỉ thị 07-CT/HU', 'medium'],
      ['directive', 'Chỉ thị 07-CT/HU', 'high'],
      ['directive', '07-CT/HU', 'low'],
      ['target', 'đạt trên 80% hồ sơ', 'low'],
    ]);
    expect(all.map(({ weak }) => weak)).toEqual([false, false, true, true]);
    expect(new Set(all.map(({ id }) => id)).size).toBe(4);
  });

  it('is no longer suggested once an annotation of its kind holds half of it', () => {
    const found = tasks(task(text, 'rà soát thủ tục theo Chỉ thị 07-CT/HU'));
    const openWith = (kind: AnnotationKind, words: string) =>
      parted(found, text, { annotations: [annotation(text, kind, words)] }).open.length;
    expect(openWith('task', 'rà soát thủ tục theo Chỉ thị')).toBe(0);
    expect(openWith('target', 'rà soát thủ tục theo Chỉ thị')).toBe(0);
    expect(openWith('task', text)).toBe(0);
    expect(openWith('highlight', 'rà soát thủ tục theo Chỉ thị')).toBe(1);
    expect(openWith('directive', 'Chỉ thị 07-CT/HU')).toBe(1);
    expect(openWith('task', 'Sở Nội vụ rà')).toBe(1);
  });

  it('comes back when its annotation has lost its place', () => {
    const found = tasks(task(text, 'rà soát thủ tục'));
    const lost = { ...annotation(text, 'task', 'rà soát thủ tục'), anchor: 'orphan' as const };
    expect(parted(found, text, { annotations: [lost] }).open).toHaveLength(1);
  });

  it('stays taken over when its annotation is given another kind', () => {
    const found = citations(citation(text, 'Chỉ thị 07-CT/HU'));
    const other = annotation(text, 'deadline', 'Chỉ thị 07-CT/HU');
    expect(parted(found, text, { annotations: [other] }).open).toHaveLength(1);
    expect(parted(found, text, { annotations: [{ ...other, directive: 'chi-thi:07-CT/HU' }] }).open).toEqual(
      [],
    );
  });
});

describe('what was turned down', () => {
  const WORDS = 'Chỉ thị số 07-CT/HU';
  const AROUND = [
    ['Phòng Nội vụ sơ kết một năm làm theo tinh thần ', ' và trình thường trực xem xét trong tuần này. '],
    ['Các chi bộ ở thôn xóm học tập đầy đủ nội dung ', ' bằng hình thức sân khấu hóa rất sinh động. '],
  ] as const;
  const [[l1, r1], [l2, r2]] = AROUND;
  const filling = fc
    .array(fc.constantFrom('hội nghị', 'kế hoạch', 'báo cáo', WORDS, '\n', 'cơ sở'), { maxLength: 30 })
    .map((words) => words.join(' '));
  /** The two places of interest among any number of others. */
  const textOfParts = ([a, b, c]: readonly string[], first = `${l1}${WORDS}${r1}`) =>
    `${a ?? ''}${first}${b ?? ''}${l2}${WORDS}${r2}${c ?? ''}`;
  const found = (text: string) => {
    const all: FoundCitation[] = [];
    for (let at = text.indexOf(WORDS); at >= 0; at = text.indexOf(WORDS, at + 1)) {
      all.push({ ...citation(text, WORDS), start: at, end: at + WORDS.length });
    }
    return citations(...all);
  };
  const at = (text: string, place: string) => text.indexOf(place) + place.length;

  it('stays turned down whatever is changed elsewhere, and the same words elsewhere stay open', () => {
    const parts = fc.tuple(filling, filling, filling);
    fc.assert(
      fc.property(parts, parts, (before, after) => {
        const [was, is] = [textOfParts(before), textOfParts(after)];
        const turnedDown = sure(found(was).find(({ start }) => start === at(was, l1)));
        const { open, dismissed } = parted(found(is), is, { dismissed: [dismissal(was, turnedDown)] });
        expect(dismissed).toEqual([at(is, l1)]);
        expect(open).toHaveLength(found(is).length - 1);
      }),
    );
  });

  it('is not taken for the same words elsewhere when it is gone', () => {
    fc.assert(
      fc.property(filling, filling, (a, c) => {
        const was = textOfParts([a, '', c]);
        const is = textOfParts(['', '', ''], 'Đoạn này đã được viết lại hoàn toàn. ');
        const turnedDown = sure(found(was).find(({ start }) => start === at(was, l1)));
        expect(parted(found(is), is, { dismissed: [dismissal(was, turnedDown)] }).dismissed).toEqual([]);
      }),
    );
  });

  it('is known again when one side of it was rewritten, but not when both were', () => {
    const was = `${l1}${WORDS}${r1}`;
    const [only] = found(was);
    const dismissed = [dismissal(was, sure(only))];
    const oneSide = `Hôm nay các đồng chí cùng bàn về ${WORDS}${r1}`;
    const bothSides = `Hôm nay các đồng chí cùng bàn về ${WORDS}; mọi người đều nhất trí cao với nội dung.`;
    expect(parted(found(oneSide), oneSide, { dismissed }).dismissed).toHaveLength(1);
    expect(parted(found(bothSides), bothSides, { dismissed }).dismissed).toHaveLength(0);
  });

  it('hides as many of several like places as were turned down, the nearest ones', () => {
    const one = `${l1}${WORDS}${r1}`;
    const text = `${one}\n${one}\n${one}`;
    const all = found(text);
    const dismissed = all.slice(1).map((each) => dismissal(text, each));
    expect(parted(all, text, { dismissed }).open).toEqual([all[0]?.start]);
  });

  it('is of a kind: other suggestions on the same words stay', () => {
    const text = `${l1}${WORDS}${r1}`;
    const both = [...found(text), ...tasks(task(text, WORDS))];
    const dismissed = [dismissal(text, sure(both[0]))];
    const parts = partSuggestions(both, matchDismissals(both, text, dismissed), []);
    expect(parts.open.map(({ kind }) => kind)).toEqual(['task']);
    expect(parts.dismissed).toEqual([{ suggestion: both[0], dismissal: dismissed[0] }]);
  });

  it('is matched in a moment where thousands of the same words were turned down and the text has changed', () => {
    const lines = Array.from({ length: 3000 }, (_, i) => `Kỳ họp thứ ${i} bàn về ${WORDS} tại hội trường.`);
    const was = lines.join('\n');
    const is = lines.map((line) => line.replace('Kỳ họp thứ', 'Trong kỳ họp thứ')).join('\n');
    const dismissed = found(was).map((each) => dismissal(was, each));
    const began = performance.now();
    const parts = parted(found(is), is, { dismissed });
    expect(performance.now() - began).toBeLessThan(3000);
    expect(parts.dismissed.length).toBeGreaterThan(2900);
  });
});

describe('the facts of a suggested task', () => {
  const blocks = [
    'Căn cứ Chỉ thị số 07-CT/HU và Quyết định số 12-QĐ/HU.',
    'Phòng Nội vụ rà soát thủ tục.',
    'Theo Kế hoạch số 05-KH/HU, theo Kế hoạch số 05-KH/HU, xã báo cáo kết quả.',
    'Nâng cao chất lượng.',
  ];
  const text = blocks.join('\n');
  const starts = blocks.map((_, i) => blocks.slice(0, i).join('\n').length + (i === 0 ? 0 : 1));
  const cited = [
    citation(text, 'Chỉ thị số 07-CT/HU', 0, { canonical: 'chi-thi:07-CT/HU' }),
    citation(text, 'Quyết định số 12-QĐ/HU', 0, { canonical: 'quyet-dinh:12-QĐ/HU' }),
    citation(text, 'Kế hoạch số 05-KH/HU', 0, { canonical: 'ke-hoach:05-KH/HU' }),
    citation(text, 'Kế hoạch số 05-KH/HU', 1, { canonical: 'ke-hoach:05-KH/HU' }),
  ];
  const facts = (found: FoundTask) => {
    const [suggestion] = tasks(found);
    return factsOf(suggestion as TaskSuggestion, cited, starts);
  };

  it('rest on the documents of its paragraph, each once, else on those of the paragraph before', () => {
    expect(facts(task(text, 'báo cáo kết quả')).basis).toEqual(['ke-hoach:05-KH/HU']);
    expect(facts(task(text, 'rà soát thủ tục')).basis).toEqual(['chi-thi:07-CT/HU', 'quyet-dinh:12-QĐ/HU']);
    expect(facts(task(text, 'Nâng cao chất lượng')).basis).toEqual(['ke-hoach:05-KH/HU']);
  });

  it('are what the rules read, and empty where they read nothing', () => {
    const deadline = { start: 0, end: 3, text: 'trước 30/6', iso: '2026-06-30', kind: 'before' as const };
    const read = { responsible: 'Phòng Nội vụ', cooperating: 'xã', assignedBy: 'Huyện ủy', deadline };
    expect(facts(task(text, 'rà soát thủ tục', read))).toMatchObject({
      ...{ responsible: 'Phòng Nội vụ', cooperating: 'xã', assignedBy: 'Huyện ủy', progress: 'open' },
      deadline: { text: 'trước 30/6', iso: '2026-06-30', kind: 'before' },
    });
    expect(facts(task(text, 'rà soát thủ tục'))).toMatchObject({
      responsible: '',
      deadline: null,
      product: '',
    });
  });
});
