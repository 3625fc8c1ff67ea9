import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ArticleSummary } from '#core/library';
import { READING, type Reading } from '#core/shelving';
import {
  actedOn,
  askPurge,
  exportRows,
  setArticles,
  trashOrRestore,
  unpickRows,
  useArticles,
} from '../state/articles';
import { takeOut } from '../state/collections';
import { useLibrary } from '../state/library';
import { setArchived, setReading, setStarred } from '../state/shelving';
import { attempt } from '../state/status';
import { Button, CommandKey, IconButton, Kbd } from '../ui/controls';
import { Choice } from '../ui/choice';
import { usePlaceName } from './table-bar';

/** What is done to several articles at once; it is there while some are picked. */
export function BulkBar({ rows }: { rows: readonly ArticleSummary[] }) {
  const { t } = useTranslation();
  const picked = useArticles((state) => state.picked);
  const isTrash = useArticles(({ place }) => place.is === 'trash');
  const readOnly = useLibrary((state) => state.readOnly);
  if (picked.size === 0) return null;
  const articles = actedOn(rows);
  return (
    <section className="article-bulk" aria-label={t('articles.bulk.label')} data-part>
      <b className="med nowrap" role="status">
        {t('articles.picked', { count: articles.length })}
      </b>
      {!readOnly && (isTrash ? <OfTrash articles={articles} /> : <OfPresent articles={articles} />)}
      {!isTrash && <Button onClick={() => exportRows(articles)}>{t('articles.bulk.export')}</Button>}
      <span className="end" />
      <IconButton small label={t('articles.bulk.unpick')} command="escape" onClick={unpickRows}>
        <X size={15} strokeWidth={1.75} aria-hidden />
      </IconButton>
    </section>
  );
}

interface ActsProps {
  articles: readonly ArticleSummary[];
}

function OfTrash({ articles }: ActsProps) {
  const { t } = useTranslation();
  return (
    <>
      <Button onClick={() => void trashOrRestore(articles)}>
        {t('articles.bulk.restore')} <Kbd>Del</Kbd>
      </Button>
      <Button className="danger" onClick={() => askPurge(articles)}>
        {t('articles.bulk.purge')} <Kbd>Shift Del</Kbd>
      </Button>
    </>
  );
}

function OfPresent({ articles }: ActsProps) {
  const { t } = useTranslation();
  const place = useArticles((state) => state.place);
  const name = usePlaceName();
  const ids = articles.map(({ id }) => id);
  const areStarred = articles.every(({ shelving }) => shelving.starred);
  const areArchived = articles.every(({ shelving }) => shelving.archivedAt !== null);
  return (
    <>
      <Choice
        label={t('articles.bulk.reading')}
        value=""
        any={t('articles.bulk.reading')}
        options={READING.map((value) => ({ value, words: t(`shelving.${value}`) }))}
        onChoose={(value) => value !== '' && void attempt(() => setReading(ids, value as Reading))}
      />
      <Button onClick={() => void attempt(() => setStarred(ids, !areStarred))}>
        {t(areStarred ? 'articles.bulk.unstar' : 'articles.bulk.star')}
      </Button>
      <Button onClick={() => void attempt(() => setArchived(ids, !areArchived))}>
        {t(areArchived ? 'articles.bulk.unarchive' : 'articles.bulk.archive')}
      </Button>
      <Button onClick={() => setArticles({ choosing: 'collect' })}>
        {t('articles.bulk.collect')} <CommandKey command="collectArticles" />
      </Button>
      {place.is === 'collection' && (
        <Button className="clip" onClick={() => void attempt(() => takeOut(ids, place.id))}>
          {t('articles.bulk.takeOut', { name })}
        </Button>
      )}
      <Button onClick={() => void trashOrRestore(articles)}>
        {t('articles.bulk.trash')} <Kbd>Del</Kbd>
      </Button>
    </>
  );
}
