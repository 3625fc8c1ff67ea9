import { lineKey } from '#core/text/normalise';
import type { SetLine } from './lines';
import { grouped, median } from './numbers';

/** A line that stands on many pages, as it stands on the first of them. */
export interface RunningHead {
  text: string;
  page: number;
}

interface Candidate {
  line: SetLine;
  /** Parted from the body by more than a line's distance. */
  alone: boolean;
  outermost: boolean;
}

const BAND = 0.13;
const MOST_IN_BAND = 4;
const PAGE_NUMBER = /^[-–—\s|.]*(?:trang\s*)?(?:\d{1,4}|[ivxl]{1,6})(?:\s*[/|]\s*\d{1,4})?[-–—\s|.]*$/iu;

/** Takes out what repeats at the top and at the foot of the pages, and page numbers. `heights` of the pages from the first. */
export function takeRunningHeads(
  lines: readonly SetLine[],
  heights: readonly number[],
): { kept: SetLine[]; heads: RunningHead[] } {
  const gone = new Set<SetLine>();
  const heads = new Map<string, RunningHead>();
  const pages = grouped(lines, (line) => line.page);
  const candidates = [...pages].flatMap(([page, own]) => candidatesOf(own, heights[page - 1] ?? 0));
  for (const [key, group] of grouped(candidates, ({ line }) => keyOf(line.text))) {
    for (const { line } of repeating(group, pages.size)) {
      gone.add(line);
      if (!heads.has(key)) heads.set(key, { text: line.text, page: line.page });
    }
  }
  for (const { line, alone, outermost } of candidates) {
    if (gone.has(line) || !alone || !outermost || !PAGE_NUMBER.test(line.text)) continue;
    gone.add(line);
    const key = keyOf(line.text);
    if (!heads.has(key)) heads.set(key, { text: line.text, page: line.page });
  }
  return { kept: lines.filter((line) => !gone.has(line)), heads: [...heads.values()] };
}

const keyOf = (text: string) => lineKey(text).replace(/\d+/gu, '#');

/** The outermost lines of a page. */
function candidatesOf(lines: readonly SetLine[], height: number): Candidate[] {
  const down = lines.toSorted((left, right) => left.y - right.y);
  const usual = median(
    down
      .slice(1)
      .map((line, index) => distance(down[index], line))
      .filter((one) => one > 0.5),
  );
  return [
    ...inBand(down, (line) => line.y < BAND * height, usual),
    ...inBand(down.toReversed(), (line) => line.y > (1 - BAND) * height, usual),
  ];
}

/** Of base lines, in sizes. */
const distance = (one: SetLine | undefined, other: SetLine | undefined) =>
  one === undefined || other === undefined
    ? Infinity
    : Math.abs(one.y - other.y) / Math.max(one.size, other.size);

/** `usual` is the distance of the lines of the body. */
function inBand(lines: readonly SetLine[], isInside: (line: SetLine) => boolean, usual: number): Candidate[] {
  const end = lines.findIndex((line) => !isInside(line));
  const band = lines.slice(0, Math.min(MOST_IN_BAND, end === -1 ? lines.length : end));
  // The last line before a wide gap; what stands before it is a head of several lines.
  const last = band.findLastIndex(
    (line, index) => distance(line, lines[index + 1]) > Math.max(1.3, 1.35 * usual),
  );
  return band.map((line, index) => ({
    line,
    alone: index <= last,
    outermost: distance(lines[0], line) < 0.5,
  }));
}

/** Those of a group of like lines that stand at the same height, if they are on enough pages. */
function repeating(group: readonly Candidate[], pages: number): Candidate[] {
  if (pages < 3) return [];
  const height = median(group.map(({ line }) => line.y));
  const level = group.filter(({ line }) => Math.abs(line.y - height) < 0.6 * line.size);
  const count = new Set(level.map(({ line }) => line.page)).size;
  if (count < Math.min(3, Math.ceil(pages / 2)) || !countsPages(level)) return [];
  return level.filter((one) => one.alone).length > level.length / 2 ? level : [];
}

/** The numbers in the lines are always the same, or go up with the pages: unlike those of `Điều 5.` */
function countsPages(group: readonly Candidate[]): boolean {
  const numbers = group.map(({ line }) => (line.text.match(/\d+/gu) ?? []).map(Number));
  return (numbers[0] ?? []).every((_, place) => {
    const same = numbers.map((own) => own[place] ?? 0);
    const offsets = same.map((number, index) => number - (group[index]?.line.page ?? 0));
    return isMostlyOne(same) || isMostlyOne(offsets);
  });
}

function isMostlyOne(numbers: readonly number[]): boolean {
  const most = Math.max(...[...grouped(numbers, (number) => number).values()].map((own) => own.length));
  return most >= 0.8 * numbers.length;
}
