import { useDeferredValue } from 'react';
import { Columns2, FolderMinus, SquareArrowOutUpRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ArticleSummary } from '#core/library';
import { call } from '../bridge';
import { useAnswer } from '../state/answers';
import { openArticle } from '../state/articles';
import { importDay } from '../state/article-order';
import { takeOut } from '../state/collections';
import { useLibrary } from '../state/library';
import { attempt } from '../state/status';
import { Button, Kbd } from '../ui/controls';
import { dayText } from '../ui/format';

/** So many paragraphs are shown: enough to know the article again. */
const PARAGRAPHS = 4;

/** The article at hand: its facts, where it is kept, how it begins. */
export function Preview({ article }: { article: ArticleSummary | null }) {
  const { t } = useTranslation();
  return (
    <aside className="article-preview" aria-label={t('articles.preview.label')} data-part>
      {article === null ? (
        <p className="t2 none">{t('articles.preview.none')}</p>
      ) : (
        <Shown article={article} />
      )}
    </aside>
  );
}

function Shown({ article }: { article: ArticleSummary }) {
  const { t } = useTranslation();
  const { id, title, dek, removedAt } = article;
  const removedDay = removedAt?.slice(0, 10) ?? null;
  return (
    <>
      <div className="preview-scroll" key={id}>
        <p className="meta xs t2">
          {[article.source, article.publishedOn === null ? null : dayText(article.publishedOn)]
            .filter((words) => words !== null)
            .join(' · ')}
        </p>
        <h2>{title}</h2>
        {dek !== null && <p className="dek">{dek}</p>}
        <Chips article={article} />
        <p className="xs t3 num">
          {t('articles.preview.facts', {
            paragraphs: article.paragraphs,
            annotations: article.annotations,
            notes: article.notes,
          })}
          {' · '}
          {removedDay === null
            ? t('articles.preview.imported', { day: dayText(importDay(article)) })
            : t('articles.preview.removed', { day: dayText(removedDay) })}
        </p>
        <Beginning id={id} />
      </div>
      {removedAt === null && (
        <footer>
          <Button look="primary" onClick={() => openArticle(id, false)}>
            <SquareArrowOutUpRight size={14} strokeWidth={1.75} aria-hidden /> {t('articles.preview.open')}{' '}
            <Kbd>↵</Kbd>
          </Button>
          <Button look="line" onClick={() => openArticle(id, true)}>
            <Columns2 size={14} strokeWidth={1.75} aria-hidden /> {t('articles.preview.beside')}{' '}
            <Kbd>Ctrl ↵</Kbd>
          </Button>
        </footer>
      )}
    </>
  );
}

/** The collections that it lies in, and its tags. */
function Chips({ article }: { article: ArticleSummary }) {
  const { t } = useTranslation();
  const collections = useLibrary((state) => state.collections);
  const readOnly = useLibrary((state) => state.readOnly);
  const isIn = collections.filter(({ id }) => article.shelving.collections.includes(id));
  if (isIn.length === 0 && article.tags.length === 0) return null;
  return (
    <div className="filter-chips">
      {isIn.map(({ id, name }) => (
        <span key={id} className="chip">
          <span className="clip">{name}</span>
          {!readOnly && (
            <button
              type="button"
              aria-label={t('articles.preview.takeOut', { name })}
              title={t('articles.preview.takeOut', { name })}
              onClick={() => void attempt(() => takeOut([article.id], id))}
            >
              <FolderMinus size={12} aria-hidden />
            </button>
          )}
        </span>
      ))}
      {article.tags.map((tag) => (
        <span key={tag} className="xs t2">
          #{tag}
        </span>
      ))}
    </div>
  );
}

/** Keeps what it shows until the next article is there: walking through the table does not make it flash. */
function Beginning({ id }: { id: string }) {
  const { t } = useTranslation();
  const asked = useDeferredValue(id);
  const view = useAnswer(`preview ${asked}`, () => call('articles.get', { id: asked }));
  if (view === null) return <div className="beginning" aria-busy />;
  const { blocks } = view.article;
  const rest = blocks.length - PARAGRAPHS;
  return (
    <div className="beginning">
      {blocks.slice(0, PARAGRAPHS).map(({ text }, index) => (
        <p key={index}>{text}</p>
      ))}
      {rest > 0 && <p className="xs t3">{t('articles.preview.more', { count: rest })}</p>}
    </div>
  );
}
