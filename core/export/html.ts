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
  taskInWords,
  titleInWords,
  WORDS,
} from '#core/export/words';
import type { Language } from '#core/library';
import type { NoteBlock, NoteInline } from '#core/note-markdown';

/** Reads the Markdown of a note. */
export type NoteReader = (note: string) => NoteBlock[];

/** One file that needs nothing else: no script, no font, no picture, nothing from a network. */
export function renderHtml(notes: Notes, language: Language, readNote: NoteReader): string {
  const words = WORDS[language];
  const [only, second] = notes.sources;
  const title = titleInWords(notes.sources, language);
  const counted = `${words.counted(notes.count)} · ${words.exportedOn(dayInWords(notes.exportedOn))}`;
  const main = `<main>
<header class="document">
<h1${notes.sources.length === 1 ? ' lang="vi"' : ''}>${escapedHtml(title)}</h1>
${only === undefined || second !== undefined ? '' : `${factsHtml(only, language)}\n`}<p class="facts">${escapedHtml(counted)}</p>
</header>
${notes.groups.map((group) => groupHtml(group, notes, language, readNote)).join('\n')}
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

function groupHtml(group: NotesGroup, notes: Notes, language: Language, readNote: NoteReader): string {
  const { heading, items } = group;
  // With one article its title and facts are the document's.
  const isDocument = heading.by === 'article' && notes.sources.length === 1;
  const isQuoted = heading.by === 'article' || heading.by === 'tag';
  const name = escapedHtml(headingInWords(heading, language));
  const title = isDocument ? '' : `<h2${isQuoted ? ' lang="vi"' : ''}>${name}</h2>\n`;
  const facts = heading.by === 'article' && !isDocument ? `${factsHtml(heading.source, language)}\n` : '';
  return `<section class="group by-${heading.by}">
${title}${facts}${items.map((item) => itemHtml(item, language, readNote)).join('\n')}
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

function itemHtml(item: NoteItem, language: Language, readNote: NoteReader): string {
  const words = WORDS[language];
  const address = pageAddress(item.source);
  const cite = address === null ? '' : ` cite="${escapedHtml(address)}"`;
  const isOrphan = item.place.state === 'orphan';
  const place = placeInWords(item, language);
  const where = place === null ? '' : `\n<span class="place">${escapedHtml(place)}</span>`;
  return `<article class="item${isOrphan ? ' orphan' : ''}">
<header>
<span class="kind ${item.kind}">${words.kinds[item.kind]}</span>${where}
</header>
<figure>
<blockquote lang="vi"${cite}>
${quotationHtml(item)}
</blockquote>
<figcaption>${escapedHtml(sourceLine(item, language))}</figcaption>
</figure>
${isOrphan ? `<p class="lost">${words.orphan}: ${words.orphanDetail}.</p>\n` : ''}${remarksHtml(item, language, readNote)}</article>`;
}

function quotationHtml({ quotation, context, kind, colour }: NoteItem): string {
  const last = quotation.length - 1;
  const around = (words: string | undefined) =>
    words === undefined || words === '' ? '' : `<span class="around">${escapedHtml(words)}</span>`;
  return quotation
    .map((line, index) => {
      const before = index === 0 ? around(context?.before) : '';
      const after = index === last ? around(context?.after) : '';
      return `<p>${before}<mark class="mark ${kind}${colour === null ? '' : ` ${colour}`}">${escapedHtml(line)}</mark>${after}</p>`;
    })
    .join('\n');
}

/** What is known beside the words: of a task, a note and tags. */
function remarksHtml({ note, tags, task }: NoteItem, language: Language, readNote: NoteReader): string {
  const words = WORDS[language];
  const rows = taskInWords(task, language).map(
    ({ name, value }) => `<div><dt>${name}</dt><dd>${escapedHtml(value)}</dd></div>`,
  );
  if (note !== '') {
    const blocks = readNote(note).map(blockHtml).join('\n');
    rows.push(`<div><dt>${words.note}</dt><dd class="note">${blocks}</dd></div>`);
  }
  if (tags.length > 0) {
    const items = tags.map((tag) => `<li>${escapedHtml(tag)}</li>`).join('');
    rows.push(`<div><dt>${words.tags}</dt><dd><ul class="tags">${items}</ul></dd></div>`);
  }
  return rows.length === 0 ? '' : `<dl>\n${rows.join('\n')}\n</dl>\n`;
}

/** A block of a note. */
export function blockHtml(block: NoteBlock): string {
  switch (block.is) {
    case 'paragraph':
      return `<p>${inlineHtml(block.children)}</p>`;
    case 'heading':
      return `<p class="heading">${inlineHtml(block.children)}</p>`;
    case 'quote':
      return `<blockquote>${block.children.map(blockHtml).join('\n')}</blockquote>`;
    case 'list': {
      const items = block.items.map(({ checked, children }) => {
        const box = checked === null ? '' : `${checked ? '☑' : '☐'} `;
        return `<li${box === '' ? '' : ' class="box"'}>${box}${children.map(blockHtml).join('\n')}</li>`;
      });
      const start = block.ordered && block.start !== 1 ? ` start="${block.start}"` : '';
      const name = block.ordered ? 'ol' : 'ul';
      return `<${name}${start}>${items.join('\n')}</${name}>`;
    }
    case 'code':
      return `<pre><code>${escapedHtml(block.text)}</code></pre>`;
    case 'rule':
      return '<hr>';
  }
}

const INLINE_NAMES = { strong: 'strong', emphasis: 'em', delete: 'del' } as const;

const inlineHtml = (parts: readonly NoteInline[]): string =>
  parts
    .map((part) => {
      switch (part.is) {
        case 'text':
          return escapedHtml(part.text);
        case 'break':
          return '<br>';
        case 'code':
          return `<code>${escapedHtml(part.text)}</code>`;
        case 'link':
          return `<a href="${escapedHtml(part.address)}" rel="noreferrer">${inlineHtml(part.children)}</a>`;
        case 'strong':
        case 'emphasis':
        case 'delete': {
          const name = INLINE_NAMES[part.is];
          return `<${name}>${inlineHtml(part.children)}</${name}>`;
        }
      }
    })
    .join('');

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
