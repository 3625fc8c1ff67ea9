import { act, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import { importText, openIn, PARAGRAPHS, sure, temporaryFolder, type Opened } from '../../main/store/support';
import { chooseFor, openArticle, openWindow, type TestWindow } from '../window';
import { drag, paneAt, pointAt, selectWords, shownText, textsOf } from './hands';

const TITLE = 'Hội nghị sơ kết sáu tháng';
const OTHER = 'Xã Khe Sậu họp dân';
const PAGE = 'Lịch sinh hoạt chi bộ quý ba';

/** An article with all that is not a paragraph: a lead, a picture with a caption, a table. */
const PAGE_HTML = `<!doctype html><html><head><meta charset="utf-8"><title>${PAGE}</title></head><body><article>
<h1>${PAGE}</h1>
<p>Chi bộ thôn Đá Bạc sinh hoạt định kỳ vào ngày mồng ba hằng tháng, có kiểm điểm từng việc đã giao.</p>
<figure><img src="a.jpg" alt=""><figcaption>Đảng viên thôn Đá Bạc trong một buổi sinh hoạt. Ảnh: Lan Chi</figcaption></figure>
<p>Lịch của quý ba được dán tại nhà văn hóa thôn để mọi người theo dõi và góp ý với cấp ủy.</p>
<table><tr><td>Ngày 3/7</td><td>Học tập chuyên đề</td></tr><tr><td>Ngày 3/8</td><td>Kiểm điểm giữa kỳ</td></tr></table>
<p>Buổi nào vắng quá một phần ba thì dời sang tuần sau, bí thư chi bộ báo cáo lại với đảng ủy xã.</p>
</article></body></html>`;

const prepare = async (library: Opened) => {
  await importText(library, TITLE);
  await importText(library, OTHER, [
    'Ủy ban xã mời dân họp tại nhà văn hóa.',
    'Cuộc họp bàn việc làm đường và trồng chè vụ mới.',
  ]);
  await library.call('import.items', {
    items: [{ name: 'lich.html', bytes: new TextEncoder().encode(PAGE_HTML) }],
  });
};

let opened: TestWindow;

const marked = async (title = TITLE) =>
  (await opened.annotationsOf(title)).map(({ target, anchor }) => [target.quote.exact, anchor]);
const bar = () => screen.queryByRole('toolbar', { name: 'Đánh dấu đoạn đã chọn' });

/** Marks what is selected, and says all that is marked then. */
async function markIt(title = TITLE) {
  const before = await marked(title);
  await opened.user.keyboard('t');
  await waitFor(async () => expect(await marked(title)).toHaveLength(before.length + 1));
  return marked(title);
}

const openPage = async () => {
  await openArticle(opened, PAGE);
  const captions = paneAt(0).querySelectorAll<HTMLElement>('.rows figcaption');
  expect(captions).toHaveLength(1);
  return { caption: sure(captions[0]), texts: textsOf(0) };
};

describe('of a selection', () => {
  beforeEach(async () => {
    opened = await openWindow({ prepare });
  });

  test('from one pane into another only the part where it began counts, whichever way it goes', async () => {
    await openArticle(opened, TITLE);
    await chooseFor(opened, OTHER, 'Mở bên cạnh');
    await waitFor(() => expect(textsOf(1)).toHaveLength(2));
    const [left, right] = [sure(textsOf(0)[3]), sure(textsOf(1)[0])];
    await drag(pointAt(left, 'công tác kiểm tra'), pointAt(right, 'mời dân'));
    expect(getSelection()?.toString()).toBe('công tác kiểm tra, giám sát.');
    expect(await markIt()).toEqual([['công tác kiểm tra, giám sát.', 'exact']]);
    expect(await marked(OTHER)).toEqual([]);

    await drag(pointAt(right, 'mời dân', 'after'), pointAt(left, 'sinh hoạt chi bộ'));
    expect(getSelection()?.toString()).toBe('Ủy ban xã mời dân');
    expect(await markIt(OTHER)).toEqual([['Ủy ban xã mời dân', 'exact']]);
    expect(await marked()).toHaveLength(1);
  });

  test('that begins in the title, only the text counts; the title alone is none', async () => {
    await openArticle(opened, TITLE);
    const title = screen.getByRole('heading', { level: 2, name: TITLE });
    await drag(pointAt(title, TITLE), pointAt(title, 'sơ kết', 'after'));
    expect(bar()).toBeNull();
    await drag(pointAt(title, 'sơ kết'), pointAt(sure(textsOf(0)[0]), 'Ban Chấp hành', 'after'));
    expect(getSelection()?.toString()).toBe('Ban Chấp hành');
    expect(bar()).toBeVisible();
    expect(await markIt()).toEqual([['Ban Chấp hành', 'exact']]);
  });

  test('that begins in a caption or ends in one, only the text counts; the caption alone is none', async () => {
    const { caption, texts } = await openPage();
    await drag(pointAt(caption, 'Đảng viên'), pointAt(caption, 'thôn', 'after'));
    expect(bar()).toBeNull();
    await drag(pointAt(caption, 'buổi'), pointAt(sure(texts[1]), 'quý ba', 'after'));
    expect(await markIt(PAGE)).toEqual([['Lịch của quý ba', 'exact']]);
  });

  test('across a caption, the caption is no part of the words', async () => {
    const { texts } = await openPage();
    await drag(pointAt(sure(texts[0]), 'đã giao'), pointAt(sure(texts[1]), 'Lịch', 'after'));
    expect(await markIt(PAGE)).toEqual([['đã giao.\nLịch', 'exact']]);
  });

  test('in a row of a table, and over several rows, the words are those of the rows', async () => {
    const { texts } = await openPage();
    const rows = texts.filter((text) => text.closest('.block.table') !== null);
    expect(rows).toHaveLength(2);
    await drag(pointAt(sure(rows[0]), '3/7'), pointAt(sure(rows[0]), 'chuyên đề', 'after'));
    const [[words] = []] = await markIt(PAGE);
    expect(words).toMatch(/^3\/7.*Học tập chuyên đề$/u);
    await drag(pointAt(sure(rows[0]), 'chuyên đề'), pointAt(sure(rows[1]), '3/8', 'after'));
    expect((await markIt(PAGE)).at(-1)?.[0]).toMatch(/^chuyên đề.*\n.*3\/8$/u);
  });

  test('that begins at the number of a paragraph, the number is no part', async () => {
    await openArticle(opened, TITLE);
    const number = sure(paneAt(0).querySelector('[data-block="1"] .number')?.firstChild);
    await drag([number, 0], pointAt(sure(textsOf(0)[1]), 'đơn vị', 'after'));
    expect(await markIt()).toEqual([['Các đơn vị', 'exact']]);
  });

  test('that begins in the notes, only what lies in the active pane counts', async () => {
    await openArticle(opened, TITLE);
    const notes = screen.getByRole('complementary', { name: 'Ghi chú' });
    const hint = sure(document.createTreeWalker(notes, NodeFilter.SHOW_TEXT).nextNode());
    await drag([hint, 0], pointAt(sure(textsOf(0)[3]), 'công tác kiểm tra'));
    expect(await markIt()).toEqual([['công tác kiểm tra, giám sát.', 'exact']]);
  });

  test('that is made backwards, the words are the same', async () => {
    await openArticle(opened, TITLE);
    const text = sure(textsOf(0)[2]);
    await drag(pointAt(text, 'phương hướng', 'after'), pointAt(text, 'thảo luận'));
    expect(await markIt()).toEqual([['thảo luận phương hướng', 'exact']]);
  });

  test('by a triple click, which ends at the beginning of the next paragraph, it is the paragraph', async () => {
    await openArticle(opened, TITLE);
    const [first, second] = textsOf(0);
    await drag(pointAt(sure(first), PARAGRAPHS[0]), [sure(second), 0]);
    expect(await markIt()).toEqual([[PARAGRAPHS[0], 'exact']]);
  });

  test('that is empty or holds only white space, nothing is offered', async () => {
    await openArticle(opened, TITLE);
    const text = sure(textsOf(0)[0]);
    await drag(pointAt(text, 'Ban Chấp'), pointAt(text, 'Ban Chấp'));
    expect(bar()).toBeNull();
    await drag(pointAt(text, ' Chấp'), pointAt(text, 'Chấp'));
    expect(bar()).toBeNull();
  });

  test('with Ctrl+A it is the whole article of the active pane, and nothing else', async () => {
    await openArticle(opened, TITLE);
    await chooseFor(opened, OTHER, 'Mở bên cạnh');
    await waitFor(() => expect(textsOf(1)).toHaveLength(2));
    await opened.user.click(sure(textsOf(1)[0]));
    await opened.user.keyboard('{Control>}a{/Control}');
    document.dispatchEvent(new Event('selectionchange'));
    const text = shownText(1);
    expect(await markIt(OTHER)).toEqual([[text, 'exact']]);
    expect(await marked()).toEqual([]);
  });

  test('that the system made over the whole page, it is the article of the active pane', async () => {
    await openArticle(opened, TITLE);
    await act(async () => {
      sure(getSelection()).selectAllChildren(document.body);
      document.dispatchEvent(new Event('selectionchange'));
      await Promise.resolve();
    });
    expect(await markIt()).toEqual([[PARAGRAPHS.join('\n'), 'exact']]);
  });
});

describe('when a new text of the article arrives', () => {
  const WORDS = 'thống nhất cao với dự thảo';
  const idOf = async () => (await opened.articleOf(TITLE)).id;
  const revise = async (index: number, text: string, revision = 1) =>
    opened.library.call('articles.revise', {
      id: await idOf(),
      revision,
      edits: [{ do: 'edit', index, text }],
    });
  const status = () => screen.getByRole('contentinfo').textContent;

  beforeEach(async () => {
    opened = await openWindow({ prepare });
    await openArticle(opened, TITLE);
  });

  test('the selected words are selected in it, and marked there', async () => {
    await selectWords(WORDS);
    await act(() => revise(0, 'Đoạn đầu được viết lại, dài hơn trước nhiều chữ để mọi vị trí đều dời đi.'));
    await waitFor(() => expect(shownText(0)).toContain('Đoạn đầu được viết lại'));
    await waitFor(() => expect(getSelection()?.toString()).toBe(WORDS));
    expect(status()).toContain('vùng chọn đã được tìm lại');
    expect(await markIt()).toEqual([[WORDS, 'exact']]);
  });

  test('words that it no longer has are told, and nothing is selected in their place', async () => {
    await selectWords(WORDS);
    await act(() => revise(2, 'Hội nghị dừng sớm.'));
    await waitFor(() => expect(status()).toContain(`không còn nguyên văn vùng chọn: “${WORDS}”`));
    expect(bar()).toBeNull();
  });

  test('while they are being marked, the mark stands at the same words', async () => {
    await selectWords(WORDS);
    opened.carriers.set('annotations.add', async (send) => {
      opened.carriers.delete('annotations.add');
      await revise(1, 'Việc sơ kết xong trước 30/6.');
      return send();
    });
    await opened.user.keyboard('d');
    await waitFor(async () => expect(await marked()).toEqual([[WORDS, 'exact']]));
    await waitFor(() => expect(document.querySelector('[data-pane="0"] mark')).toHaveTextContent(WORDS));
    expect(screen.getByRole('button', { name: /^Hoàn tác: thêm/u })).toBeEnabled();
  });

  test('while words are being marked that it no longer has, that is told and nothing is marked', async () => {
    await selectWords(WORDS);
    opened.carriers.set('annotations.add', async (send) => {
      opened.carriers.delete('annotations.add');
      await revise(2, 'Hội nghị dừng sớm.');
      return send();
    });
    await opened.user.keyboard('d');
    await waitFor(() => expect(status()).toContain('Bài viết vừa được cập nhật'));
    expect(await marked()).toEqual([]);
    expect(screen.getByRole('button', { name: 'Không có gì để hoàn tác' })).toBeDisabled();
  });
});

test('in a library that may only be read a key marks nothing and says why', async () => {
  const folder = temporaryFolder();
  const library = await openIn(folder);
  await prepare(library);
  await library.close();
  opened = await openWindow({ folder, parts: { mode: 'read' } });
  await openArticle(opened, TITLE);
  await selectWords('Ban Chấp hành');
  expect(bar()).toBeNull();
  await opened.user.keyboard('t');
  await waitFor(() => expect(screen.getByRole('contentinfo')).toHaveTextContent(/chỉ đọc|chỉ được đọc/iu));
  expect(await marked()).toEqual([]);
  expect(getSelection()?.toString()).toBe('Ban Chấp hành');
});
