import { useRef, type KeyboardEvent } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DirectiveId, DirectiveRow } from '#core/directive';
import { sortRegister, useRegister, type RegisterColumn } from '../state/registers';
import { dayText } from '../ui/format';
import { nameOfRow, signOfRow } from './names';

const COLUMNS: readonly RegisterColumn[] = ['name', 'type', 'title', 'issued', 'mentions'];
const ROW_HEIGHT = 48;

interface DirectiveTableProps {
  rows: readonly DirectiveRow[];
  chosen: DirectiveId | null;
  onChoose: (id: DirectiveId) => void;
}

/** All documents, one a row. Arrows walk them; the chosen one is shown beside. */
export function DirectiveTable({ rows, chosen, onChoose }: DirectiveTableProps) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  // The compiler leaves this component alone: the virtualizer's functions cannot be memoized.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 12,
  });
  const at = rows.findIndex(({ id }) => id === chosen);
  const go = (index: number) => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, index))];
    if (row === undefined) return;
    onChoose(row.id);
    virtualizer.scrollToIndex(rows.indexOf(row));
  };
  const pressed = (event: KeyboardEvent) => {
    const steps: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: rows.length - 1,
    };
    const next = steps[event.key];
    if (next === undefined) return;
    event.preventDefault();
    go(next);
  };
  return (
    <div
      className="directive-table"
      role="grid"
      tabIndex={0}
      aria-label={t('register.title')}
      aria-rowcount={rows.length + 1}
      aria-activedescendant={at < 0 ? undefined : `directive-${at}`}
      onKeyDown={pressed}
    >
      <div className="directive-row heads" role="row" aria-rowindex={1}>
        {COLUMNS.map((column) => (
          <ColumnHead key={column} column={column} />
        ))}
      </div>
      <div className="directive-scroll" ref={scroller} role="rowgroup" aria-label={t('register.rows')}>
        <div className="directive-rows" role="presentation" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start, key }) => {
            const row = rows[index];
            return row === undefined ? null : (
              <Row
                key={key}
                row={row}
                index={index}
                top={start}
                chosen={row.id === chosen}
                onChoose={onChoose}
              />
            );
          })}
        </div>
        {rows.length === 0 && <p className="nothing">{t('register.nothingFits')}</p>}
      </div>
    </div>
  );
}

function ColumnHead({ column }: { column: RegisterColumn }) {
  const { t } = useTranslation();
  const sorted = useRegister((state) => state.column === column);
  const downwards = useRegister((state) => state.downwards);
  const Arrow = downwards ? ArrowDown : ArrowUp;
  return (
    <span
      role="columnheader"
      className={`cell ${column === 'mentions' ? 'cited' : column}`}
      aria-sort={sorted ? (downwards ? 'descending' : 'ascending') : 'none'}
    >
      <button type="button" onClick={() => sortRegister(column)}>
        {t(`register.column.${column}`)} {sorted && <Arrow size={12} aria-hidden />}
      </button>
    </span>
  );
}

interface RowProps {
  row: DirectiveRow;
  index: number;
  top: number;
  chosen: boolean;
  onChoose: (id: DirectiveId) => void;
}

function Row({ row, index, top, chosen, onChoose }: RowProps) {
  const { t } = useTranslation();
  const doubt = doubtOf(row);
  return (
    // Reached by the arrow keys of the list around it.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={`directive-${index}`}
      className={`directive-row ${chosen ? 'on' : ''}`}
      role="row"
      tabIndex={-1}
      aria-rowindex={index + 2}
      aria-selected={chosen}
      data-directive={row.id}
      style={{ transform: `translateY(${top}px)` }}
      onClick={() => onChoose(row.id)}
    >
      <span role="gridcell" className="cell name" title={row.spellings.join('\n')}>
        <b className="clip">{signOfRow(row)}</b>
        {doubt === null ? (
          row.spellings.length > 1 && (
            <span className="xxs t3">{t('register.spellings', { count: row.spellings.length })}</span>
          )
        ) : (
          <span className="xxs doubt">{t(doubt, { term: row.term?.roman ?? '' })}</span>
        )}
      </span>
      <span role="gridcell" className="cell type">
        {row.type}
      </span>
      <span role="gridcell" className="cell title" title={row.title}>
        {row.title === '' ? (
          <i className="t3">{t('register.noTitle')}</i>
        ) : (
          <span className="c2">{row.title}</span>
        )}
      </span>
      <span role="gridcell" className="cell issued num">
        {row.issuedOn === null ? '—' : dayText(row.issuedOn)}
      </span>
      <span role="gridcell" className="cell cited num" title={nameOfRow(row)}>
        {row.mentions}
        <span className="xxs t3">{t('register.inArticles', { count: row.articles.length })}</span>
      </span>
    </div>
  );
}

/** What is not decided about a document: the key of the words that say so. */
export function doubtOf(row: DirectiveRow): 'register.termLikely' | 'register.noIssuer' | null {
  if (row.term?.certain === false) return 'register.termLikely';
  return row.issuer === null && row.number !== null ? 'register.noIssuer' : null;
}
