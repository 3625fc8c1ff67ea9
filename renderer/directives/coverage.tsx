import { useMemo, useRef, useState } from 'react';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import {
  columnsOf,
  coverageOf,
  COVERAGE_BY,
  withBodies,
  type Coverage as CoverageCounts,
  type CoverageBy,
} from '#core/coverage';
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
  const by = useCoverageBy((state) => state.by);
  const articles = useCitingArticles(by);
  const coverage = useCoverage(rows, articles, by);
  const [open, setOpen] = useState<Cell | null>(null);
  const view = useRef<HTMLDivElement>(null);
  const focusIn = (part: string) => view.current?.querySelector<HTMLElement>(part)?.focus();
  const close = () => {
    setOpen(null);
    focusIn('[role="grid"]');
  };
  const nameOf = (key: string) => nameOfColumn(key, by, articles) ?? t(`register.unknownBy.${by}`);
  return (
    // The key is for what is in it: it takes the quotations away before it leaves the view.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      ref={view}
      className="coverage"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.isDefaultPrevented() || open === null) return;
        event.preventDefault();
        close();
      }}
    >
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
      {coverage === null ? (
        <div className="coverage-scroll" aria-busy />
      ) : (
        <CoverageGrid
          key={by}
          {...{ rows, coverage, open, nameOf }}
          width={by === 'article' || by === 'body' ? 136 : 92}
          onOpen={(cell) => {
            const isOpen = open?.directive === cell.directive && open.column === cell.column;
            // What is open already is gone to.
            if (isOpen) focusIn('.mention');
            else setOpen(cell);
          }}
        />
      )}
      {open !== null && (
        <Quotes
          cell={open}
          articleIds={[...(articles?.values() ?? [])]
            .filter((article) => columnsOf(article, by).includes(open.column))
            .map(({ id }) => id)}
          title={[nameOfId(open.directive, rows), nameOf(open.column)].join(' · ')}
          onClose={close}
        />
      )}
    </div>
  );
}

/** How often the documents are mentioned in the columns; null until it is known. */
function useCoverage(
  rows: readonly DirectiveRow[],
  articles: Articles | null,
  by: CoverageBy,
): CoverageCounts | null {
  const looked = useLibrary((state) => state.recognised?.done);
  const mentions = useAnswer('coverage', () => call('directives.mentions', { context: false }), looked);
  return useMemo(() => {
    if (mentions === null || articles === null) return null;
    const wanted = new Set(rows.map(({ id }) => id));
    return coverageOf(
      mentions.filter(({ directive }) => wanted.has(directive)),
      articles,
      by,
    );
  }, [mentions, rows, articles, by]);
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
    <section
      className="coverage-quotes"
      data-part
      aria-labelledby="coverage-quotes"
      aria-busy={mentions === null}
    >
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
