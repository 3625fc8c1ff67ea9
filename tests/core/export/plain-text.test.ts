import { expect, it } from 'vitest';
import { renderNotes } from '#core/export/index';
import { NO_FACTS } from '#core/task';
import { annotation, article, notes } from './material';

const conference = article(1, ['Mở đầu hội nghị.', 'Giao Sở Nội vụ rà soát.'], {
  title: 'Rõ người, rõ việc',
  url: 'https://baolamkhe.example/ro-nguoi',
});

it('notes as plain text hold everything in lines that any editor shows', () => {
  const task = annotation(conference, 'Giao Sở Nội vụ rà soát.', {
    kind: 'task',
    tags: ['cải cách'],
    note: 'Hỏi lại.\nHai dòng.',
    task: { ...NO_FACTS, responsible: 'Sở Nội vụ' },
  });
  const text = renderNotes(notes([[conference, task]]), 'text', 'vi');
  expect(text.replaceAll('\r\n', '')).not.toContain('\n');
  expect(text.split('\r\n')).toEqual([
    'RÕ NGƯỜI, RÕ VIỆC',
    '',
    '1 ghi chú · Xuất ngày 22/11/2026',
    '',
    'Báo Lam Khê · ngày 09/01/2026',
    '',
    '[Nhiệm vụ · đoạn 2]',
    '“Giao Sở Nội vụ rà soát.”',
    'Chủ trì: Sở Nội vụ',
    'Ghi chú: Hỏi lại.',
    'Hai dòng.',
    'Thẻ: cải cách',
    'Theo Báo Lam Khê, “Rõ người, rõ việc”, ngày 09/01/2026, đoạn 2.',
    '',
    'NGUỒN',
    '',
    '1. Báo Lam Khê, “Rõ người, rõ việc”, ngày 09/01/2026. https://baolamkhe.example/ro-nguoi',
    '',
  ]);
});
