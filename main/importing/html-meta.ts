import { sourceOfAddress } from '#core/text/agencies';
import { type Day, isRealDay, writtenDay } from '#core/text/days';
import { lineKey, normaliseText, oneLine } from '#core/text/normalise';
import { isNames } from '#core/text/sources';
import { type DomDocument, textOf } from './html-dom';

export interface PageFacts {
  title: string | null;
  url: string | null;
  source: string | null;
  byline: string | null;
  explicit: { day: Day; words: string } | null;
  description: string | null;
}

/** What a page's head, its first heading and its structured data say. */
export function factsOfPage(document: DomDocument, data: readonly string[]): PageFacts {
  const meta = metaOf(document);
  const structured = data.map(parsed).flatMap((value) => articlesIn(value, 0));
  const url = addressOf(document, meta);
  const siteName = meta.get('og:site_name') ?? null;
  const site =
    siteName === null
      ? null
      : /^[\w-]+(?:\.[\w-]+)+$/.test(siteName)
        ? sourceOfAddress(`http://${siteName}/`)
        : siteName;
  const source = site ?? null;
  return {
    title: titleOf(document, meta, source, structured),
    url,
    source,
    byline: writerOf(meta, structured, source),
    explicit: dayOf(document, meta, structured),
    description: meta.get('description') ?? meta.get('og:description') ?? null,
  };
}

const clean = (text: string) => oneLine(normaliseText(text));

function metaOf(document: DomDocument): Map<string, string> {
  const meta = new Map<string, string>();
  for (const element of document.querySelectorAll('meta')) {
    const name =
      element.getAttribute('property') ?? element.getAttribute('name') ?? element.getAttribute('itemprop');
    const content = clean(element.getAttribute('content') ?? '');
    if (name !== null && content !== '' && !meta.has(name.toLowerCase()))
      meta.set(name.toLowerCase(), content);
  }
  return meta;
}

const isAddress = (url: string | null | undefined): url is string =>
  url !== null && url !== undefined && /^https?:\/\/[^\s"<>]{3,2000}$/i.test(url);

function addressOf(document: DomDocument, meta: Map<string, string>): string | null {
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute('href')?.trim();
  const candidates = [canonical, meta.get('og:url')];
  return candidates.find(isAddress) ?? null;
}

/** `Tên bài | VietnamPlus` → `Tên bài`, when the end is the paper's name. */
function withoutSite(title: string, source: string | null): string {
  const match = /^(.{10,}?)\s+(?:[|–—-]|::|»)\s+([^|–—»]{2,60})$/u.exec(title);
  if (match === null) return title;
  const [, head = title, tail = ''] = match;
  const isSite =
    (source !== null && lineKey(tail).includes(lineKey(source))) ||
    (source !== null && lineKey(source).includes(lineKey(tail))) ||
    /^(?:báo|tạp chí|cổng|trang|đài|website|tin tức)(?!\p{L})|\.(?:vn|com|net|org)$/iu.test(tail);
  return isSite ? head : title;
}

function titleOf(
  document: DomDocument,
  meta: Map<string, string>,
  source: string | null,
  structured: readonly Structured[],
): string | null {
  const headings = [...document.querySelectorAll('h1')]
    .map((heading) => clean(textOf(heading)))
    .filter((text) => text !== '');
  const stated = meta.get('og:title') ?? meta.get('twitter:title') ?? structured[0]?.headline ?? null;
  if (stated !== null) {
    const sameHeading = headings.find(
      (heading) => heading.length >= 10 && lineKey(stated).startsWith(lineKey(heading)),
    );
    return sameHeading ?? withoutSite(stated, source);
  }
  const inHead = clean(textOf(document.querySelector('title')));
  const [heading] = headings;
  if (heading !== undefined && headings.length === 1) return heading;
  const shown = headings.find((text) => text.length >= 10 && lineKey(inHead).startsWith(lineKey(text)));
  return shown ?? (inHead === '' ? (heading ?? null) : withoutSite(inHead, source));
}

interface Structured {
  headline: string | null;
  published: string | null;
  author: string | null;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json.replace(/^\s*(?:<!\[CDATA\[|<!--)|(?:\]\]>|-->)\s*$/g, ''));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function articlesIn(value: unknown, depth: number): Structured[] {
  if (depth > 6 || typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.slice(0, 50).flatMap((item) => articlesIn(item, depth + 1));
  const entry = value as Record<string, unknown>;
  const inner = articlesIn(entry['@graph'], depth + 1);
  const published = stringOf(entry['datePublished']);
  const isArticle = /Article|Posting|Report/.test(JSON.stringify(entry['@type'] ?? ''));
  if (!isArticle && published === null) return inner;
  return [{ headline: stringOf(entry['headline']), published, author: authorOf(entry['author']) }, ...inner];
}

const stringOf = (value: unknown) => (typeof value === 'string' && value.trim() !== '' ? clean(value) : null);

function authorOf(value: unknown): string | null {
  if (Array.isArray(value)) return authorOf(value[0]);
  if (typeof value === 'object' && value !== null)
    return stringOf((value as Record<string, unknown>)['name']);
  return stringOf(value);
}

function writerOf(
  meta: Map<string, string>,
  structured: readonly Structured[],
  source: string | null,
): string | null {
  const writers = [
    structured.find((article) => article.author !== null)?.author,
    meta.get('author'),
    meta.get('article:author'),
  ];
  const name = writers.find(
    (writer) => writer !== null && writer !== undefined && isNames(writer) && writer.includes(' '),
  );
  return name === undefined || name === null || (source !== null && lineKey(name) === lineKey(source))
    ? null
    : name;
}

function dayOf(
  document: DomDocument,
  meta: Map<string, string>,
  structured: readonly Structured[],
): PageFacts['explicit'] {
  const times = [
    ...document.querySelectorAll('article time[datetime], time[itemprop="datePublished"], time[datetime]'),
  ];
  const stated = [
    meta.get('article:published_time'),
    meta.get('og:article:published_time'),
    structured.find((article) => article.published !== null)?.published,
    meta.get('datepublished'),
    meta.get('pubdate'),
    meta.get('publish-date'),
    meta.get('dc.date.issued'),
    ...times.slice(0, 3).map((time) => time.getAttribute('datetime')),
  ];
  for (const words of stated) {
    const day = words === null || words === undefined ? null : dayInVietnam(words);
    if (day !== null) return { day, words: clean(words ?? '') };
  }
  return null;
}

const VIETNAM_OFFSET = 7 * 3600_000;

/** The day on the calendar of Hà Nội; a stamp without a zone is taken as written. */
function dayInVietnam(stamp: string): Day | null {
  const zoned =
    /^\s*(\d{4}-\d{2}-\d{2})[T ](\d{2}):?(\d{2})(?::?\d{2}(?:\.\d+)?)?\s?(Z|[+-]\d{2}:?\d{2})\s*$/i.exec(
      stamp,
    );
  if (zoned !== null) {
    const zone = (zoned[4] ?? 'Z').toUpperCase();
    const offset =
      zone === 'Z'
        ? 0
        : Number(`${zone[0] ?? '+'}1`) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2))) * 60_000;
    const moment =
      Date.parse(`${zoned[1] ?? ''}T${zoned[2] ?? ''}:${zoned[3] ?? ''}:00Z`) - offset + VIETNAM_OFFSET;
    if (Number.isNaN(moment)) return null;
    const [year = 0, month = 0, day = 0] = new Date(moment).toISOString().slice(0, 10).split('-').map(Number);
    return isRealDay({ day, month, year }) ? { day, month, year } : null;
  }
  // `8/15/2014 9:40:00 AM` is how an English server writes it.
  const american = /^\s*(\d{1,2})\/(\d{1,2})\/(\d{4}) .*(?:AM|PM)\s*$/.exec(stamp);
  if (american !== null) {
    const day = { month: Number(american[1]), day: Number(american[2]), year: Number(american[3]) };
    if (isRealDay(day)) return day;
  }
  return writtenDay(stamp.slice(0, 60))?.day ?? null;
}
