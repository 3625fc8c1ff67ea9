import { useRef, type ReactNode } from 'react';
import { useTakeFocus } from '../ui/take-focus';
import { walkRows } from './row-keys';

interface RowTableProps<Row> {
  /** The first column names the rows; `figure`: its numbers stand under each other. */
  heads: readonly { words: string; figure?: boolean }[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  chosen: string | null;
  onChoose: (row: Row) => void;
  nameOf: (row: Row) => ReactNode;
  /** What stands in the columns after the first. */
  cellsOf: (row: Row) => readonly ReactNode[];
}

/** Rows of which one is chosen: arrows walk them, Enter or a click chooses. */
export function RowTable<Row>(props: RowTableProps<Row>) {
  const { heads, rows, keyOf, chosen, onChoose, nameOf, cellsOf } = props;
  const table = useRef<HTMLTableElement>(null);
  const stop = rows.find((row) => keyOf(row) === chosen) ?? rows[0];
  useTakeFocus(table, '[data-row][tabindex="0"]');
  const look = (column: number) => (heads[column]?.figure === true ? 'figure num' : undefined);
  return (
    <div className="phrase-scroll">
      <table className="phrase-table" data-rows ref={table}>
        <thead>
          <tr>
            {heads.map(({ words }, column) => (
              <th key={words} scope="col" className={look(column)}>
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const isChosen = keyOf(row) === chosen;
            return (
              <tr key={keyOf(row)} className={isChosen ? 'chosen' : undefined} onClick={() => onChoose(row)}>
                <th scope="row">
                  <button
                    type="button"
                    data-row={keyOf(row)}
                    onKeyDown={walkRows}
                    aria-current={isChosen}
                    tabIndex={row === stop ? 0 : -1}
                  >
                    {nameOf(row)}
                  </button>
                </th>
                {cellsOf(row).map((cell, index) => (
                  // The columns are the same in all rows.
                  <td key={index} className={look(index + 1) ?? 'xs t2'}>
                    {cell}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
