import { useRef, type KeyboardEvent } from 'react';
import { LOOSE_FIND, createMatcher } from '#core/search/find';
import { chooseTag, unfold } from '../state/codebook';
import { isComposing } from '../ui/fields';
import type { TagRow } from './tree';

/** How long typed letters belong to one word, in milliseconds. */
const SPELL_WITHIN = 800;

/** The row that a key leads to from row `at`; undefined when it leads nowhere. */
function rowAt(rows: readonly TagRow[], at: number, key: string): TagRow | undefined {
  const row = rows[at];
  switch (key) {
    case 'ArrowDown':
      return rows[at + 1];
    case 'ArrowUp':
      return rows[at - 1];
    case 'Home':
      return rows[0];
    case 'End':
      return rows.at(-1);
    case 'ArrowRight':
      return row?.open === true ? rows[at + 1] : undefined;
    case 'ArrowLeft':
      return rows.slice(0, at).findLast(({ level }) => level < (row?.level ?? 0));
    default:
      return undefined;
  }
}

const MOVES = ['ArrowDown', 'ArrowUp', 'Home', 'End', 'ArrowRight', 'ArrowLeft'];

/** Arrows walk the tree and fold it; letters lead to the next tag that begins with them, marks ignored. */
export function useTreeKeys(rows: readonly TagRow[]): (event: KeyboardEvent, row: TagRow) => void {
  const spelled = useRef({ word: '', at: 0 });
  /** The next row that begins with the letters typed just now; the same row again while they fit it. */
  const spell = (letter: string, from: number): TagRow | undefined => {
    const { word, at } = spelled.current;
    const isGoingOn = performance.now() - at < SPELL_WITHIN;
    const wanted = isGoingOn ? word + letter : letter;
    spelled.current = { word: wanted, at: performance.now() };
    const matcher = createMatcher(wanted, LOOSE_FIND);
    const start = from + (wanted.length > 1 ? 0 : 1);
    return [...rows.slice(start), ...rows.slice(0, start)].find(
      ({ node }) => matcher?.find(node.leaf)[0]?.start === 0,
    );
  };
  return (event, row) => {
    const isSpelling = performance.now() - spelled.current.at < SPELL_WITHIN;
    const { key } = event;
    if (isComposing(event.nativeEvent) || event.ctrlKey || event.metaKey || event.altKey) return;
    const at = rows.indexOf(row);
    if (key === 'ArrowRight' && row.open === false) unfold(row.node.name, true);
    else if (key === 'ArrowLeft' && row.open === true) unfold(row.node.name, false);
    else if (MOVES.includes(key)) go(rowAt(rows, at, key));
    else if (key === 'Enter') document.querySelector<HTMLElement>('.passages [tabindex="0"]')?.focus();
    // The first letter of a word may be a command's; what follows it is the word's.
    else if (/^[\p{L}\p{N} ]$/u.test(key) && (isSpelling || !/^[nN ]$/u.test(key))) go(spell(key, at));
    else return;
    event.preventDefault();
  };
}

const go = (row: TagRow | undefined): void => {
  if (row !== undefined) chooseTag(row.node.name);
};
