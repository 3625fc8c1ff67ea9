/** The day of a moment as `YYYY-MM-DD`, in the calendar of this machine and not Greenwich's. */
export function localDay(date: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
