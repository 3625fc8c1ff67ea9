import { useMemo, useState } from 'react';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { columnsOf, coverageOf, COVERAGE_BY, withBodies, type CoverageBy } from '#core/coverage';
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
  const by = useCoverageBy((state) => state.by);
  const articles = useCitingArticles(by);
  const [open, setOpen] = useState<Cell | null>(null);
  const mentions = useAnswer('coverage', () => call('directives.mentions', { context: false }), looked);
  const coverage = useMemo(() => {
    const wanted = new Set(rows.map(({ id }) => id));
    return coverageOf(
      (mentions ?? []).filter(({ directive }) => wanted.has(directive)),
      articles ?? new Map(),
      by,
    );
  }, [mentions, rows, articles, by]);
  const nameOf = (key: string) => nameOfColumn(key, by, articles) ?? t(`register.unknownBy.${by}`);
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
        <span className="xs t3">
          {t(by === 'body' ? 'register.coverageBodies' : 'register.coverageHint')}
        </span>
      </div>
      {mentions === null || articles === null ? (
        <div className="coverage-scroll" aria-busy />
      ) : (
        <CoverageGrid
          key={by}
          {...{ rows, coverage, open, nameOf }}
          width={by === 'article' || by === 'body' ? 136 : 92}
          onOpen={setOpen}
        />
      )}
      {open !== null && (
        <Quotes
          cell={open}
          articleIds={[...(articles?.values() ?? [])]
            .filter((article) => columnsOf(article, by).includes(open.column))
            .map(({ id }) => id)}
          title={[nameOfId(open.directive, rows), nameOf(open.column)].join(' · ')}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  );
}

/** The library's articles, with the bodies that they name where the columns are those; null until they are known. */
function useCitingArticles(by: CoverageBy): Articles | null {
  const articles = useLibrary((state) => state.articles);
  const looked = useLibrary((state) => state.recognised?.done);
  const named = useAnswer(
    by === 'body' ? 'bodies' : 'no bodies',
    async () => (by === 'body' ? (await call('bodies.list', {})).rows : []),
    looked,
  );
  return useMemo(() => (named === null ? null : withBodies(articles.values(), named)), [articles, named]);
}

type Articles = ReadonlyMap<string, ArticleSummary & { bodies: readonly string[] }>;

function nameOfColumn(key: string, by: CoverageBy, articles: Articles | null): string | null {
  if (key === '') return null;
  const article = by === 'article' ? articles?.get(key) : undefined;
  if (article === undefined) return key;
  return [article.publishedOn === null ? '' : dayText(article.publishedOn), article.title].join(' ').trim();
}

interface QuotesProps {
  cell: Cell;
  articleIds: string[];
  title: string;
  onClose: () => void;
}

/** The quotations that a cell counts. */
function Quotes({ cell, articleIds, title, onClose }: QuotesProps) {
  const { t } = useTranslation();
  const mentions = useAnswer(`quotes ${cell.directive} ${cell.column} ${articleIds.length}`, () =>
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
