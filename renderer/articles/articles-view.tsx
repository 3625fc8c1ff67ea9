import { useMemo } from 'react';
import { articleRows, useArticles } from '../state/articles';
import { useLibrary } from '../state/library';
import { useSettled } from '../ui/after-paint';
import { ArticleTable } from './article-table';
import { AskStrip } from './ask-strip';
import { BulkBar } from './bulk-bar';
import { Places } from './places';
import { Preview } from './preview';
import { TableBar } from './table-bar';
import './articles.css';

/** All articles: where they are kept, a table of those in one place, and the one at hand. */
export function ArticlesView() {
  const articles = useSettled(useLibrary((state) => state.articles));
  const collections = useLibrary((state) => state.collections);
  const place = useArticles((state) => state.place);
  const words = useArticles((state) => state.words);
  const column = useArticles((state) => state.column);
  const turned = useArticles((state) => state.turned);
  const rows = useMemo(
    () => articleRows(articles, { place, words, column, turned }),
    // A collection has other articles when those under it are others.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [articles, collections, place, words, column, turned],
  );
  const current = useArticles((state) => state.current);
  const shown = rows.find(({ id }) => id === current) ?? rows[0] ?? null;
  return (
    <div className="articles-view">
      <Places articles={articles} rows={rows} />
      <section className="articles-main col">
        <TableBar rows={rows} articles={articles} />
        <AskStrip rows={rows} />
        <BulkBar rows={rows} />
        <ArticleTable rows={rows} shown={shown?.id ?? null} />
      </section>
      <Preview article={shown} />
    </div>
  );
}
