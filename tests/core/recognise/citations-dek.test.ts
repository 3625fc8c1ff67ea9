import { expect, test } from 'vitest';
import { citationsOf, recognise } from '#core/recognise/recognise';

const ARTICLE = {
  publishedOn: '2025-06-06',
  dek: 'Văn phòng vừa phát hành Thông báo số 268/TB-VPCP về nhà ở xã hội.',
  blocks: [{ kind: 'paragraph' as const, text: 'Giao Sở Xây dựng đôn đốc việc thực hiện Thông báo này.' }],
};

test('the dek stands before the text: its citations have negative offsets', () => {
  const [first, second] = citationsOf(ARTICLE);
  const whole = `${ARTICLE.dek}\n${ARTICLE.blocks[0]?.text ?? ''}`;
  const offset = ARTICLE.dek.length + 1;
  expect(first?.text).toBe('Thông báo số 268/TB-VPCP');
  expect(whole.slice((first?.start ?? 0) + offset, (first?.end ?? 0) + offset)).toBe(first?.text);
  expect(second).toMatchObject({ text: 'Thông báo này', canonical: 'thong-bao:268/TB-VPCP' });
  expect(second?.resolvedFrom?.start).toBe(first?.start);
});

test('what is suggested for the text has places in the text only', () => {
  const { citations } = recognise(ARTICLE);
  expect(citations.map(({ text, canonical }) => [text, canonical])).toEqual([
    ['Thông báo này', 'thong-bao:268/TB-VPCP'],
  ]);
  expect(recognise({ ...ARTICLE, dek: null }).citations).toEqual([]);
});
