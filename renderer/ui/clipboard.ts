/** Puts text on the clipboard; throws when the system refuses. */
export const copyText = (text: string): Promise<void> => navigator.clipboard.writeText(text);

/** Puts a text on the clipboard for programs that take HTML and for those that do not; throws when the system refuses. */
export const copyRich = ({ text, html }: { text: string; html: string }): Promise<void> =>
  navigator.clipboard.write([
    new ClipboardItem({
      'text/plain': new Blob([text], { type: 'text/plain' }),
      'text/html': new Blob([html], { type: 'text/html' }),
    }),
  ]);
