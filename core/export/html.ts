import { STYLE } from '#core/export/html-style';
import type { NoteItem, Notes, NotesGroup, NoteSource } from '#core/export/notes';
import {
  dateInWords,
  dayInWords,
  headingInWords,
  pageAddress,
  placeInWords,
  sourceEntry,
  sourceLine,
  titleInWords,
  WORDS,
} from '#core/export/words';
import type { Language } from '#core/library';

/** One file that needs nothing else: no script, no font, no picture, nothing from a network. */
export function renderHtml(notes: Notes, language: Language): string {
  const words = WORDS[language];
  const [only, second] = notes.sources;
  const title = titleInWords(notes.sources, language);
  const counted = `${words.counted(notes.count)} · ${words.exportedOn(dayInWords(notes.exportedOn))}`;
  const main = `<main>
<header class="document">
<h1${notes.sources.length === 1 ? ' lang="vi"' : ''}>${escapedHtml(title)}</h1>
${only === undefined || second !== undefined ? '' : `${factsHtml(only, language)}\n`}<p class="facts">${escapedHtml(counted)}</p>
</header>
${notes.groups.map((group) => groupHtml(group, notes, language)).join('\n')}
<section class="sources">
<h2>${words.sources}</h2>
<ol>
${notes.sources.map((source) => `<li lang="vi">${sourceHtml(source, language)}</li>`).join('\n')}
</ol>
</section>
</main>`;
  return htmlPage({ title, main, language });
}

/** A file of its own, with the export's style. `main`: the element, as HTML; `title`: as plain text. */
export function htmlPage({
  title,
  main,
  language,
}: {
  title: string;
  main: string;
  language: Language;
}): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapedHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
${main}
</body>
</html>
`;
}

function groupHtml(group: NotesGroup, notes: Notes, language: Language): string {
  const { heading, items } = group;
  // With one article its title and facts are the document's.
  const isDocument = heading.by === 'article' && notes.sources.length === 1;
  const isQuoted = heading.by === 'article' || heading.by === 'tag';
  const name = escapedHtml(headingInWords(heading, language));
  const title = isDocument ? '' : `<h2${isQuoted ? ' lang="vi"' : ''}>${name}</h2>\n`;
  const facts = heading.by === 'article' && !isDocument ? `${factsHtml(heading.source, language)}\n` : '';
  return `<section class="group by-${heading.by}">
${title}${facts}${items.map((item) => itemHtml(item, language)).join('\n')}
</section>`;
}

function factsHtml(source: NoteSource, language: Language): string {
  const facts = [source.source, source.byline, dateInWords(source, language)].filter((fact) => fact !== null);
  return `<p class="facts">${facts.map(escapedHtml).join(' · ')}</p>`;
}

function sourceHtml(source: NoteSource, language: Language): string {
  const entry = escapedHtml(sourceEntry(source, language));
  if (source.url === null) return entry;
  const shown = escapedHtml(source.url);
  const address = pageAddress(source);
  if (address === null) return `${entry} <span class="address">${shown}</span>`;
  return `${entry} <a class="address" href="${escapedHtml(address)}" rel="noreferrer">${shown}</a>`;
}

function itemHtml(item: NoteItem, language: Language): string {
  const words = WORDS[language];
  const address = pageAddress(item.source);
  const cite = address === null ? '' : ` cite="${escapedHtml(address)}"`;
  const mark = `class="mark ${item.kind} ${item.colour}"`;
  const quotation = item.quotation
    .map((line) => `<p><mark ${mark}>${escapedHtml(line)}</mark></p>`)
    .join('\n');
  const isOrphan = item.place.state === 'orphan';
  return `<article class="item${isOrphan ? ' orphan' : ''}">
<header>
<span class="kind ${item.kind}">${words.kinds[item.kind]}</span>
<span class="place">${escapedHtml(placeInWords(item, language))}</span>
</header>
<figure>
<blockquote lang="vi"${cite}>
${quotation}
</blockquote>
<figcaption>${escapedHtml(sourceLine(item, language))}</figcaption>
</figure>
${isOrphan ? `<p class="lost">${words.orphan}: ${words.orphanDetail}.</p>\n` : ''}${remarksHtml(item, language)}</article>`;
}

/** What the person added to the words: a note and tags. */
function remarksHtml({ note, tags }: NoteItem, language: Language): string {
  const words = WORDS[language];
  const rows: string[] = [];
  if (note !== '') rows.push(`<div><dt>${words.note}</dt><dd class="note">${escapedHtml(note)}</dd></div>`);
  if (tags.length > 0) {
    const items = tags.map((tag) => `<li>${escapedHtml(tag)}</li>`).join('');
    rows.push(`<div><dt>${words.tags}</dt><dd><ul class="tags">${items}</ul></dd></div>`);
  }
  return rows.length === 0 ? '' : `<dl>\n${rows.join('\n')}\n</dl>\n`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as HTML, in an element or in an attribute with double quotes. */
export function escapedHtml(text: string): string {
  return text.replace(/[&<>"']/gu, (sign) => ENTITIES[sign] ?? sign);
}
