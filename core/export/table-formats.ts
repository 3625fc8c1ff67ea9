/** What a table is written as. */
export const TABLE_FORMATS = ['xlsx', 'docx', 'csv', 'html', 'markdown'] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];
/** Tasks go into a calendar too. */
export const TASK_FORMATS = [...TABLE_FORMATS, 'ics'] as const;
export type TaskFormat = (typeof TASK_FORMATS)[number];
/** Those that are text. */
export const TEXT_TABLE_FORMATS = ['csv', 'html', 'markdown'] as const;
export type TextTableFormat = (typeof TEXT_TABLE_FORMATS)[number];
export const TABLE_EXTENSIONS: Readonly<Record<TableFormat, string>> = {
  xlsx: 'xlsx',
  docx: 'docx',
  csv: 'csv',
  html: 'html',
  markdown: 'md',
};
