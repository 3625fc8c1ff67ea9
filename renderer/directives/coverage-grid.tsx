import { useRef, useState, type KeyboardEvent } from 'react';
import { useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { useTranslation } from 'react-i18next';
import type { Coverage } from '#core/coverage';
import type { DirectiveId, DirectiveRow } from '#core/directive';
import { chooseDirective, setRegister } from '../state/registers';
import { useTakeFocus } from '../ui/take-focus';
import { nameOfRow, signOfRow } from './names';

/** A document in a column of the matrix. */
export interface Cell {
  directive: DirectiveId;
  column: string;
}

/** In pixels; those of `coverage.css`. */
const SIZE = { row: 28, names: 232, head: 60 };
const PAGE = 10;

interface CoverageGridProps {
  rows: readonly DirectiveRow[];
  coverage: Coverage;
  open: Cell | null;
  /** Pixels of a column. */
  width: number;
  nameOf: (column: string) => string;
  onOpen: (cell: Cell) => void;
}

/** Where the keyboard is; the names of the documents are column -1. */
interface At {
  row: number;
  column: number;
}

/** The matrix. Only the part that is in sight is drawn; names and heads stay. Arrows walk it, Enter opens. */
export function CoverageGrid({ rows, coverage, open, width, nameOf, onOpen }: CoverageGridProps) {
  const { t } = useTranslation();
  const { columns, cells } = coverage;
  const scroller = useRef<HTMLDivElement>(null);
  useTakeFocus(scroller);
  const [wanted, setAt] = useState<At>({ row: 0, column: 0 });
  const at = within(wanted, rows.length, columns.length);
  const shared = { getScrollElement: () => scroller.current, overscan: 6 };
  // The compiler leaves this component alone: the virtualizer's functions cannot be memoized.
  // eslint-disable-next-line react-hooks/incompatible-library
  const down = useVirtualizer({ ...shared, count: rows.length, estimateSize: () => SIZE.row, paddingStart: SIZE.head, scrollPaddingStart: SIZE.head }); // prettier-ignore
  const across = useVirtualizer({ ...shared, horizontal: true, count: columns.length, estimateSize: () => width, paddingStart: SIZE.names, scrollPaddingStart: SIZE.names }); // prettier-ignore
  const most = Math.max(1, ...[...cells.values()].flatMap((row) => [...row.values()]));
  const isFilled = ({ row, column }: At) =>
    cells.get(rows[row]?.id ?? '')?.has(columns[column]?.key ?? '') === true;
  const enter = ({ row: index, column }: At) => {
    const row = rows[index];
    const key = columns[column]?.key;
    if (row === undefined) return;
    if (key === undefined) openInList(row);
    else if (cells.get(row.id)?.has(key) === true) onOpen({ directive: row.id, column: key });
  };
  const pressed = (event: KeyboardEvent) => {
    const next = stepped(event, at, { rows: rows.length, columns: columns.length, isFilled });
    if (event.key === 'Enter') enter(at);
    else if (next !== null) {
      setAt(next);
      down.scrollToIndex(next.row);
      if (next.column >= 0) across.scrollToIndex(next.column);
    } else return;
    event.preventDefault();
  };
  const heads = across.getVirtualItems();
  return (
    <div
      ref={scroller}
      className="coverage-scroll"
      data-part
      role="grid"
      tabIndex={0}
      aria-label={t('register.tabs.coverage')}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length + 1}
      aria-activedescendant={`covers-${at.row}-${at.column}`}
      onKeyDown={pressed}
    >
      <div
        role="presentation"
        className="coverage-all"
        style={{ width: across.getTotalSize(), height: down.getTotalSize() }}
      >
        <HeadRow {...{ heads, coverage, nameOf }} />
        {down.getVirtualItems().map(({ index, start, key }) => {
          const row = rows[index];
          return row === undefined ? null : (
            <CoverageRow
              key={key}
              {...{ row, index, coverage, most, at, open, nameOf, heads }}
              top={start}
              onEnter={(column) => {
                setAt({ row: index, column });
                enter({ row: index, column });
              }}
            />
          );
        })}
      </div>
    </div>
  );
}

function HeadRow({ heads, coverage, nameOf }: Pick<CoverageRowProps, 'heads' | 'coverage' | 'nameOf'>) {
  const { t } = useTranslation();
  return (
    <div role="row" aria-rowindex={1} className="coverage-row heads">
      <span role="columnheader" aria-colindex={1} className="names">
        {t('register.documents')}
      </span>
      {heads.map(({ index, start, size, key }) => (
        <ColumnHead key={key} {...{ index, start, size, coverage, nameOf }} />
      ))}
    </div>
  );
}

function openInList({ id }: DirectiveRow): void {
  chooseDirective(id);
  setRegister({ tab: 'list' });
}

const within = ({ row, column }: At, rows: number, columns: number): At => ({
  row: Math.max(0, Math.min(row, rows - 1)),
  column: Math.max(-1, Math.min(column, columns - 1)),
});

interface GridSize {
  rows: number;
  columns: number;
  isFilled: (at: At) => boolean;
}

/** Where a key leads; null when it leads nowhere. With Ctrl an arrow leads to the next cell that counts something. */
function stepped({ key, ctrlKey, altKey, metaKey }: KeyboardEvent, at: At, size: GridSize): At | null {
  if (altKey || metaKey) return null;
  const { row, column } = at;
  const to = ctrlKey ? (down: number, right: number) => nextFilled(at, down, right, size) : null;
  const steps: Record<string, At> = {
    ArrowDown: to?.(1, 0) ?? { row: row + 1, column },
    ArrowUp: to?.(-1, 0) ?? { row: row - 1, column },
    ArrowRight: to?.(0, 1) ?? { row, column: column + 1 },
    ArrowLeft: to?.(0, -1) ?? { row, column: column - 1 },
    PageDown: { row: row + PAGE, column },
    PageUp: { row: row - PAGE, column },
    Home: { row: ctrlKey ? 0 : row, column: -1 },
    End: { row: ctrlKey ? size.rows - 1 : row, column: size.columns - 1 },
  };
  const next = steps[key];
  return next === undefined ? null : within(next, size.rows, size.columns);
}

/** As in a spreadsheet: the next cell of the row or the column that is not empty, else its end. */
function nextFilled(at: At, down: number, right: number, { rows, columns, isFilled }: GridSize): At {
  let { row, column } = at;
  const isInside = () => row >= 0 && row < rows && column >= 0 && column < columns;
  do {
    row += down;
    column += right;
  } while (isInside() && !isFilled({ row, column }));
  return { row, column };
}

interface ColumnHeadProps {
  index: number;
  start: number;
  size: number;
  coverage: Coverage;
  nameOf: (column: string) => string;
}

function ColumnHead({ index, start, size, coverage, nameOf }: ColumnHeadProps) {
  const column = coverage.columns[index];
  if (column === undefined) return null;
  const name = nameOf(column.key);
  return (
    <span
      role="columnheader"
      aria-colindex={index + 2}
      className="column"
      title={name}
      style={{ left: start, width: size }}
    >
      <span className="c2" lang="vi">
        {name}
      </span>
      <small className="num">{column.mentions.toLocaleString('vi-VN')}</small>
    </span>
  );
}

interface CoverageRowProps extends Pick<CoverageGridProps, 'coverage' | 'open' | 'nameOf'> {
  row: DirectiveRow;
  index: number;
  top: number;
  most: number;
  at: At;
  heads: readonly VirtualItem[];
  onEnter: (column: number) => void;
}

function CoverageRow(props: CoverageRowProps) {
  const { row, index, top, coverage, most, at, open, heads, nameOf, onEnter } = props;
  const counts = coverage.cells.get(row.id);
  const here = at.row === index;
  return (
    <div role="row" aria-rowindex={index + 2} className="coverage-row" style={{ top }}>
      {/* Reached by the arrow keys of the grid around it. */}
      {/* eslint-disable-next-line jsx-a11y/click-events-have-key-events */}
      <span
        role="rowheader"
        id={`covers-${index}--1`}
        tabIndex={-1}
        aria-colindex={1}
        className={`names ${here && at.column === -1 ? 'at' : ''}`}
        title={nameOfRow(row)}
        onClick={() => onEnter(-1)}
      >
        <span className="clip">{signOfRow(row)}</span>
        <small className="num">{row.mentions.toLocaleString('vi-VN')}</small>
      </span>
      {heads.map(({ index: column, start, size, key }) => {
        const of = coverage.columns[column]?.key ?? '';
        return (
          <CountCell
            key={key}
            id={`covers-${index}-${column}`}
            column={column}
            left={start}
            width={size}
            count={counts?.get(of) ?? 0}
            most={most}
            words={`${nameOfRow(row)}, ${nameOf(of)}`}
            at={here && at.column === column}
            open={open?.directive === row.id && open.column === of}
            onOpen={() => onEnter(column)}
          />
        );
      })}
    </div>
  );
}

interface CountCellProps {
  id: string;
  column: number;
  left: number;
  width: number;
  count: number;
  most: number;
  words: string;
  at: boolean;
  open: boolean;
  onOpen: () => void;
}

const STEPS_OF_HEAT = 4;
/** Pixels between two cells. */
const GAP = 4;

function CountCell({ id, column, left, width, count, most, words, at, open, onOpen }: CountCellProps) {
  const { t } = useTranslation();
  const heat = Math.ceil((STEPS_OF_HEAT * count) / most);
  return (
    // Reached by the arrow keys of the grid around it.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events
    <span
      role="gridcell"
      id={id}
      tabIndex={-1}
      aria-colindex={column + 2}
      aria-selected={open}
      aria-label={t('register.cell', { words, count })}
      className={`count num heat-${heat} ${at ? 'at' : ''}`}
      style={{ left, width: width - GAP }}
      onClick={onOpen}
    >
      {count === 0 ? '' : count}
    </span>
  );
}
