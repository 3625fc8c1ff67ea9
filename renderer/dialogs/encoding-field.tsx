import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Article } from '#core/article';
import { ENCODINGS, ENCODING_NAMES, isEncoding } from '#core/text/encodings';
import { rereadAs } from '../state/revising';
import { attempt } from '../state/status';

const TEXT_FORMATS: readonly Article['format'][] = ['text', 'markdown', 'html'];

/** What the letters of a text file were read in; another choice reads the file again. */
export function EncodingField({ article, readOnly }: { article: Article; readOnly: boolean }) {
  const { t } = useTranslation();
  const [reading, setReading] = useState<string | null>(null);
  const { id, format, encoding } = article;
  if (!TEXT_FORMATS.includes(format)) return null;
  const reread = async (wanted: string) => {
    setReading(wanted);
    await attempt(() => rereadAs(id, wanted));
    setReading(null);
  };
  return (
    <label>
      {t('original.encoding')}
      <select
        className="input"
        name="encoding"
        value={reading ?? encoding}
        disabled={readOnly || reading !== null}
        title={t('original.encodingHint')}
        onChange={(event) => void reread(event.target.value)}
      >
        {!isEncoding(encoding) && <option value={encoding}>{encoding}</option>}
        {ENCODINGS.map((name) => (
          <option key={name} value={name}>
            {ENCODING_NAMES[name]}
          </option>
        ))}
      </select>
    </label>
  );
}
