import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Article } from '#core/article';
import { IconButton } from '../ui/controls';
import { dayText } from '../ui/format';
import { ArticleOrigin } from './article-origin';
import { SameStory } from './same-story';
import './article-facts.css';

interface ArticleFactsProps {
  article: Article;
  readOnly: boolean;
  onConfirmDate: () => void;
  onOpen: () => void;
}

/** What is known of the open article; an inferred date says so until it is confirmed. */
export function ArticleFacts({ article, readOnly, onConfirmDate, onOpen }: ArticleFactsProps) {
  const { t } = useTranslation();
  const inferred = article.dateConfidence === 'inferred-year';
  return (
    <dl className="article-facts">
      <dt>{t('notes.published')}</dt>
      <dd>
        <span className="num" title={article.dateEvidence ?? undefined}>
          {article.publishedOn === null ? t('notes.unknown') : dayText(article.publishedOn)}
        </span>
        {inferred && <span className="inferred">{t('notes.inferred')}</span>}
        {inferred && !readOnly && (
          <IconButton small label={t('notes.confirm')} onClick={onConfirmDate}>
            <Check size={14} aria-hidden />
          </IconButton>
        )}
      </dd>
      <Fact name={t('notes.source')} value={article.source} />
      <Fact name={t('notes.byline')} value={article.byline} />
      <Fact name={t('notes.url')} value={article.url} />
      <ArticleOrigin article={article} />
      {article.removed.length > 0 && (
        <dd className="wide">
          <button type="button" className="removed" onClick={onOpen}>
            {t('reader.removed', { count: article.removed.length })}
          </button>
        </dd>
      )}
      <SameStory articleId={article.id} readOnly={readOnly} />
    </dl>
  );
}

function Fact({ name, value }: { name: string; value: string | null }) {
  if (value === null) return null;
  return (
    <>
      <dt>{name}</dt>
      <dd title={value}>
        <span className="clip">{value}</span>
      </dd>
    </>
  );
}
