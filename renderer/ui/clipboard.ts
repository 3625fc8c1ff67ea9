/** Puts text on the clipboard; throws when the system refuses. */
export const copyText = (text: string): Promise<void> => navigator.clipboard.writeText(text);
