/** What the views with tables have in common. */
export const viTables = {
  formats: {
    xlsx: 'Excel',
    docx: 'Word',
    csv: 'Bảng tính (CSV)',
    html: 'Trang HTML',
    markdown: 'Markdown',
    ics: 'Lịch các thời hạn (.ics)',
  },
  saved: 'Đã lưu {{path}}',
  noArticles: 'Thư viện chưa có bài nào. Mở vài bài trước. {{lead}}',
  toLibrary: 'Về thư viện',
  showAll: 'Hiện tất cả',
};

export const enTables: typeof viTables = {
  formats: {
    xlsx: 'Excel',
    docx: 'Word',
    csv: 'Spreadsheet (CSV)',
    html: 'HTML page',
    markdown: 'Markdown',
    ics: 'Calendar of deadlines (.ics)',
  },
  saved: 'Saved {{path}}',
  noArticles: 'The library has no article yet. Open some first. {{lead}}',
  toLibrary: 'Back to the library',
  showAll: 'Show all',
};
