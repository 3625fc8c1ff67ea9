import type { NoteItem, Notes, NotesGroup } from '#core/export/notes';
import {
  dateInWords,
  dayInWords,
  headingInWords,
  placeInWords,
  sourceEntry,
  sourceLine,
  taskInWords,
  titleInWords,
  WORDS,
} from '#core/export/words';
import type { Language } from '#core/library';

/** For an e-mail or a chat: nothing but words. Lines end as Windows ends them, for its plainest editor too. */
export function renderPlainText(notes: Notes, language: Language): string {
  const words = WORDS[language];
  const parts = [
    titleInWords(notes.sources, language).toLocaleUpperCase('vi'),
    `${words.counted(notes.count)} · ${words.exportedOn(dayInWords(notes.exportedOn))}`,
    ...notes.groups.flatMap((group) => groupParts(group, notes, language)),
    words.sources.toLocaleUpperCase('vi'),
    notes.sources
      .map((source, index) => {
        const address = source.url === null ? '' : ` ${source.url}`;
        return `${index + 1}. ${sourceEntry(source, language)}${address}`;
      })
      .join('\n'),
  ];
  return `${parts.join('\n\n')}\n`.replaceAll('\n', '\r\n');
}

function groupParts({ heading, items }: NotesGroup, notes: Notes, language: Language): string[] {
  const isDocument = heading.by === 'article' && notes.sources.length === 1;
  const title = headingInWords(heading, language);
  const facts =
    heading.by === 'article'
      ? [
          [heading.source.source, heading.source.byline, dateInWords(heading.source, language)]
            .filter((fact) => fact !== null)
            .join(' · '),
        ]
      : [];
  return [
    ...(isDocument ? [] : [`${title}\n${'─'.repeat(Math.min(title.length, 60))}`]),
    ...facts,
    ...items.map((item) => itemText(item, language)),
  ];
}

function itemText(item: NoteItem, language: Language): string {
  const words = WORDS[language];
  const { quotation, context, tags, note } = item;
  const place = placeInWords(item, language);
  const quoted = `${context?.before.trimStart() ?? ''}“${quotation.join('\n')}”${context?.after.trimEnd() ?? ''}`;
  const lines = [
    `[${[words.kinds[item.kind], ...(place === null ? [] : [place])].join(' · ')}]`,
    quoted,
    ...taskInWords(item.task, language).map(({ name, value }) => `${name}: ${value}`),
    ...(note === '' ? [] : [`${words.note}: ${note}`]),
    ...(tags.length === 0 ? [] : [`${words.tags}: ${tags.join(', ')}`]),
    sourceLine(item, language),
  ];
  return lines.join('\n');
}
