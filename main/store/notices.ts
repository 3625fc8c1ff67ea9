import type { Language, Notice } from '#core/library';

/** Why a library may not be changed. */
export type ReadOnlyReason = 'newer' | 'folder' | 'mode' | 'lock-lost';

export const READ_ONLY_DETAIL: Readonly<Record<ReadOnlyReason, Record<Language, string>>> = {
  newer: {
    vi: 'thư viện do phiên bản mới hơn tạo ra. Hãy cập nhật Đối Chiếu.',
    en: 'a newer version made it. Update Đối Chiếu.',
  },
  folder: {
    vi: 'không ghi được vào thư mục của thư viện.',
    en: 'its folder cannot be written to.',
  },
  mode: { vi: 'lệnh này chỉ đọc.', en: 'this command only reads.' },
  'lock-lost': {
    vi: 'một chương trình khác đã mở thư viện này. Hãy đóng rồi mở lại.',
    en: 'another program has opened this library. Close it and open it again.',
  },
};

/** A notice before it is put into words. `copy` is the file's copy in the quarantine, empty when none could be made. */
export interface StoreNotice {
  code: Notice['code'];
  file: string;
  copy: string;
  detail: string;
}

export function noticeInWords({ code, file, copy, detail }: StoreNotice, language: Language): Notice {
  return { code, file, message: WORDS[code](file, copy, detail)[language] };
}

type Words = (file: string, copy: string, detail: string) => Record<Language, string>;

const WORDS: Readonly<Record<Notice['code'], Words>> = {
  'restored-from-backup': (file, copy) => ({
    vi: `Tệp “${file}” không đọc được và đã được khôi phục từ bản trước. ${kept(copy).vi}`,
    en: `The file “${file}” could not be read and was restored from its previous version. ${kept(copy).en}`,
  }),
  'unreadable-file': (file, copy, detail) => ({
    vi: `Tệp “${file}” không đọc được (${detail}). ${kept(copy).vi}`,
    en: `The file “${file}” could not be read (${detail}). ${kept(copy).en}`,
  }),
  'read-only-newer': () => ({
    vi: `Thư viện mở ở chế độ chỉ đọc: ${READ_ONLY_DETAIL.newer.vi}`,
    en: `The library is open read-only: ${READ_ONLY_DETAIL.newer.en}`,
  }),
  'read-only-folder': () => ({
    vi: `Thư viện mở ở chế độ chỉ đọc: ${READ_ONLY_DETAIL.folder.vi}`,
    en: `The library is open read-only: ${READ_ONLY_DETAIL.folder.en}`,
  }),
};

function kept(copy: string): Record<Language, string> {
  if (copy === '') return { vi: 'Không có gì bị xóa.', en: 'Nothing was deleted.' };
  return {
    vi: `Tệp hỏng được giữ ở “${copy}”; không có gì bị xóa.`,
    en: `The broken file is kept as “${copy}”; nothing was deleted.`,
  };
}
