import { MessageSquare } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { FoundArticle, SearchHit } from '#core/calls/searching';
import type { Stop } from '../state/found-places';
import { useLibrary } from '../state/library';
import { dayText } from '../ui/format';
import { MarkedWords, Snippet } from './marked-words';

interface FoundGroupProps {
  found: FoundArticle;
  stops: readonly Stop[];
  active: string | undefined;
}

/** An article that was found: where it comes from, its title, and places in it. */
export function FoundGroup({ found, stops, active }: FoundGroupProps) {
  const { t } = useTranslation();
  const article = useLibrary((state) => state.articles.get(found.articleId));
  const isArchived = article !== undefined && article.shelving.archivedAt !== null;
  const title = stops.find(({ is }) => is === 'title');
  const inTitle = found.hits.filter((hit) => hit.in === 'title');
  const isOn = stops.some(({ id }) => idOf(id) === active);
  const words = <MarkedWords text={article?.title ?? ''} spans={inTitle} />;
  return (
    <div className={`found ${isOn ? 'on' : ''}`} role="group" aria-label={article?.title}>
      <div className="found-meta xxs t3">
        <span className="clip">{article?.source ?? t('search.noSource')}</span>
        <span className="num nb">
          {article?.publishedOn == null ? t('search.noDate') : dayText(article.publishedOn)}
        </span>
        {isArchived && <span className="found-archived nb">{t('search.archived')}</span>}
        {found.count > 0 && <span className="end num nb">{t('search.places', { count: found.count })}</span>}
      </div>
      {title === undefined ? (
        <div className="found-title clip" lang="vi">
          {words}
        </div>
      ) : (
        <Option stop={title} active={active} className="found-title">
          <span className="clip" lang="vi">
            {words}
          </span>
        </Option>
      )}
      {stops.map((stop) => {
        if (stop.is === 'title') return null;
        return (
          <Option key={stop.id} stop={stop} active={active} className={`found-hit ${stop.is}`}>
            {stop.hit === null ? (
              <span className="xs">{t('search.more', { count: found.count })}</span>
            ) : (
              <Words hit={stop.hit} />
            )}
          </Option>
        );
      })}
    </div>
  );
}

const idOf = (stopId: string): string => `found-${stopId}`;

interface OptionProps {
  stop: Stop;
  active: string | undefined;
  className: string;
  children: React.ReactNode;
}

function Option({ stop, active, className, children }: OptionProps) {
  const isActive = idOf(stop.id) === active;
  return (
    <div
      id={idOf(stop.id)}
      role="option"
      aria-selected={isActive}
      className={`${className} ${isActive ? 'now' : ''}`}
      data-stop={stop.id}
    >
      {children}
    </div>
  );
}

/** The number of its paragraph, or what it is else, and the words. */
function Words({ hit }: { hit: SearchHit }) {
  const { t } = useTranslation();
  return (
    <>
      <span className="found-number num">
        {hit.in === 'text' && hit.block !== null && hit.block + 1}
        {hit.in === 'note' && (
          <>
            <MessageSquare size={12} strokeWidth={2} aria-hidden />
            <span className="sr-only">{t('search.note')}</span>
          </>
        )}
        {hit.in === 'dek' && t('search.dek')}
      </span>
      <span className={hit.in === 'note' ? 'remark' : ''} lang="vi">
        <Snippet hit={hit} />
      </span>
    </>
  );
}
