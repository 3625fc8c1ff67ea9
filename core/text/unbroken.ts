/** Document numbers and dates, which never break across lines (the slash and hyphen would let them). */
export const UNBROKEN =
  /\d{1,5}(?:\/\d{4})?\s?[-–/]\s?[A-ZĐ]{1,6}\p{L}*(?:[-/]\p{Lu}[\p{L}\d]*)*|\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?/gu;
