import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { ListTree } from 'lucide-react';
import { Popover } from '@base-ui/react/popover';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useTranslation } from 'react-i18next';
import type { Article } from '#core/article';
import { goToBlock } from '../state/going';
import { useLibrary, viewOf } from '../state/library';
import { blockOf } from '../state/pane-tools';
import { paneHandle } from '../state/panes';
import { setView, useView, type PaneState } from '../state/view';
import { IconButton } from '../ui/controls';
import { isComposing } from '../ui/fields';
import { KindGlyph } from '../ui/kinds';
import { entryAt, outlineEntries, type OutlineEntry } from './outline-entries';

/** Height of a row in CSS pixels, as in panes.css. */
const ROW = 30;

/** The button that opens a pane's outline, and the outline. */
export function Outline({ pane, article }: { pane: PaneState; article: Article }) {
  const { t } = useTranslation();
  const open = useView((state) => state.outline === pane.key);
  return (
    <Popover.Root open={open} onOpenChange={(next) => setView({ outline: next ? pane.key : null })}>
      <Popover.Trigger
        render={<IconButton small label={t('panes.outline.title')} command="outline" aria-pressed={open} />}
      >
        <ListTree size={14} strokeWidth={1.75} aria-hidden />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner sideOffset={6} align="center" className="positioner">
          <Popover.Popup
            className="popup outline"
            aria-label={t('panes.outline.of', { title: article.title })}
            finalFocus={() => paneHandle(pane.key)?.scroller ?? true}
          >
            <OutlineList pane={pane} article={article} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

/** How far a key goes through the entries. */
const STEPS: Partial<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 10,
  PageUp: -10,
  Home: -Infinity,
  End: Infinity,
};

/** The entries; arrow keys move, Enter jumps. */
function OutlineList({ pane, article }: { pane: PaneState; article: Article }) {
  const { t } = useTranslation();
  const list = useRef<HTMLDivElement>(null);
  const annotations = useLibrary((state) => viewOf(state, pane)?.annotations);
  const { entries, byHeadings } = useMemo(
    () => outlineEntries(article, annotations ?? []),
    [article, annotations],
  );
  const [current] = useState(() => entryAt(entries, blockOf(pane)));
  const [at, setAt] = useState(Math.max(0, current));
  // eslint-disable-next-line react-hooks/incompatible-library
  const rows = useVirtualizer({
    count: entries.length,
    getScrollElement: () => list.current,
    estimateSize: () => ROW,
    overscan: 12,
    initialRect: { width: 300, height: 360 },
  });
  useEffect(() => rows.scrollToIndex(at, { align: 'auto' }), [rows, at]);

  const jump = (index: number) => {
    const entry = entries[index];
    if (entry === undefined) return;
    setView({ outline: null });
    goToBlock(pane, entry.block);
  };
  const pressed = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    const step = STEPS[event.key];
    if (step !== undefined) setAt(Math.min(entries.length - 1, Math.max(0, at + step)));
    else if (event.key === 'Enter') jump(at);
    else return;
    event.preventDefault();
  };
  const idOf = (index: number) => `outline-${pane.key}-${index}`;
  return (
    <>
      {!byHeadings && <p className="xs t3 outline-hint">{t('panes.outline.hint')}</p>}
      <div
        ref={list}
        className="outline-list scroll"
        role="listbox"
        tabIndex={0}
        aria-label={t('panes.outline.title')}
        aria-activedescendant={idOf(at)}
        onKeyDown={pressed}
      >
        <div role="presentation" style={{ height: rows.getTotalSize(), position: 'relative' }}>
          {rows.getVirtualItems().map(({ index, start }) => {
            const entry = entries[index];
            if (entry === undefined) return null;
            const state = { at: index === at, current: index === current, count: entries.length };
            return (
              <EntryRow
                key={index}
                id={idOf(index)}
                {...{ entry, index, start, state }}
                onPoint={() => setAt(index)}
                onJump={() => jump(index)}
              />
            );
          })}
        </div>
      </div>
    </>
  );
}

interface EntryRowProps {
  id: string;
  entry: OutlineEntry;
  index: number;
  /** CSS pixels from the top of the list. */
  start: number;
  state: { at: boolean; current: boolean; count: number };
  onPoint: () => void;
  onJump: () => void;
}

function EntryRow({ id, entry, index, start, state, onPoint, onJump }: EntryRowProps) {
  const { t } = useTranslation();
  const { block, words, kinds } = entry;
  return (
    // The keys are the list's.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      id={id}
      className={`outline-row ${state.at ? 'at' : ''}`}
      role="option"
      aria-selected={state.current}
      aria-setsize={state.count}
      aria-posinset={index + 1}
      style={{ transform: `translateY(${start}px)` }}
      title={words}
      onMouseMove={onPoint}
      onClick={onJump}
    >
      <span className="num t3">{block + 1}</span>
      <span className="clip grow">{words}</span>
      {kinds.map((kind) => (
        <span key={kind} className={`glyph k-${kind}`} title={t(`kind.${kind}`)}>
          <KindGlyph kind={kind} size={12} />
        </span>
      ))}
    </div>
  );
}
