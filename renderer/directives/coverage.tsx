import { useMemo, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { coverageOf, COVERAGE_BY, type Coverage as CoverageCounts, type CoverageBy } from '#core/coverage';
import type { DirectiveId, DirectiveMention, DirectiveRow } from '#core/directive';
import type { ArticleSummary } from '#core/library';
import { call } from '../bridge';
import { useAnswer } from '../state/answers';
import { showOffset } from '../state/going';
import { useLibrary } from '../state/library';
import { attempt } from '../state/status';
import { Segmented } from '../ui/controls';
import { dayText } from '../ui/format';
import { nameOfRow, signOfRow } from './names';

/** More rows or columns are not drawn: nobody overlooks them. */
const MOST = { rows: 200, columns: 60 };

interface CoverageProps {
  rows: readonly DirectiveRow[];
  chosen: DirectiveId | null;
  onChoose: (id: DirectiveId) => void;
}

interface Cell {
  directive: DirectiveId;
  column: string;
}

/** Which documents are mentioned where, and how often: documents by sources, years or articles. */
export function Coverage({ rows, chosen, onChoose }: CoverageProps) {
  const { t } = useTranslation();
  const looked = useLibrary((state) => state.recognised?.done);
  const articles = useLibrary((state) => state.articles);
  const [by, setBy] = useState<CoverageBy>('source');
  const [open, setOpen] = useState<Cell | null>(null);
  const mentions = useAnswer('coverage', () => call('directives.mentions', { context: false }), looked);
  const { columns, cells } = useMemo(
    () => coverageOf(mentions ?? [], articles, by),
    [mentions, articles, by],
  );
  const columnName = (key: string) => nameOfColumn(key, by, articles) ?? t('register.unknown');
  return (
    <div className="coverage">
      <div className="coverage-head">
        <Segmented
          label={t('register.coverageBy')}
          value={by}
          options={COVERAGE_BY.map((value) => ({ value, text: t(`register.by.${value}`) }))}
          onChange={(value) => {
            setBy(value);
            setOpen(null);
          }}
        />
        <span className="xs t3">{t('register.coverageHint')}</span>
      </div>
      <CoverageTable {...{ rows, columns, cells, chosen, open, onChoose, onOpen: setOpen, columnName }} />
      {open !== null && (
        <Quotes
          cell={open}
          by={by}
          title={[nameOf(open.directive, rows), columnName(open.column)].join(' · ')}
        />
      )}
    </div>
  );
}

interface CoverageTableProps extends CoverageProps, CoverageCounts {
  open: Cell | null;
  onOpen: (cell: Cell) => void;
  columnName: (key: string) => string;
}

function CoverageTable(props: CoverageTableProps) {
  const { rows, columns, cells, chosen, open, onChoose, onOpen, columnName } = props;
  const { t } = useTranslation();
  const shownRows = rows.slice(0, MOST.rows);
  const shownColumns = columns.slice(0, MOST.columns);
  const most = Math.max(1, ...shownRows.flatMap(({ id }) => [...(cells.get(id)?.values() ?? [])]));
  return (
    <div className="coverage-scroll">
      {/* The keys only go from one button to the next. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <table onKeyDown={walkCells}>
        <caption className="sr-only">{t('register.coverage')}</caption>
        <thead>
          <tr>
            <th scope="col" />
            {shownColumns.map(({ key }) => (
              <th key={key} scope="col" title={columnName(key)}>
                <span className="clip">{columnName(key)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shownRows.map((row) => (
            <tr key={row.id} className={row.id === chosen ? 'on' : ''}>
              <th scope="row" title={nameOfRow(row)}>
                <button type="button" className="link" onClick={() => onChoose(row.id)}>
                  {signOfRow(row)}
                </button>
              </th>
              {shownColumns.map(({ key }) => (
                <CountCell
                  key={key}
                  count={cells.get(row.id)?.get(key) ?? 0}
                  most={most}
                  words={`${nameOfRow(row)}, ${columnName(key)}`}
                  open={open?.directive === row.id && open.column === key}
                  onOpen={() => onOpen({ directive: row.id, column: key })}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {(rows.length > MOST.rows || columns.length > MOST.columns) && (
        <p className="xs t3">{t('register.coverageCut', MOST)}</p>
      )}
    </div>
  );
}

/** Arrows go from number to number, past empty cells. */
function walkCells(event: KeyboardEvent<HTMLTableElement>): void {
  const steps: Record<string, [number, number]> = {
    ArrowRight: [0, 1],
    ArrowLeft: [0, -1],
    ArrowDown: [1, 0],
    ArrowUp: [-1, 0],
  };
  const step = steps[event.key];
  const from = (event.target as HTMLElement).closest<HTMLTableCellElement>('td');
  const rows = [...(event.currentTarget.tBodies[0]?.rows ?? [])];
  if (step === undefined || from === null) return;
  event.preventDefault();
  let at = rows.findIndex((row) => row.contains(from));
  let column = from.cellIndex;
  for (;;) {
    at += step[0];
    column += step[1];
    const cell = rows[at]?.cells[column];
    if (cell === undefined) return;
    const button = cell.querySelector<HTMLElement>('button');
    if (button !== null && cell.tagName === 'TD') {
      button.focus();
      return;
    }
  }
}

interface CountCellProps {
  count: number;
  most: number;
  words: string;
  open: boolean;
  onOpen: () => void;
}

function CountCell({ count, most, words, open, onOpen }: CountCellProps) {
  const { t } = useTranslation();
  if (count === 0) return <td />;
  const heat = Math.ceil((4 * count) / most);
  return (
    <td>
      <button
        type="button"
        className={`count num heat-${heat}`}
        aria-pressed={open}
        aria-label={t('register.cell', { words, count })}
        onClick={onOpen}
      >
        {count}
      </button>
    </td>
  );
}

function nameOf(id: DirectiveId, rows: readonly DirectiveRow[]): string {
  const row = rows.find((each) => each.id === id);
  return row === undefined ? '' : nameOfRow(row);
}

function nameOfColumn(
  key: string,
  by: CoverageBy,
  articles: ReadonlyMap<string, ArticleSummary>,
): string | null {
  if (key === '') return null;
  const article = by === 'article' ? articles.get(key) : undefined;
  if (article === undefined) return key;
  return [article.publishedOn === null ? '' : dayText(article.publishedOn), article.title].join(' ').trim();
}

/** The quotations that a cell counts. */
function Quotes({ cell, by, title }: { cell: Cell; by: CoverageBy; title: string }) {
  const { t } = useTranslation();
  const articles = useLibrary((state) => state.articles);
  const mentions = useAnswer(`quotes ${cell.directive}`, () =>
    call('directives.mentions', { ids: [cell.directive] }),
  );
  const isHere = ({ articleId }: DirectiveMention): boolean => {
    const article = articles.get(articleId);
    const key = { source: article?.source, year: article?.publishedOn?.slice(0, 4), article: articleId }[by];
    return (key ?? '') === cell.column;
  };
  const quotes = (mentions ?? []).filter(isHere);
  return (
    <section className="coverage-quotes" aria-labelledby="coverage-quotes" aria-busy={mentions === null}>
      <h2 id="coverage-quotes" className="xs">
        {title} <span className="t3 num">{quotes.length}</span>
      </h2>
      {quotes.map((mention) => (
        <button
          key={`${mention.articleId} ${mention.start}`}
          type="button"
          className="quote-line"
          onClick={() => void attempt(() => showOffset(mention.articleId, mention.start))}
        >
          <span lang="vi">
            …{mention.before}
            <mark>{mention.text}</mark>
            {mention.after}…
          </span>
          <span className="xxs t3 num">
            {articles.get(mention.articleId)?.title} ·{' '}
            {t('register.paragraph', { number: mention.block + 1 })}
          </span>
        </button>
      ))}
    </section>
  );
}
