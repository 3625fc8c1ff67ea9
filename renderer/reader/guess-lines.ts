/** Mean width of a letter of Vietnamese text, as a share of the type's size. */
const LETTER = 0.47;

/** Tells reader.css how many characters fit into a line, so that far portions can be guessed. */
export function guessLines(host: HTMLElement): void {
  const { fontSize } = getComputedStyle(host);
  const characters = Math.round(host.clientWidth / (parseFloat(fontSize) * LETTER));
  const known = host.style.getPropertyValue('--line-characters');
  // All rows inherit it: setting it again would have all their styles looked up again.
  if (known !== String(characters)) host.style.setProperty('--line-characters', String(characters));
}
