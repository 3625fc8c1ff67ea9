import { ArrowDown, ArrowUp } from 'lucide-react';
import './data-table.css';

/** The height of a row, as `data-table.css` has it. CSS pixels. */
export const DATA_ROW = 48;

const PAGE = 10;

/** The row that a key leads to from the row `at`, of `count` rows; undefined for other keys. It may lie outside of them. */
export function rowOfKey(key: string, at: number, count: number): number | undefined {
  const steps: Record<string, number> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + PAGE,
    PageUp: at - PAGE,
    Home: 0,
    End: count - 1,
  };
  return steps[key];
}

interface ColumnHeadProps {
  /** Class of the column's cells. */
  column: string;
  words: string;
  /** How the rows are sorted by this column; null when they are not. */
  sorted: 'ascending' | 'descending' | null;
  onSort: () => void;
}

/** The head of a column, by which the rows are sorted. */
export function ColumnHead({ column, words, sorted, onSort }: ColumnHeadProps) {
  const Arrow = sorted === 'descending' ? ArrowDown : ArrowUp;
  return (
    <span role="columnheader" className={`cell ${column}`} aria-sort={sorted ?? 'none'}>
      <button type="button" onClick={onSort}>
        {words} {sorted !== null && <Arrow size={12} aria-hidden />}
      </button>
    </span>
  );
}
