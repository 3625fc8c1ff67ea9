/** What a table is written as. */
export const TABLE_FORMATS = ['csv', 'html', 'markdown'] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];
export const TABLE_EXTENSIONS: Readonly<Record<TableFormat, string>> = {
  csv: 'csv',
  html: 'html',
  markdown: 'md',
};
