import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { ArticleDraft, textOf } from '#core/article';
import { importArticle, readSourceFile } from '../../main/importing/index';

const folder = fileURLToPath(new URL('../../assets/samples/', import.meta.url));

const sample = async (name: string): Promise<ArticleDraft> =>
  ArticleDraft.parse(await importArticle(await readSourceFile(join(folder, name))));

interface Expected {
  facts: Pick<ArticleDraft, 'title' | 'source' | 'byline' | 'publishedOn' | 'dateConfidence' | 'format'>;
  /** The first words of the lead. */
  dek: string | null;
  /** `text | credit | before`. */
  captions: string[];
  headings: string[];
  /** One letter a block: heading, paragraph, list item, quote. */
  kinds: string;
  first: string;
  last: string;
  /** Words of the page's frame, beside those that no sample may keep. */
  frame: RegExp;
}

const SAMPLES: Readonly<Record<string, Expected>> = {
  '1-hoi-nghi-cuoi-nam-2025.txt': {
    facts: {
      title: 'Triển khai nhiệm vụ năm 2025: Lấy kỷ cương làm gốc',
      source: 'Báo Lam Khê',
      byline: 'Minh Thuận',
      publishedOn: '2025-01-08',
      dateConfidence: 'explicit',
      format: 'text',
    },
    dek: 'Hội nghị tổng kết của Tỉnh ủy Lam Khê thống nhất:',
    captions: ['Quang cảnh hội nghị tại điểm cầu Tỉnh ủy. | Quang Thịnh | 0'],
    headings: ['Nhiệm vụ trọng tâm'],
    kinds: 'pppphppppppp',
    first: 'Sáng 7/1, Tỉnh ủy Lam Khê tổ chức Hội nghị tổng kết công tác năm 2024,',
    last: 'hoàn thành xuất sắc nhiệm vụ.',
    frame: /Trang chủ|GMT|Minh Thuận|chờ đường truyền|niêm yết, nơi còn|báo cáo viên/u,
  },
  '2-hoi-nghi-cuoi-nam-2026.txt': {
    facts: {
      title: 'Tỉnh ủy Lam Khê: Rõ người, rõ việc, rõ thời hạn trong năm 2026',
      source: 'Báo Lam Khê',
      byline: null,
      publishedOn: '2026-01-08',
      dateConfidence: 'inferred-year',
      format: 'text',
    },
    dek: 'Mỗi việc chỉ giao một đầu mối chịu trách nhiệm;',
    captions: [
      'Đồng chí Lương Khánh Toàn, Bí thư Tỉnh ủy, kết luận hội nghị. | Quang Thịnh | 0',
      'Điểm cầu xã Nậm Khê theo dõi phần thảo luận. | Thu Lụa | 4',
    ],
    headings: ['Nhiệm vụ trọng tâm'],
    kinds: 'pppphppppppp',
    first: 'Sáng 8/1, Tỉnh ủy Lam Khê tổ chức Hội nghị tổng kết công tác năm 2025,',
    last: 'hoàn thành xuất sắc nhiệm vụ.',
    frame: /ảnh 1|In bài viết|Đổi mới hội nghị|Bảy thư xin lỗi|Xem thêm/u,
  },
  '3-huong-dan-kiem-diem.html': {
    facts: {
      title: 'Ban Tổ chức Tỉnh ủy hướng dẫn kiểm điểm, xếp loại cuối năm 2025',
      source: 'Cổng thông tin Tỉnh ủy Lam Khê',
      byline: null,
      publishedOn: '2025-11-19',
      dateConfidence: 'explicit',
      format: 'html',
    },
    dek: 'Không cào bằng, không nể nang;',
    captions: ['Cán bộ tổ chức các xã, phường nghe giới thiệu biểu mẫu mới. | Phạm Yến | 2'],
    headings: ['Bốn nội dung kiểm điểm', 'Mốc thời gian và tỷ lệ'],
    kinds: 'pphpllllphpppp',
    first: 'Ngày 18/11, Ban Tổ chức Tỉnh ủy Lam Khê ban hành Hướng dẫn số 12-HD/BTCTU',
    last: 'trong giờ hành chính để được giải đáp.',
    frame:
      /<|thongKe|font-family|Trang chủ|Facebook|Zalo|In trang|thí điểm|Ba câu hỏi|Từ khóa|Bình luận|Email|Đọc nhiều|Giấy phép|08:30/u,
  },
  '4-giam-sat-chuyen-de.txt': {
    facts: {
      title: 'Ủy ban Kiểm tra Tỉnh ủy Lam Khê công bố chương trình giám sát năm 2026',
      source: 'Báo Nam Khê',
      byline: 'Lò Anh Tú',
      publishedOn: '2026-01-09',
      dateConfidence: 'dateline-full',
      format: 'text',
    },
    dek: 'Bốn cuộc giám sát trong một năm,',
    captions: ['Phiên họp thường kỳ đầu năm của Ủy ban Kiểm tra Tỉnh ủy. | Lò Anh Tú | 0'],
    headings: ['Cách làm mới'],
    kinds: 'pppppphpppp',
    first: 'Ngày 9/1/2026, Ủy ban Kiểm tra Tỉnh ủy Lam Khê họp phiên thường kỳ,',
    last: 'khi sai sót còn nhỏ và người làm sai còn kịp sửa.',
    frame: /Phiên họp thường kỳ đầu năm|Bài, ảnh|Cùng chuyên mục|cuốn sổ|thư viện|Chia sẻ/u,
  },
  '5-phong-trao-dan-van.md': {
    facts: {
      title: 'Lam Khê phát động phong trào “Mỗi chi bộ một việc dân vận khéo”',
      source: 'Bản tin Dân vận Lam Khê',
      byline: 'Hà Khánh Ly',
      publishedOn: '2025-10-14',
      dateConfidence: 'explicit',
      format: 'markdown',
    },
    dek: null,
    captions: ['Bà con bản Nà Lạn góp công mở rộng đường vào khu ruộng Pá Hủa. | Hà Khánh Ly | 2'],
    headings: ['Bắt đầu từ một con đường', 'Việc cần làm ngay'],
    kinds: 'pphppqhpllllppp',
    first: 'Sáng 14/10, tại xã Nậm Khê, Ban Tuyên giáo và Dân vận Tỉnh ủy Lam Khê',
    last: 'nhà văn hóa để ai đi qua cũng đọc được.',
    frame: /---|title:|author:|^#|\]\(|\.jpg|^>|^- /mu,
  },
};

const FRAME_OF_ALL = /\(Ảnh:|^Theo Báo|Tin liên quan|^[LN]KO|https?:|\/\.$/mu;

test('the folder holds these five articles and nothing else', () => {
  expect(readdirSync(folder).sort()).toEqual(Object.keys(SAMPLES).sort());
});

describe.each(Object.entries(SAMPLES))('%s', (name, expected) => {
  test('title, source, date and lead', async () => {
    const draft = await sample(name);
    expect(draft).toMatchObject(expected.facts);
    expect(draft.dek?.slice(0, expected.dek?.length) ?? null).toBe(expected.dek);
  });

  test('blocks, headings and captions', async () => {
    const { blocks, captions } = await sample(name);
    expect(blocks.map((block) => block.kind[0]).join('')).toBe(expected.kinds);
    expect(blocks.filter((block) => block.kind === 'heading').map((block) => block.text)).toEqual(
      expected.headings,
    );
    expect(captions.map(({ text, credit, before }) => `${text} | ${credit} | ${before}`)).toEqual(
      expected.captions,
    );
    expect(blocks[0]?.text.slice(0, expected.first.length)).toBe(expected.first);
    expect(blocks.at(-1)?.text.slice(-expected.last.length)).toBe(expected.last);
  });

  test('nothing of the frame is left in the body', async () => {
    const draft = await sample(name);
    for (const text of [textOf(draft), draft.dek ?? '', ...draft.captions.map((caption) => caption.text)]) {
      expect(text).not.toMatch(FRAME_OF_ALL);
    }
    expect(textOf(draft)).not.toMatch(expected.frame);
  });

  test('is a page long, NFC, with the tone on the first vowel', async () => {
    const text = textOf(await sample(name));
    const syllables = text.split(/\s+/).length;
    expect(syllables).toBeGreaterThanOrEqual(450);
    expect(syllables).toBeLessThanOrEqual(800);
    expect(text).toBe(text.normalize('NFC'));
    expect(text).not.toMatch(/(?<!q)(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?!\p{L})/iu);
  });
});

describe('the two conferences', () => {
  const both = () =>
    Promise.all([sample('1-hoi-nghi-cuoi-nam-2025.txt'), sample('2-hoi-nghi-cuoi-nam-2026.txt')]);

  test('some units are kept word for word, the others are not', async () => {
    const [earlier, later] = await both();
    const before = new Set(earlier.blocks.map((block) => block.text));
    const kept = later.blocks.filter((block) => before.has(block.text)).map((block) => block.text);
    expect(kept.map((text) => text.split(' ').slice(0, 4).join(' '))).toEqual([
      'Nhiệm vụ trọng tâm',
      'Các cơ quan báo',
      'Dịp này, Ban Thường',
    ]);
  });

  test('both cite the directive and the resolution; the conclusion is new', async () => {
    const [earlier, later] = (await both()).map(textOf);
    for (const symbol of ['14-CT/TU', '09-NQ/TU']) {
      expect(earlier).toContain(symbol);
      expect(later).toContain(symbol);
    }
    expect(earlier).not.toContain('31-KL/TU');
    expect(later).toContain('31-KL/TU');
  });

  test('one task is dropped, one is new, deadlines and targets are tightened', async () => {
    const [earlier, later] = (await both()).map(textOf);
    expect(earlier).toMatch(/trên 80% hồ sơ[^]*Dân vận khéo/u);
    expect(earlier).toMatch(/trước ngày 30\/6\/2025/u);
    expect(later).toMatch(/trên 95% hồ sơ[^]*an toàn dữ liệu dùng chung/u);
    expect(later).toMatch(/trước ngày 30\/4\/2026/u);
    expect(later).not.toContain('Dân vận khéo');
    expect(earlier).not.toContain('an toàn dữ liệu');
  });
});
