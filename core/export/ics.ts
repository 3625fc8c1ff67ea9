import { sourceLine, WORDS } from '#core/export/words';
import type { ArticleSummary, Language } from '#core/library';
import { contentOf, type TaskRow } from '#core/task-list';

type Cited = Pick<ArticleSummary, 'title' | 'source' | 'publishedOn' | 'dateConfidence'>;

/**
 * The days on which tasks are due, for a calendar (RFC 5545): one event for the whole day each, known again by its UID when
 * it comes in a second time. Finished tasks and those without a day are left out; null when none is left.
 */
export function deadlinesCalendar(
  rows: readonly TaskRow[],
  articles: ReadonlyMap<string, Cited>,
  now: Date,
  language: Language,
): string | null {
  const events = rows.flatMap((row) => eventOf(row, articles.get(row.annotation.articleId), now, language));
  if (events.length === 0) return null;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Doi Chieu//Doi Chieu//VI',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapedText(WORDS[language].deadlines)}`,
    ...events,
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventOf(
  { annotation, facts, block }: TaskRow,
  article: Cited | undefined,
  now: Date,
  language: Language,
): string[] {
  const day = facts.deadline?.iso ?? null;
  if (day === null || facts.progress === 'done') return [];
  const words = WORDS[language];
  const { responsible, cooperating, product } = facts;
  const place =
    annotation.anchor === 'orphan'
      ? ({ state: 'orphan' } as const)
      : ({ state: 'found', first: block + 1, last: block + 1 } as const);
  const source =
    article === undefined
      ? ''
      : sourceLine(
          { source: { ...article, yearInferred: article.dateConfidence === 'inferred-year' }, place },
          language,
        );
  const description = [
    ...[
      [words.task.responsible, responsible],
      [words.task.cooperating, cooperating],
      [words.task.product, product],
      [words.task.deadline, facts.deadline?.text ?? ''],
    ].flatMap(([name = '', value = '']) => (value === '' ? [] : [`${name}: ${value}`])),
    `“${annotation.target.quote.exact}”`,
    source,
  ].filter((line) => line !== '');
  return [
    'BEGIN:VEVENT',
    `UID:${annotation.id}@doi-chieu`,
    `DTSTAMP:${stampOf(now)}`,
    `LAST-MODIFIED:${stampOf(new Date(annotation.updatedAt))}`,
    `DTSTART;VALUE=DATE:${compact(day)}`,
    `DTEND;VALUE=DATE:${compact(dayAfter(day))}`,
    `SUMMARY:${escapedText(contentOf({ annotation, facts }).replace(/\s+/gu, ' ').trim())}`,
    `DESCRIPTION:${escapedText(description.join('\n'))}`,
    `CATEGORIES:${escapedText(words.kinds[annotation.kind])}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

const compact = (day: string): string => day.replaceAll('-', '');
const stampOf = (date: Date): string => date.toISOString().replace(/[-:]|\.\d{3}/gu, '');

function dayAfter(day: string): string {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}

const escapedText = (text: string): string =>
  text
    .replace(/[\\;,]/gu, (sign) => `\\${sign}`)
    .replace(/\r\n|[\r\n]/gu, '\\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/gu, '');

/** Octets of a line; those that follow begin with a space. */
const MOST = 75;

/** A line as it goes into the file: cut where it has enough octets, never within a character. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const more = octetsOf(character.codePointAt(0) ?? 0);
    if (octets + more > MOST) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += character;
    octets += more;
  }
  return [...parts, part].join('\r\n');
}

/** As UTF-8. */
function octetsOf(code: number): number {
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
