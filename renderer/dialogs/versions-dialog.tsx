import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Article } from '#core/article';
import { loadArticle, useLibrary } from '../state/library';
import { loadRevision, revertTo } from '../state/revising';
import { attempt } from '../state/status';
import { Button } from '../ui/controls';
import { Dialog } from '../ui/dialog';
import { VersionCompare } from './version-compare';
import './dialogs.css';
import './versions.css';

interface VersionsDialogProps {
  articleId: string;
  onClose: () => void;
}

/** The texts that an article has had, each compared with the next. */
export function VersionsDialog({ articleId, onClose }: VersionsDialogProps) {
  const { t } = useTranslation();
  const article = useLibrary((state) => state.views.get(articleId)?.article);
  const readOnly = useLibrary((state) => state.readOnly);
  const versions = useVersions(article);
  const [wanted, setWanted] = useState<number | null>(null);
  useEffect(() => {
    void attempt(() => loadArticle(articleId));
  }, [articleId]);
  if (article === undefined) return null;
  const last = article.revision;
  const chosen = Math.min(wanted ?? last - 1, last - 1);
  const before = versions?.[chosen - 1];
  const after = versions?.[chosen];
  const revert = () =>
    void attempt(() => revertTo(articleId, chosen)).then((good) => {
      if (good) onClose();
    });
  return (
    <Dialog
      title={t('original.versions.title')}
      onClose={onClose}
      footer={
        last > 1 && !readOnly ? (
          <>
            <Button onClick={onClose}>{t('facts.cancel')}</Button>
            <Button look="primary" onClick={revert}>
              {t('original.versions.revert', { number: chosen })}
            </Button>
          </>
        ) : undefined
      }
    >
      {last === 1 ? (
        <p className="versions-only">{t('original.versions.only')}</p>
      ) : (
        <div className="versions">
          <VersionList last={last} versions={versions} chosen={chosen} onChoose={setWanted} />
          {before === undefined || after === undefined ? (
            <p className="versions-compare t3" aria-busy>
              {t('original.versions.loading')}
            </p>
          ) : (
            <VersionCompare key={chosen} before={before} after={after} />
          )}
        </div>
      )}
    </Dialog>
  );
}

/** All texts of an article in order, the present one last; null while they are being loaded. */
function useVersions(article: Article | undefined): readonly Article[] | null {
  const [loaded, setLoaded] = useState<{ of: Article; versions: Article[] } | null>(null);
  useEffect(() => {
    if (article === undefined) return undefined;
    let current = true;
    void attempt(async () => {
      const earlier = Array.from({ length: article.revision - 1 }, (_, i) => loadRevision(article.id, i + 1));
      const versions = [...(await Promise.all(earlier)), article];
      if (current) setLoaded({ of: article, versions });
    });
    return () => {
      current = false;
    };
  }, [article]);
  return loaded !== null && loaded.of === article ? loaded.versions : null;
}

interface VersionListProps {
  last: number;
  versions: readonly Article[] | null;
  chosen: number;
  onChoose: (revision: number) => void;
}

/** The present version on top, which nothing comes after; below it those that can be chosen. */
function VersionList({ last, versions, chosen, onChoose }: VersionListProps) {
  const { t } = useTranslation();
  const detail = (revision: number) => {
    const count = versions?.[revision - 1]?.blocks.length;
    return count === undefined ? '' : t('original.versions.blocks', { count });
  };
  return (
    <div className="version-list scroll" role="radiogroup" aria-label={t('original.versions.list')}>
      <div className="version present">
        <span>{t('original.versions.name', { number: last })}</span>
        <span className="t3">{t('original.versions.present')}</span>
      </div>
      {Array.from({ length: last - 1 }, (_, i) => last - 1 - i).map((revision) => (
        <label key={revision} className="version">
          <input
            type="radio"
            name="version"
            className="sr-only"
            checked={revision === chosen}
            onChange={() => onChoose(revision)}
          />
          <span>{t('original.versions.name', { number: revision })}</span>
          <span className="t3 num">{detail(revision)}</span>
        </label>
      ))}
    </div>
  );
}
