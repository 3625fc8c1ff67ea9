import { useMemo, useState } from 'react';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { columnOf, coverageOf, COVERAGE_BY, type CoverageBy } from '#core/coverage';
import type { DirectiveRow } from '#core/directive';
import type { ArticleSummary } from '#core/library';
import { call } from '../bridge';
import { useAnswer } from '../state/answers';
import { useLibrary } from '../state/library';
import { IconButton, Segmented } from '../ui/controls';
import { dayText } from '../ui/format';
import { useCoverageBy } from './coverage-by';
import { CoverageGrid, type Cell } from './coverage-grid';
import { MentionList } from './mentions';
import { nameOfId } from './names';

/** Which documents are mentioned where, and how often: documents by sources, years or articles. */
export function Coverage({ rows }: { rows: readonly DirectiveRow[] }) {
  const { t } = useTranslation();
  const looked = useLibrary((state) => state.recognised?.done);
  const articles = useLibrary((state) => state.articles);
  const by = useCoverageBy((state) => state.by);
  const [open, setOpen] = useState<Cell | null>(null);
  const mentions = useAnswer('coverage', () => call('directives.mentions', { context: false }), looked);
  const coverage = useMemo(() => {
    const wanted = new Set(rows.map(({ id }) => id));
    return coverageOf(
      (mentions ?? []).filter(({ directive }) => wanted.has(directive)),
      articles,
      by,
    );
  }, [mentions, rows, articles, by]);
  const nameOf = (key: string) => nameOfColumn(key, by, articles) ?? t('register.unknown');
  return (
    <div className="coverage">
      <div className="coverage-head">
        <Segmented
          label={t('register.coverageBy')}
          value={by}
          options={COVERAGE_BY.map((value) => ({ value, text: t(`register.by.${value}`) }))}
          onChange={(value) => {
            useCoverageBy.setState({ by: value });
            setOpen(null);
          }}
        />
        <span className="xs t3">{t('register.coverageHint')}</span>
      </div>
      {mentions === null ? (
        <div className="coverage-scroll" aria-busy />
      ) : (
        <CoverageGrid
          key={by}
          {...{ rows, coverage, open, nameOf }}
          width={by === 'article' ? 136 : 92}
          onOpen={setOpen}
        />
      )}
      {open !== null && (
        <Quotes
          cell={open}
          by={by}
          title={[nameOfId(open.directive, rows), nameOf(open.column)].join(' · ')}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  );
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

interface QuotesProps {
  cell: Cell;
  by: CoverageBy;
  title: string;
  onClose: () => void;
}

/** The quotations that a cell counts. */
function Quotes({ cell, by, title, onClose }: QuotesProps) {
  const { t } = useTranslation();
  const articles = useLibrary((state) => state.articles);
  const articleIds = useMemo(
    () =>
      [...articles.values()].filter((article) => columnOf(article, by) === cell.column).map(({ id }) => id),
    [articles, by, cell.column],
  );
  const mentions = useAnswer(`quotes ${by} ${cell.directive} ${cell.column}`, () =>
    call('directives.mentions', { ids: [cell.directive], articleIds }),
  );
  return (
    <section className="coverage-quotes" aria-labelledby="coverage-quotes" aria-busy={mentions === null}>
      <header>
        <h2 id="coverage-quotes" className="h">
          {title} <span className="cnt num">{mentions?.length}</span>
        </h2>
        <IconButton small label={t('close')} onClick={onClose}>
          <X size={14} aria-hidden />
        </IconButton>
      </header>
      <MentionList mentions={mentions ?? []} />
    </section>
  );
}
