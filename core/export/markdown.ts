import { escaped, noteLines } from '#core/export/markdown-escape';
import type { NoteItem, Notes, NotesGroup, NoteSource } from '#core/export/notes';
import {
  dateInWords,
  dayInWords,
  headingInWords,
  pageAddress,
  placeInWords,
  sourceEntry,
  sourceLine,
  taskInWords,
  titleInWords,
  WORDS,
} from '#core/export/words';
import type { Language } from '#core/library';
import type { TaskFacts } from '#core/task';

/**
 * CommonMark. For Obsidian with front matter; each quotation carries a block id, `^hl-…`, that links can name, and a task is a
 * line of the Tasks plugin.
 */
export function renderMarkdown(notes: Notes, language: Language, flavour: 'plain' | 'obsidian'): string {
  const words = WORDS[language];
  const isObsidian = flavour === 'obsidian';
  const linked = isObsidian ? new Set<string>() : null;
  const parts = [
    ...(isObsidian ? [frontMatter(notes, language)] : []),
    `# ${escaped(titleInWords(notes.sources, language))}`,
    `${words.counted(notes.count)} · ${words.exportedOn(dayInWords(notes.exportedOn))}`,
    ...notes.groups.flatMap((group) => groupParts(group, notes, language, linked)),
    `## ${words.sources}`,
    notes.sources.map((source, index) => `${index + 1}. ${sourceWithAddress(source, language)}`).join('\n'),
  ];
  return `${parts.join('\n\n')}\n`;
}

function frontMatter({ sources, groups, exportedOn }: Notes, language: Language): string {
  const [only, second] = sources;
  const tags = [...new Set(groups.flatMap(({ items }) => items.flatMap((item) => item.tags.map(hashtag))))];
  const fields: [string, string | null][] = [['title', yaml(titleInWords(sources, language))]];
  if (only !== undefined && second === undefined) {
    fields.push(
      ['source', only.source === null ? null : yaml(only.source)],
      ['author', only.byline === null ? null : yaml(only.byline)],
      ['url', only.url === null ? null : yaml(only.url)],
      ['date', only.publishedOn],
      ['date_inferred', only.yearInferred ? 'true' : null],
      ['id', yaml(only.id)],
    );
  }
  fields.push(
    [
      'tags',
      `[${tags
        .filter((tag) => tag !== '')
        .map(yaml)
        .join(', ')}]`,
    ],
    ['exported', exportedOn],
  );
  const lines = fields.flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}`]));
  return ['---', ...lines, '---'].join('\n');
}

/** A YAML string in double quotes: JSON's, with what YAML does not allow to stand for itself escaped too. */
function yaml(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/gu,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** A tag as Obsidian allows it: no spaces, levels parted by `/`, not digits alone. */
function hashtag(tag: string): string {
  const name = tag
    .replace(/[^\p{L}\p{M}\p{N}_/-]+/gu, '-')
    .replace(/-*\/[-/]*/gu, '/')
    .replace(/^[-/]+|[-/]+$/gu, '');
  return /^[\d/]+$/u.test(name) ? `_${name}` : name;
}

function groupParts(
  group: NotesGroup,
  notes: Notes,
  language: Language,
  linked: Set<string> | null,
): string[] {
  const { heading, items } = group;
  // With one article its title is the document's.
  const isDocument = heading.by === 'article' && notes.sources.length === 1;
  const title = isDocument ? [] : [`## ${escaped(headingInWords(heading, language))}`];
  const facts = heading.by === 'article' ? [articleFacts(heading.source, language)] : [];
  return [...title, ...facts, ...items.flatMap((item) => itemParts(item, language, linked))];
}

function articleFacts(source: NoteSource, language: Language): string {
  const facts = [source.source, source.byline, dateInWords(source, language)].filter((fact) => fact !== null);
  const address = pageAddress(source);
  return [...facts.map(escaped), ...(address === null ? [] : [`<${address}>`])].join(' · ');
}

function sourceWithAddress(source: NoteSource, language: Language): string {
  const entry = escaped(sourceEntry(source, language));
  const address = pageAddress(source);
  if (address !== null) return `${entry} <${address}>`;
  return source.url === null ? entry : `${entry} ${escaped(source.url)}`;
}

/** The quotation, then a list of what is known and was noted about it. */
function itemParts(item: NoteItem, language: Language, linked: Set<string> | null): string[] {
  const words = WORDS[language];
  const lines: string[] = [];
  const place = placeInWords(item, language);
  const where = item.place.state === 'orphan' ? `**${words.orphan}** (${words.orphanDetail})` : place;
  lines.push([`- **${words.kinds[item.kind]}**`, ...(where === null ? [] : [where])].join(' · '));
  if (item.tags.length > 0) lines.push(`- ${words.tags}: ${item.tags.map(escaped).join(' · ')}`);
  if (linked !== null && item.task !== null && !linked.has(item.id)) lines.push(taskLine(item, item.task));
  for (const { name, value } of taskInWords(item.task, language)) lines.push(`- ${name}: ${escaped(value)}`);
  if (item.note !== '') lines.push(...noteItem(words.note, item.note));
  lines.push(`- ${escaped(sourceLine(item, language))}${blockId(item.id, linked)}`);
  return [quotationOf(item), lines.join('\n')];
}

/** The marked words are bold where those around them stand beside. */
function quotationOf({ quotation, context }: NoteItem): string {
  const last = quotation.length - 1;
  return quotation
    .map((line, index) => {
      if (context === null) return `> ${escaped(line)}`;
      const before = index === 0 ? beside(context.before.trimStart()) : '';
      const after = index === last ? beside(context.after.trimEnd()) : '';
      return `> ${before}**${escaped(line.trim())}**${after}`;
    })
    .join('\n>\n');
}

/** Words in the middle of a line: spaces at their ends stay spaces. */
const beside = (words: string): string =>
  words.replace(/^(\s*)([\s\S]*?)(\s*)$/u, (_, before: string, middle: string, after: string) =>
    [before, middle === '' ? '' : escaped(middle), after].join(''),
  );

const BOXES: Readonly<Record<TaskFacts['progress'], string>> = {
  open: ' ',
  doing: '/',
  done: 'x',
  paused: '-',
};

/** As the Tasks plugin reads it: `- [ ] Rà soát quy hoạch 📅 2026-06-30 🆔 1f2e3d4c`. */
function taskLine(item: NoteItem, { content, progress, deadline, doneOn }: TaskFacts): string {
  const words = escaped((content === '' ? item.quotation.join(' ') : content).replace(/\s+/gu, ' ').trim());
  const due = deadline?.iso == null ? '' : ` 📅 ${deadline.iso}`;
  const done = progress === 'done' && doneOn !== null ? ` ✅ ${doneOn}` : '';
  return `- [${BOXES[progress]}] ${words} 🆔 ${item.id.slice(0, 8)}${due}${done}`;
}

function noteItem(label: string, note: string): string[] {
  const [first = '', ...others] = noteLines(note);
  if (others.length === 0) return [`- ${label}: ${first}`];
  return [
    `- ${label}:`,
    '',
    ...[first, ...others].map((line) => (line.trim() === '' ? '' : `  ${line}`)),
    '',
  ];
}

/** An id may stand only once in a file: under the first of an annotation's tags. */
function blockId(id: string, linked: Set<string> | null): string {
  if (linked === null || linked.has(id)) return '';
  linked.add(id);
  return ` ^hl-${id.slice(0, 8)}`;
}
