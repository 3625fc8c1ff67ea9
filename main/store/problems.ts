import type { Language, Problem } from '#core/library';

const WORDS = {
  broken: { vi: 'Tệp bị hỏng: {detail}', en: 'The file is broken: {detail}' },
  unreadable: { vi: 'Không đọc được tệp: {detail}', en: 'The file cannot be read: {detail}' },
  'file-missing': { vi: 'Thiếu tệp này.', en: 'This file is missing.' },
  'article-missing': {
    vi: 'Có ghi chú nhưng thiếu bài viết.',
    en: 'There are annotations, but the article is missing.',
  },
  'original-missing': { vi: 'Thiếu tệp gốc của bài viết.', en: 'The original of an article is missing.' },
  'original-changed': {
    vi: 'Tệp gốc không còn đúng từng byte như khi nhập.',
    en: 'The original is not byte for byte what was imported.',
  },
  'anchor-wrong': {
    vi: 'Ghi chú {detail} không còn khớp với chữ trong bài.',
    en: 'The annotation {detail} does not stand at its words.',
  },
  'annotation-misplaced': {
    vi: 'Ghi chú {detail} bị trùng hoặc thuộc bài khác.',
    en: 'The annotation {detail} is there twice or belongs to another article.',
  },
  'link-lost': {
    vi: 'Liên kết {detail} dẫn tới một ghi chú không có trong thư viện.',
    en: 'The link {detail} leads to an annotation that the library does not have.',
  },
  'pin-lost': {
    vi: 'Ghim {detail} thuộc một bài không có trong thư viện.',
    en: 'The pin {detail} is in an article that the library does not have.',
  },
  'unknown-file': {
    vi: 'Tệp lạ, có thể là bản xung đột do đồng bộ hóa để lại.',
    en: 'An unknown file, perhaps a conflicted copy that a file synchroniser left.',
  },
  'stray-temporary': {
    vi: 'Tệp tạm còn sót lại sau khi chương trình bị ngắt.',
    en: 'A temporary file that an interrupted program left.',
  },
} as const satisfies Record<string, Record<Language, string>>;

export function problem(code: keyof typeof WORDS, file: string, detail: string, language: Language): Problem {
  return { file, code, message: WORDS[code][language].replace('{detail}', () => detail) };
}
