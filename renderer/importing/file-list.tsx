import { useEffect, useMemo, useRef, type KeyboardEvent, type MouseEvent } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { Check, File } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLibrary } from '../state/library';
import { chooseRow, draftOf, patchDraft, useReview } from '../state/review';
import { FILE_ICONS, extensionOf, resultLine, waitingLine, type SecondLine } from './row-words';
import { listRows, nameOf, type FileRow, type ListRow } from './rows';

interface FileListProps {
  rows: readonly FileRow[];
  chosen: string | null;
}

/** Turns the check of a waiting file over. */
export function toggle(row: FileRow | undefined): void {
  if (row?.is !== 'waiting') return;
  patchDraft(row.key, { checked: !draftOf(useReview.getState(), row.item).checked });
}

/** The row so many steps from the chosen one. */
export function step(rows: readonly FileRow[], chosen: string | null, by: number): void {
  const at = rows.findIndex(({ key }) => key === chosen);
  const next = rows[Math.max(0, Math.min(rows.length - 1, at + by))];
  if (next !== undefined) chooseRow(next.key);
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 10,
  PageUp: -10,
  End: Infinity,
  Home: -Infinity,
};

/** The files: those that wait with a check, then what came of the others. */
export function FileList({ rows, chosen }: FileListProps) {
  const { t } = useTranslation();
  const drawn = useMemo(() => listRows(rows), [rows]);
  const scroller = useRef<HTMLDivElement>(null);
  // The compiler leaves this component alone: the virtualizer's functions cannot be memoized.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtualizer = useVirtualizer({
    count: drawn.length,
    getScrollElement: () => scroller.current,
    estimateSize: (i) => (drawn[i]?.is === 'heading' ? 33 : 57),
    getItemKey: (i) => drawn[i]?.key ?? i,
    overscan: 8,
  });
  useEffect(() => {
    const at = drawn.findIndex(({ key, is }) => is !== 'heading' && key === chosen);
    if (at >= 0) virtualizer.scrollToIndex(at, { align: 'auto' });
    // Only a newly chosen row is brought into sight: the list may be scrolled away from it.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [chosen]);
  const pressed = (event: KeyboardEvent) => {
    const by = STEPS[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (by !== undefined) step(rows, chosen, by);
    else if (event.key === ' ') toggle(rows.find(({ key }) => key === chosen));
    else return;
    event.preventDefault();
  };
  const clicked = ({ target }: MouseEvent) => {
    const key =
      target instanceof Element ? target.closest<HTMLElement>('[data-key]')?.dataset['key'] : undefined;
    const row = rows.find((other) => other.key === key);
    if (row === undefined) return;
    if (target instanceof Element && target.closest('.review-check') !== null) toggle(row);
    else chooseRow(row.key);
  };
  if (rows.length === 0) return <p className="review-none t3">{t('review.nothingHere')}</p>;
  return (
    <div
      className="review-list"
      ref={scroller}
      role="listbox"
      tabIndex={0}
      aria-label={t('review.list')}
      aria-activedescendant={chosen === null ? undefined : optionId(chosen)}
      onKeyDown={pressed}
      onClick={clicked}
    >
      <div className="review-rows" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start, key }) => (
          <div
            key={key}
            data-index={index}
            ref={virtualizer.measureElement}
            className="review-slot"
            style={{ transform: `translateY(${start}px)` }}
          >
            <AnyRow row={drawn[index]} chosen={chosen} />
          </div>
        ))}
      </div>
    </div>
  );
}

const optionId = (key: string): string => `review-${key.replace(/[^\w-]/gu, '-')}`;

function AnyRow({ row, chosen }: { row: ListRow | undefined; chosen: string | null }) {
  const { t } = useTranslation();
  if (row === undefined) return null;
  switch (row.is) {
    case 'heading':
      return (
        <div className="review-heading h">
          {t(`review.${row.key}`)} <span className="cnt">{row.count}</span>
        </div>
      );
    case 'waiting':
      return <WaitingRow row={row} on={row.key === chosen} />;
    case 'result':
      return <ResultRow row={row} on={row.key === chosen} />;
  }
}

function WaitingRow({ row, on }: { row: Extract<FileRow, { is: 'waiting' }>; on: boolean }) {
  const { t } = useTranslation();
  const draft = useReview((state) => draftOf(state, row.item));
  return <Option row={row} on={on} checked={draft.checked} line={waitingLine(row.item, draft, t)} />;
}

function ResultRow({ row, on }: { row: Extract<FileRow, { is: 'result' }>; on: boolean }) {
  const { t } = useTranslation();
  const { id = '' } = row.result;
  const paragraphs = useLibrary((state) => state.articles.get(id)?.paragraphs);
  return <Option row={row} on={on} checked={null} line={resultLine(row.result, paragraphs, t)} />;
}

interface OptionProps {
  row: FileRow;
  on: boolean;
  /** Null = there is nothing to check. */
  checked: boolean | null;
  line: SecondLine;
}

function Option({ row, on, checked, line }: OptionProps) {
  const name = nameOf(row.path);
  const FileGlyph = FILE_ICONS[extensionOf(name)] ?? File;
  const Glyph = line.icon;
  return (
    <div
      id={optionId(row.key)}
      data-key={row.key}
      role="option"
      tabIndex={-1}
      aria-selected={on}
      aria-checked={checked ?? undefined}
      className={`review-row ${on ? 'on' : ''}`}
      title={`${row.path}\n${line.words}`}
    >
      {checked !== null && (
        <span className={`review-check ${checked ? 'on' : ''}`}>
          {checked && <Check size={12} strokeWidth={3} aria-hidden />}
        </span>
      )}
      <FileGlyph className="file" size={16} strokeWidth={1.75} aria-hidden />
      <span className="name clip">{name}</span>{' '}
      <span className={`line ${line.look}`}>
        <Glyph size={12} strokeWidth={2} aria-hidden />
        <span className="clip">{line.words}</span>
      </span>
    </div>
  );
}
