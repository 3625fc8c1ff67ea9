import { describe, expect, test } from 'vitest';
import { articleOfMarkup } from '../../../main/importing/markup';

const PARAGRAPH =
  'Sáng 12/3, tại xã Tân Phú, Hội Nông dân huyện tổ chức hội nghị tổng kết công tác năm 2020 và triển khai nhiệm vụ năm 2021.';
const SECOND =
  'Theo báo cáo tại hội nghị, toàn xã đã vận động hội viên hiến 1.200 m² đất làm đường, góp hơn 300 ngày công sửa kênh mương nội đồng.';

describe('markup', () => {
  test('paragraphs alone are read as a plain text', () => {
    const article = articleOfMarkup(
      `<p>Hội Nông dân xã Tân Phú tổng kết năm 2020</p><p>${PARAGRAPH}</p><p>${SECOND}</p><p>Theo Báo Tân Phú</p>`,
    );
    expect(article).toMatchObject({
      title: 'Hội Nông dân xã Tân Phú tổng kết năm 2020',
      source: 'Báo Tân Phú',
      publishedOn: '2021-03-12',
    });
    expect(article?.blocks.map((block) => block.text)).toEqual([PARAGRAPH, SECOND]);
  });

  test('headings, lists, tables, quotes and breaks keep their kind', () => {
    const article = articleOfMarkup(
      `<h1>Hội nghị<br/>nông dân</h1><p class="dek">Lời dẫn của bài.</p><p>${PARAGRAPH}</p><h2>Kết quả</h2>
       <ol start="3"><li>Làm đường<ul><li>ở thôn Đông</li></ul></li><li><p>Sửa kênh</p><p>thêm ý</p></li></ol>
       <blockquote><p>Phải gần dân.</p></blockquote>
       <table><tr><th>Thôn</th><th>Mét đường</th></tr><tr><td>Đông</td><td><p>120</p></td></tr></table>
       <table><tr><td><p>${SECOND}</p></td></tr></table>`,
    );
    expect(article?.title).toBe('Hội nghị nông dân');
    expect(article?.dek).toBe('Lời dẫn của bài.');
    expect(article?.blocks).toEqual([
      { kind: 'paragraph', text: PARAGRAPH },
      { kind: 'heading', text: 'Kết quả' },
      { kind: 'list-item', text: '3. Làm đường' },
      { kind: 'list-item', text: 'ở thôn Đông' },
      { kind: 'list-item', text: '4. Sửa kênh' },
      { kind: 'list-item', text: 'thêm ý' },
      { kind: 'quote', text: 'Phải gần dân.' },
      { kind: 'table', text: 'Thôn | Mét đường' },
      { kind: 'table', text: 'Đông | 120' },
      { kind: 'paragraph', text: SECOND },
    ]);
  });

  test('hostile markup leaves no trace and costs no time', () => {
    const hostile = articleOfMarkup(
      `<head><title>tên trang</title><script src="a.js"/></head><h1>Bản tin</h1><p onclick="x()">${PARAGRAPH}</p><script>alert(1)</script><p>${SECOND} &lt;b&gt;</p>`,
    );
    expect(hostile?.blocks.map((block) => block.text)).toEqual([PARAGRAPH, `${SECOND} <b>`]);
    const before = performance.now();
    for (const piece of ['<table><tr><td>', '<ol><li>', '<blockquote>', '</p></li>', '<a b="', '<p/>']) {
      articleOfMarkup(piece.repeat(100_000) + PARAGRAPH);
    }
    expect(performance.now() - before).toBeLessThan(10_000);
  });
});
