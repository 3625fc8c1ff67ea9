/** What an RTF file is made of. */
export interface RtfHandlers {
  open: () => void;
  close: () => void;
  /** `\word` with its number; signs such as `\~` are words of one character. */
  word: (word: string, number: number | null) => void;
  /** Letters as bytes, each a character of the same number. */
  text: (bytes: string) => void;
}

const WORD = /([a-zA-Z]{1,32})(-?\d{1,10})? ?/y;
const HEX = /^[\da-fA-F]{2}$/;
const PLAIN = /[^\\{}\r\n\0]+/y;

/** Reads `rtf`, whose characters are bytes, once from end to end. */
export function scanRtf(rtf: string, handlers: RtfHandlers): void {
  let at = 0;
  while (at < rtf.length) {
    const sign = rtf[at];
    if (sign === '{' || sign === '}') {
      if (sign === '{') handlers.open();
      else handlers.close();
      at += 1;
    } else if (sign === '\\') {
      at = scanWord(rtf, at + 1, handlers);
    } else {
      PLAIN.lastIndex = at;
      const text = PLAIN.exec(rtf)?.[0] ?? '';
      if (text !== '') handlers.text(text);
      at += Math.max(1, text.length);
    }
  }
}

/** After a backslash; gives the place after the word. */
function scanWord(rtf: string, at: number, handlers: RtfHandlers): number {
  WORD.lastIndex = at;
  const match = WORD.exec(rtf);
  if (match === null) return scanSign(rtf, at, handlers);
  const word = match[1] ?? '';
  const number = match[2] === undefined ? null : Number(match[2]);
  const end = at + match[0].length;
  // Bytes of a picture, as they are.
  if (word === 'bin') return end + Math.max(0, number ?? 0);
  handlers.word(word, number);
  return end;
}

function scanSign(rtf: string, at: number, handlers: RtfHandlers): number {
  const sign = rtf[at] ?? '';
  if (sign !== "'") {
    handlers.word(sign, null);
    return at + 1;
  }
  const digits = rtf.slice(at + 1, at + 3);
  if (!HEX.test(digits)) return at + 1;
  handlers.text(String.fromCharCode(Number.parseInt(digits, 16)));
  return at + 3;
}
