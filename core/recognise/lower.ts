/** Lower case without moving an offset: a letter whose lower case is longer (`İ`) stays. */
export function lowerCopy(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return Array.from(text, (letter) => {
    const small = letter.toLowerCase();
    return small.length === letter.length ? small : letter;
  }).join('');
}
