import { Star } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ArticleSummary } from '#core/library';
import { focusTable, openArticle, step, togglePicked, useArticles } from '../state/articles';
import { importDay } from '../state/article-order';
import { dragSource } from '../ui/drag-source';
import { dayText } from '../ui/format';

interface ArticleRowProps {
  row: ArticleSummary;
  rows: readonly ArticleSummary[];
  index: number;
  /** CSS pixels. */
  top: number;
  isShown: boolean;
}

export function ArticleRow({ row, rows, index, top, isShown }: ArticleRowProps) {
  const { t } = useTranslation();
  const isPicked = useArticles((state) => state.picked.has(row.id));
  const { id, title, shelving, removedAt } = row;
  return (
    // Reached by the arrow keys of the table around it.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={`article-${id}`}
      className={`article-row data-row ${isShown ? 'on' : ''} ${isPicked ? 'picked' : ''} ${shelving.reading === 'unread' ? 'unread' : ''}`}
      role="row"
      tabIndex={-1}
      aria-rowindex={index + 2}
      aria-selected={isPicked}
      data-article={id}
      style={{ transform: `translateY(${top}px)` }}
      {...(removedAt === null ? dragSource({ is: 'article', articleId: id }) : {})}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey) togglePicked(id);
        else step(rows, index, event.shiftKey ? 'stretch' : 'alone');
        focusTable();
      }}
      onDoubleClick={(event) => openArticle(id, event.ctrlKey || event.metaKey)}
    >
      <span role="gridcell" className="cell of-pick">
        <input
          type="checkbox"
          tabIndex={-1}
          checked={isPicked}
          aria-label={t('articles.pick', { title })}
          onClick={(event) => event.stopPropagation()}
          onChange={() => {
            togglePicked(id);
            focusTable();
          }}
        />
      </span>
      <span role="gridcell" className="cell of-title" title={title}>
        {shelving.starred && (
          <Star className="star" size={12} role="img" aria-label={t('shelving.starred')} />
        )}
        <span className="c2">{title}</span>
      </span>
      <span role="gridcell" className="cell of-source">
        <span className={`c2 ${row.source === null ? 't3' : ''}`} title={row.source ?? undefined}>
          {row.source ?? t('articles.noSource')}
        </span>
      </span>
      <span role="gridcell" className="cell of-published num">
        {row.publishedOn === null ? <span className="t3">—</span> : dayText(row.publishedOn)}
      </span>
      <span role="gridcell" className="cell of-imported num">
        {dayText(importDay(row))}
      </span>
      <span role="gridcell" className="cell of-reading" title={t(`shelving.${shelving.reading}`)}>
        <span className={`reading-mark ${shelving.reading}`} aria-hidden />
        <span className="clip">{t(`shelving.${shelving.reading}`)}</span>
      </span>
      <span role="gridcell" className="cell of-annotations num">
        {row.annotations === 0 ? <span className="t3">0</span> : row.annotations.toLocaleString('vi-VN')}
      </span>
    </div>
  );
}
