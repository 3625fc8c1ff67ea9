/** How a number is written before a paragraph, by the names that Word gives. */
export type NumberFormat =
  'decimal' | 'decimalZero' | 'lowerLetter' | 'upperLetter' | 'lowerRoman' | 'upperRoman';

const ROMAN: readonly (readonly [number, string])[] = [
  [100, 'C'], [90, 'XC'], [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I'],
]; // prettier-ignore
const HIGHEST = 300;

/** Formats of other languages are written as plain numbers. */
export function written(number: number, format: string): string {
  if (number < 1 || number > HIGHEST) return String(number);
  switch (format) {
    case 'decimalZero':
      return String(number).padStart(2, '0');
    case 'lowerLetter':
      return letterOf(number).toLowerCase();
    case 'upperLetter':
      return letterOf(number);
    case 'lowerRoman':
      return romanOf(number).toLowerCase();
    case 'upperRoman':
      return romanOf(number);
    default:
      return String(number);
  }
}

/** After Z comes AA, then BB. */
function letterOf(number: number): string {
  return String.fromCharCode(65 + ((number - 1) % 26)).repeat(Math.ceil(number / 26));
}

function romanOf(number: number): string {
  let left = number;
  let roman = '';
  for (const [value, sign] of ROMAN) {
    while (left >= value) {
      roman += sign;
      left -= value;
    }
  }
  return roman;
}
