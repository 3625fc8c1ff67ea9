import { describe, expect, test, vi } from 'vitest';
import { ArticleDraft } from '#core/article';
import { Refusal } from '#core/refusal';
import { importArticle } from '../../../main/importing/index';
import { draftOf, file, texts } from './helpers';

/** About one second each on an idle machine; what grows with the square of the input takes minutes. */
const MOST_MILLISECONDS = 10_000;
vi.setConfig({ testTimeout: 60_000 });

/** An article or a refusal, in bounded time. */
async function outcome(name: string, content: string | Uint8Array): Promise<ArticleDraft | string> {
  const before = performance.now();
  try {
    return ArticleDraft.parse(await importArticle(file(name, content)));
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  } finally {
    expect(performance.now() - before, name).toBeLessThan(MOST_MILLISECONDS);
  }
}

const MEGABYTE = 1024 * 1024;
const PARAGRAPH = 'Ngày 5/1, Ủy ban nhân dân xã họp bàn kế hoạch sản xuất vụ xuân năm 2021 cùng các thôn. ';

describe('hostile HTML', () => {
  const inBody = (inner: string) =>
    `<html><body><article><h1>Bản tin của xã Tân Phú</h1><p>${PARAGRAPH}</p>${inner}<p>${PARAGRAPH.repeat(2)}</p></article></body></html>`;

  test('scripts, handlers, frames and drawings leave no trace', async () => {
    const draft = await draftOf(
      'bai.html',
      inBody(`
        <script>alert("xin chao ke gian")</script><script src=//x.example/a.js></script>
        <p onclick="alert(1)">Đoạn <a href="javascript:alert(2)">có liên kết</a> bình thường.</p>
        <img src=x onerror="alert(3)"><svg onload=alert(4)><text>chữ trong hình</text></svg>
        <iframe srcdoc="<p>khung</p>"></iframe><style>p{}</style><!-- <p>ghi chú ẩn</p> -->
        <p>&lt;script&gt;alert(5)&lt;/script&gt; là chữ, không phải lệnh.</p>
        <scr<script>ipt>alert(6)</script>`),
    );
    const all = JSON.stringify(draft);
    expect(all).not.toMatch(
      /xin chao ke gian|onerror|javascript:|chữ trong hình|khung|ghi chú ẩn|onclick|alert\([1-4]\)/,
    );
    expect(texts(draft)).toContain('Đoạn có liên kết bình thường.');
    expect(texts(draft)).toContain('<script>alert(5)</script> là chữ, không phải lệnh.');
  });

  test.each([
    ['50,000 elements deep', `${'<div>'.repeat(50_000)}${PARAGRAPH}`],
    ['5 MB of opening tags', '<div>'.repeat(MEGABYTE)],
    ['5 MB of closing tags', `${PARAGRAPH}${'</b>'.repeat(1.25 * MEGABYTE)}`],
    ['5 MB of less-than signs', '<'.repeat(5 * MEGABYTE)],
    ['5 MB of comment openings', '<!--'.repeat(1.25 * MEGABYTE)],
    ['5 MB of unclosed quotes', '<a b="'.repeat(MEGABYTE * 0.8)],
    ['a million attributes', `<p ${'a=1 '.repeat(MEGABYTE)}>${PARAGRAPH}</p>`],
    ['5 MB of script openings', '<script>'.repeat(0.6 * MEGABYTE)],
    ['5 MB of entities', `<p>${'&amp;#60;&lt;&nbsp;'.repeat(0.3 * MEGABYTE)}</p>`],
    ['one enormous paragraph', `<p>${PARAGRAPH.repeat(50_000)}</p>`],
    ['30,000 paragraphs', `<p>${PARAGRAPH}</p>`.repeat(30_000)],
    ['deep tables', `${'<table><tr><td>'.repeat(5000)}${PARAGRAPH}`],
    ['deep lists', `${'<ul><li>'.repeat(140)}${PARAGRAPH}`],
    ['20,000 links', '<li><a href="/x">Tin khác của ngày hôm nay</a></li>'.repeat(10_000)],
  ])('%s', async (_, inner) => {
    await outcome('lon.html', inBody(inner));
  });
});

describe('hostile text and Markdown', () => {
  test.each([
    ['5 MB in one line', PARAGRAPH.repeat(60_000)],
    ['5 MB of spaces', `Tên bài\n\n${' '.repeat(5 * MEGABYTE)}x`],
    ['5 MB of pairs of spaces', 'a  '.repeat(1.6 * MEGABYTE)],
    ['5 MB of capitals and spaces', 'A,  '.repeat(1.2 * MEGABYTE)],
    ['a million lines', 'a\n'.repeat(MEGABYTE)],
    ['half a million lines of dates', '15/8/2014\n'.repeat(0.5 * MEGABYTE)],
    ['5 MB of digits', `Tên bài\n\n${'1'.repeat(5 * MEGABYTE)}`],
    ['5 MB of one letter', 'A'.repeat(5 * MEGABYTE)],
    ['5 MB of full stops', `Tên bài\n\n${'.'.repeat(5 * MEGABYTE)}`],
    ['5 MB of brackets', `Tên bài\n\n${'(Ảnh: '.repeat(0.7 * MEGABYTE)}`],
    ['5 MB of combining marks', `Tên bài\n\na${'\u0301\u0323'.repeat(0.5 * MEGABYTE)}`],
    ['dates without end', `Tên bài\n\nNgày 5/1 ${'năm 2016, ngày 5/1 '.repeat(200_000)}`],
    ['document numbers without end', `Tên bài\n\nNgày 5/1 ${'số 1-1-1-1/NQ-TW '.repeat(200_000)}`],
  ])('%s', async (_, text) => {
    await outcome('lon.txt', text);
  });

  test.each([
    ['nested quotes', `# Tên\n\n${'>'.repeat(50_000)} ${PARAGRAPH}`],
    ['brackets', `# Tên\n\n${'['.repeat(50_000)}`],
    ['links', `# Tên\n\n${'[a]('.repeat(50_000)}`],
    ['emphasis', `# Tên\n\n${'*a **a '.repeat(30_000)}`],
    ['underscores', `# Tên\n\n${'_a __a '.repeat(30_000)}`],
    ['backticks', `# Tên\n\n${Array.from({ length: 800 }, (_, index) => '`'.repeat(index)).join(' ')}`],
    ['list markers', `# Tên\n\n${'- '.repeat(50_000)}a`],
    ['indented lists', Array.from({ length: 600 }, (_, index) => `${'  '.repeat(index)}- a`).join('\n')],
    ['table bars', `# Tên\n\n|a|\n|-|\n${'|'.repeat(200_000)}`],
    ['tags', `# Tên\n\n${'<div>\n\n'.repeat(50_000)}`],
    ['references', `# Tên\n\n${'[a]: /b\n'.repeat(50_000)}`],
    ['entities', `# Tên\n\n${'&amp;'.repeat(150_000)}`],
    ['paragraphs', `# Tên\n\n${`${PARAGRAPH}\n\n`.repeat(9000)}`],
  ])('Markdown of %s', async (_, text) => {
    await outcome('lon.md', text);
  });
});
