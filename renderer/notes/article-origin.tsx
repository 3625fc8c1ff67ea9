import { ExternalLink, FolderOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Article } from '#core/article';
import { ENCODING_NAMES, isEncoding } from '#core/text/encodings';
import { showOriginalAs } from '../state/original';
import { setView } from '../state/view';
import { IconButton } from '../ui/controls';

/** Where an article came from: its file, what that was written in, and how many texts the article has had. */
export function ArticleOrigin({ article }: { article: Article }) {
  const { t } = useTranslation();
  const { id, original, format, encoding, revision } = article;
  const words = [t(`original.format.${format}`), isEncoding(encoding) ? ENCODING_NAMES[encoding] : ''];
  return (
    <>
      <dt>{t('notes.file')}</dt>
      <dd title={original.name}>
        <span className="clip">{original.name}</span>
        <span className="fact-buttons">
          <IconButton small label={t('original.open')} onClick={() => void showOriginalAs(id, 'open')}>
            <ExternalLink size={13} strokeWidth={1.75} aria-hidden />
          </IconButton>
          <IconButton small label={t('original.reveal')} onClick={() => void showOriginalAs(id, 'reveal')}>
            <FolderOpen size={13} strokeWidth={1.75} aria-hidden />
          </IconButton>
        </span>
      </dd>
      <dt>{t('original.formatName')}</dt>
      <dd>
        <span className="clip">{words.filter((part) => part !== '').join(' · ')}</span>
      </dd>
      {revision > 1 && (
        <>
          <dt>{t('original.versionsName')}</dt>
          <dd>
            <button
              type="button"
              className="removed num"
              onClick={() => setView({ dialog: { is: 'versions', articleId: id } })}
            >
              {t('original.versionCount', { count: revision })}
            </button>
          </dd>
        </>
      )}
    </>
  );
}
