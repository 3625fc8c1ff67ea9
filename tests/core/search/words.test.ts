import { describe, expect, it } from 'vitest';
import { spansOf, type Leaf } from '#core/search/leaf';
import { phraseOf, type PhraseOptions } from '#core/search/phrase';
import { scannedText } from '#core/search/scan';
import { looseKey, strictKey, wholeKey } from '#core/search/words';

const strict = (word: string): string => wholeKey(strictKey(word));
const loose = (word: string): string => wholeKey(looseKey(word));

const PLAIN: PhraseOptions = { marks: 'auto', isPrefix: false };

function found(query: string, text: string, options: Partial<PhraseOptions> = {}): string[] {
  const leaf: Leaf = { kind: 'words', phrases: [phraseOf(query, { ...PLAIN, ...options })] };
  return spansOf(leaf, scannedText(text)).map(({ start, end }) => text.slice(start, end));
}

describe('the keys of a word', () => {
  it.each([
    ['hòa', 'hoà'],
    ['thủy', 'thuỷ'],
    ['Uỷ', 'ủy'],
    ['khóa', 'khoá'],
    ['kỹ', 'kĩ'],
    ['lý', 'LÍ'],
    ['kỳ', 'kì'],
    ['tỷ', 'tỉ'],
    ['hy', 'hi'],
    ['Đảng', 'đảng'],
    ['Ðảng', 'đảng'],
    ['việt', 'việt'.normalize('NFD')],
    ['việt', 'vi\u00eat\u0323'.replace('\u00eat\u0323', '\u00ea\u0323t')],
    ['đồng\u00adbộ', 'đồngbộ'],
  ])('are the same for %s and %s', (one, other) => {
    expect(strict(one)).toBe(strict(other));
    expect(loose(one)).toBe(loose(other));
  });

  it.each([
    ['đảng', 'đang'],
    ['đảng', 'dảng'],
    ['chỉ', 'chí'],
    ['thúy', 'thúi'],
    ['quý', 'quí'.replace('quí', 'qúi')],
    ['ân', 'an'],
    ['tư', 'tu'],
  ])('part %s from %s when marks count', (one, other) => {
    expect(strict(one)).not.toBe(strict(other));
  });

  it('leave a glide alone: quy is not qui', () => {
    expect(strict('quy')).not.toBe(strict('qui'));
  });

  it('do not take a word with a figure for one with a tone', () => {
    expect(strict('a4')).not.toBe(strict('á'));
  });
});

describe('a phrase in a text', () => {
  it('is found with any marks when it is typed without, and only as it is spelled when typed with them', () => {
    const text = 'Chỉ thị, CHỈ THỊ, chí thì và chi thi';
    expect(found('chi thi', text)).toEqual(['Chỉ thị', 'CHỈ THỊ', 'chí thì', 'chi thi']);
    expect(found('chỉ thị', text)).toEqual(['Chỉ thị', 'CHỈ THỊ']);
  });

  it('decides for each syllable by itself', () => {
    expect(found('dang ủy', 'Đảng uỷ, đang úy, dâng ủy')).toEqual(['Đảng uỷ', 'dâng ủy']);
  });

  it('goes across white space, hyphens and slashes, and not across marks', () => {
    expect(found('dân chủ', 'dân  chủ, dân\u00a0\nchủ, dân-chủ; dân. Chủ, dân (chủ)')).toHaveLength(3);
    expect(found('05 ct tw', 'Chỉ thị số 05- CT/ TW')).toEqual(['05- CT/ TW']);
  });

  it('with a mark is found with a mark, and not with a word in its stead', () => {
    expect(found('dân, chủ', 'dân. Chủ; dân và chủ; dân chủ')).toEqual(['dân. Chủ']);
  });

  it('is a whole one: an is not in Đảng', () => {
    expect(found('an', 'An ninh của Đảng')).toEqual(['An']);
  });

  it('may go on while it is typed, and a tone that comes last may still come', () => {
    expect(found('nghi q', 'Nghị quyết và nghỉ', { isPrefix: true })).toEqual(['Nghị quyết']);
    expect(found('đa', 'đảng đa dạng', { isPrefix: true })).toEqual(['đảng', 'đa']);
    expect(found('đả', 'đảng đa dạng', { isPrefix: true })).toEqual(['đảng']);
    expect(found('ky', 'Kyoto, kỳ, kì', { isPrefix: true })).toEqual(['Kyoto', 'kỳ', 'kì']);
  });

  it('is told with the offsets of the text as it is written', () => {
    const text = 'Cuộc họp của Đảng ủy'.normalize('NFD');
    expect(found('đảng uỷ', text)).toEqual(['Đảng ủy'.normalize('NFD')]);
  });

  it('is found with another near it, in either order', () => {
    const near = (within: number): Leaf => ({
      kind: 'near',
      left: [phraseOf('đảng ủy', PLAIN)],
      right: [phraseOf('chỉ thị', PLAIN)],
      within,
    });
    const text = scannedText('Chỉ thị của Ban gửi Đảng ủy; Đảng ủy xem lại, sau ba tháng nữa, chỉ thị');
    const words = (within: number): string[] =>
      spansOf(near(within), text).map(({ start, end }) => text.text.slice(start, end));
    expect(words(2)).toEqual([]);
    expect(words(3)).toEqual(['Chỉ thị của Ban gửi Đảng ủy']);
  });
});
