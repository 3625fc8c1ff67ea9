import { useEffect, useMemo } from 'react';
import { ChevronLeft, CircleAlert, CircleCheck, HardDrive, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { chooseFiles, chooseFolder } from '../state/importing';
import { useLibrary } from '../state/library';
import { readerWidth } from '../state/panes';
import {
  chooseRow,
  clearResults,
  draftOf,
  setReviewFilter,
  useReview,
  type ReviewFilter,
} from '../state/review';
import { acceptChecked, isOpenable, refreshItems, skip } from '../state/reviewing';
import { openHere, openTogether, setView, useView } from '../state/view';
import { Button, CommandKey, IconButton, Kbd } from '../ui/controls';
import { EndedFile } from './ended-file';
import { FileList } from './file-list';
import { ImportProgress } from './import-progress';
import { useReviewKeys } from './review-keys';
import { countsOf, fileRows, fits, nextLook, type FileRow } from './rows';
import { WaitingFile } from './waiting-file';
import './review.css';

/** Files that were read, before they go into the library, and what came of those that did. */
export function ReviewView() {
  const { t } = useTranslation();
  const items = useReview((state) => state.items);
  const results = useReview((state) => state.results);
  const filter = useReview((state) => state.filter);
  const chosen = useReview((state) => state.chosen);
  const importing = useLibrary((state) => state.importing);
  const rows = useMemo(() => fileRows(items, results), [items, results]);
  const shown = useMemo(() => rows.filter((row) => fits(row, filter)), [rows, filter]);
  const row = rows.find(({ key }) => key === chosen);
  useEffect(() => {
    void refreshItems();
    document.querySelector<HTMLElement>('.review-list')?.focus();
  }, []);
  useEffect(() => {
    // Newest results stand last: those of this import are what the person came for.
    if (row === undefined && shown.length > 0)
      chooseRow((shown.find((r) => r.is === 'waiting') ?? shown.at(-1))?.key ?? null);
  }, [row, shown]);
  useReviewKeys(shown, chosen);
  return (
    <div className="review">
      <div className="bar">
        <IconButton label={t('review.back')} onClick={() => setView({ view: 'library' })}>
          <ChevronLeft size={16} aria-hidden />
        </IconButton>
        <h1>{t('review.title')}</h1>
        {rows.length > 0 && <span className="xs t2 num">{t('review.files', { count: rows.length })}</span>}
        {results.length > 0 && (
          <Button className="review-clear" onClick={clearResults}>
            {t('review.clearResults')}
          </Button>
        )}
        <span className="end" />
        {rows.length > 0 && <Filters rows={rows} filter={filter} />}
      </div>
      <ImportProgress />
      {rows.length === 0 ? (
        importing === null && <NothingWaits />
      ) : (
        <div className="review-panes">
          <FileList rows={shown} chosen={chosen} />
          {row?.is === 'waiting' && <WaitingFile key={row.key} item={row.item} />}
          {row?.is === 'result' && <EndedFile key={row.key} result={row.result} />}
        </div>
      )}
      {rows.length > 0 && <Footer rows={rows} row={row} />}
    </div>
  );
}

const FILTERS = [
  { name: 'all', icon: null },
  { name: 'ready', icon: CircleCheck },
  { name: 'look', icon: TriangleAlert },
  { name: 'failed', icon: CircleAlert },
] as const;

function Filters({ rows, filter }: { rows: readonly FileRow[]; filter: ReviewFilter }) {
  const { t } = useTranslation();
  const counts = countsOf(rows);
  return (
    <div className="review-filters" role="group" aria-label={t('review.filter.label')}>
      {FILTERS.map(({ name, icon: Glyph }) => (
        <button
          key={name}
          type="button"
          className={`chip ${name} ${filter === name ? 'on' : ''}`}
          aria-pressed={filter === name}
          onClick={() => setReviewFilter(name)}
        >
          {Glyph !== null && <Glyph size={12} strokeWidth={2} aria-hidden />}
          {t(`review.filter.${name}`)} <b>{counts[name]}</b>
        </button>
      ))}
    </div>
  );
}

function Footer({ rows, row }: { rows: readonly FileRow[]; row: FileRow | undefined }) {
  const { t } = useTranslation();
  const drafts = useReview((state) => state.drafts);
  const accepting = useReview((state) => state.accepting);
  const readOnly = useLibrary((state) => state.readOnly);
  const articles = useLibrary((state) => state.articles);
  const waiting = rows.filter((other) => other.is === 'waiting');
  const checked = waiting.filter(({ item }) => draftOf({ drafts }, item).checked).length;
  const next = nextLook(rows, row?.key ?? null);
  const id = row?.is === 'result' ? row.result.id : undefined;
  const openable = id !== undefined && articles.has(id) && isOpenable(id) ? id : null;
  return (
    <footer className="review-foot">
      <span className="kept xs t2 clip">
        <HardDrive size={14} strokeWidth={1.75} aria-hidden />{' '}
        <span className="clip">{t('review.kept')}</span>
      </span>
      <span className="end" />
      {row?.is === 'waiting' && (
        <Button
          large
          title={t('review.skipHint')}
          disabled={accepting !== null || readOnly}
          onClick={() => void skip([row.key])}
        >
          {t('review.skip')}
        </Button>
      )}
      {openable !== null && (
        <Button large look="line" onClick={() => openHere(openable)}>
          {t('review.openArticle')}
        </Button>
      )}
      {waiting.length > 0 && (
        <>
          <Button
            large
            look="line"
            disabled={next === null || next === row?.key}
            onClick={() => chooseRow(next)}
          >
            {t('review.next')} <Kbd>N</Kbd>
          </Button>
          <Button
            large
            look="primary"
            disabled={checked === 0 || accepting !== null || readOnly}
            onClick={() => void acceptChecked()}
          >
            {checked === 0 ? t('review.acceptNone') : t('review.accept', { count: checked })}{' '}
            <Kbd>Ctrl ↵</Kbd>
          </Button>
        </>
      )}
      {waiting.length === 0 && <OpenImported rows={rows} />}
    </footer>
  );
}

/** When nothing waits any more, reading is what comes next. */
function OpenImported({ rows }: { rows: readonly FileRow[] }) {
  const { t } = useTranslation();
  useView((state) => state.panes);
  const ids = rows.flatMap((row) =>
    row.is === 'result' && row.result.id !== undefined ? [row.result.id] : [],
  );
  const open = [...new Set(ids)].filter(isOpenable);
  if (open.length === 0) return null;
  return (
    <Button large look="primary" onClick={() => openTogether(open.slice(-2), readerWidth())}>
      {t('review.openImported')} <Kbd>Ctrl ↵</Kbd>
    </Button>
  );
}

function NothingWaits() {
  const { t } = useTranslation();
  const readOnly = useLibrary((state) => state.readOnly);
  return (
    <div className="empty">
      <p>{t('review.empty')}</p>
      {!readOnly && (
        <div className="row">
          <Button look="primary" large onClick={() => void chooseFiles()}>
            {t('review.open')} <CommandKey command="import" />
          </Button>
          <Button large onClick={() => void chooseFolder()}>
            {t('review.openFolder')}
          </Button>
        </div>
      )}
    </div>
  );
}
