import { useMemo, useSyncExternalStore, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  isPlainNote,
  plainBlocks,
  type NoteBlock,
  type NoteInline,
  type NoteListItem,
} from '#core/note-markdown';
import { followAddress } from '../../state/linking';
import type { parseNote } from './parse';
import './note-text.css';

/** The parser, once it is here. Until then notes are shown as they were typed. */
let parser: typeof parseNote | null = null;
let loading: Promise<void> | null = null;
const waiting = new Set<() => void>();

function onParser(listener: () => void): () => void {
  waiting.add(listener);
  return () => waiting.delete(listener);
}

function needParser(): void {
  loading ??= import('./parse').then((loaded) => {
    parser = loaded.parseNote;
    for (const listener of waiting) listener();
  });
}

/** A note as its Markdown means it. */
export function NoteText({ note, className = '' }: { note: string; className?: string }) {
  const parse = useSyncExternalStore(onParser, () => parser);
  const blocks = useMemo(() => {
    // The fonts hold composed letters; a note may have been pasted from where they are decomposed.
    const composed = note.normalize('NFC');
    if (isPlainNote(composed)) return plainBlocks(composed);
    if (parse !== null) return parse(composed);
    needParser();
    return plainBlocks(composed);
  }, [note, parse]);
  return <div className={`note-text ${className}`}>{blocks.map(blockNode)}</div>;
}

function blockNode(block: NoteBlock, key: number): ReactNode {
  switch (block.is) {
    case 'paragraph':
      return <p key={key}>{block.children.map(inlineNode)}</p>;
    case 'heading':
      // Not a heading of the page: a screen reader's list of headings is for the article's own.
      return (
        <p key={key} className="heading">
          {block.children.map(inlineNode)}
        </p>
      );
    case 'quote':
      return <blockquote key={key}>{block.children.map(blockNode)}</blockquote>;
    case 'list':
      return block.ordered ? (
        <ol key={key} start={block.start}>
          {block.items.map(itemNode)}
        </ol>
      ) : (
        <ul key={key}>{block.items.map(itemNode)}</ul>
      );
    case 'code':
      return (
        <pre key={key}>
          <code>{block.text}</code>
        </pre>
      );
    case 'rule':
      return <hr key={key} />;
  }
}

function itemNode({ checked, children }: NoteListItem, key: number): ReactNode {
  return (
    <li key={key} className={checked === null ? undefined : 'box'}>
      {checked !== null && <span className="tick">{checked ? '☑' : '☐'}</span>}
      {children.map(blockNode)}
    </li>
  );
}

function inlineNode(part: NoteInline, key: number): ReactNode {
  switch (part.is) {
    case 'text':
      return part.text;
    case 'break':
      return <br key={key} />;
    case 'strong':
      return <strong key={key}>{part.children.map(inlineNode)}</strong>;
    case 'emphasis':
      return <em key={key}>{part.children.map(inlineNode)}</em>;
    case 'delete':
      return <del key={key}>{part.children.map(inlineNode)}</del>;
    case 'code':
      return <code key={key}>{part.text}</code>;
    case 'link':
      return (
        <Link key={key} address={part.address}>
          {part.children.map(inlineNode)}
        </Link>
      );
  }
}

/** The window opens no pages: a click copies the address, or goes to the place in this library that it names. */
function Link({ address, children }: { address: string; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      className="link"
      title={t('notesDeep.link.title', { address })}
      onClick={(event) => {
        event.stopPropagation();
        void followAddress(address);
      }}
    >
      {children}
    </button>
  );
}
