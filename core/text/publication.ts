import type { DateConfidence } from '#core/article';
import { type Day, eventDays, isoDay, isRealDay, type EventDay } from '#core/text/days';
import { cutPrefix } from '#core/text/sources';
import { type YearClue, yearOf } from '#core/text/year';

export interface Publication {
  publishedOn: string | null;
  dateConfidence: DateConfidence;
  dateEvidence: string | null;
}

/** What is known of an article when its day is looked for. */
export interface DatedText {
  /** A date line or a meta tag of the page. */
  explicit: { day: Day; words: string } | null;
  url: string | null;
  title: string;
  dek: string | null;
  paragraphs: readonly string[];
  captions: readonly string[];
}

/** The day of publication with the words that tell it. Without a stated day it is the day of the event. */
export function publicationOf(text: DatedText): Publication {
  const stated = text.explicit === null ? null : isoDay(text.explicit.day);
  if (stated !== null && text.explicit !== null) {
    return { publishedOn: stated, dateConfidence: 'explicit', dateEvidence: text.explicit.words };
  }
  const event = eventOf(text);
  if (event === null) return dayOfAddress(text.url);
  const written = isoDay(event.day);
  if (written !== null) {
    return { publishedOn: written, dateConfidence: 'dateline-full', dateEvidence: event.words };
  }
  const clue = yearOf(event.day, text);
  const publishedOn = clue === null ? null : isoDay({ ...event.day, year: clue.year });
  if (clue === null || publishedOn === null) {
    return { publishedOn: null, dateConfidence: 'none', dateEvidence: event.words };
  }
  return { publishedOn, dateConfidence: 'inferred-year', dateEvidence: evidenceOf(event, clue) };
}

function evidenceOf(event: EventDay, clue: YearClue): string {
  return `${event.words} · ${clue.words}`;
}

const HEAD_PARAGRAPHS = 3;
const HEAD_LENGTH = 2000;

/** The dateline: at the head of the lead or of a first paragraph, else inside them, else in a caption. */
function eventOf(text: DatedText): EventDay | null {
  const units = [text.dek ?? '', ...text.paragraphs.slice(0, HEAD_PARAGRAPHS)].map((unit) =>
    cutPrefix(unit).rest.slice(0, HEAD_LENGTH),
  );
  const inUnits = units.map((unit) => eventDays(unit).filter((event) => isEvent(unit, event)));
  const atHead = inUnits.map((events) => events.find((event) => event.at <= 40)).find(Boolean);
  if (atHead !== undefined) return atHead;
  const captions = text.captions.map((caption) => caption.slice(0, HEAD_LENGTH));
  const inCaptions = captions.map((caption) => eventDays(caption).filter((event) => isEvent(caption, event)));
  return [...inUnits, ...inCaptions].flat()[0] ?? null;
}

const CITED = /(?:số\s+\S{0,30}\d\S{0,30}|\d[\p{L}\d]{0,12}\s?[-–/]\s?[\p{Lu}-]{2,20}\S{0,20})[^.;]{0,40}$/u;
const DEADLINE =
  /(?:trước|đến|hết|chậm nhất(?: là)?|kể từ|muộn nhất(?: là)?|hạn(?: chót)?|sinh|sau)\s*\(?$/iu;
const JUBILEE = /(?:kỷ niệm|thành lập|truyền thống)[^.;]{0,50}$/iu;

/** Not the day of a cited document, a deadline or a jubilee. */
function isEvent(unit: string, { at, day }: EventDay): boolean {
  const before = unit.slice(Math.max(0, at - 80), at);
  if (DEADLINE.test(before) || JUBILEE.test(before)) return false;
  return day.year === null || !CITED.test(before);
}

const DAY_IN_ADDRESS = [
  /\/(20\d{2})\/(\d{1,2})\/(\d{1,2})(?=\/|$)/u,
  /(?<!\d)(20\d{2})-(\d{2})-(\d{2})(?!\d)/u,
  /(?<!\d)(20\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{0,9}(?=[./?#]|$)/u,
];

function dayOfAddress(url: string | null): Publication {
  for (const pattern of DAY_IN_ADDRESS) {
    const match = pattern.exec(url ?? '');
    if (match === null) continue;
    const day = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
    if (isRealDay(day)) {
      return { publishedOn: isoDay(day), dateConfidence: 'dateline-full', dateEvidence: match[0] };
    }
  }
  return { publishedOn: null, dateConfidence: 'none', dateEvidence: null };
}
