import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WordsInPlace } from '#core/calls/phrases';
import { goToWords } from '../state/phrases';
import { useLibrary } from '../state/library';
import { dayText } from '../ui/format';
import { walkRows } from './row-keys';

interface PlacesProps {
  label: string;
  /** Null until they are known. */
  places: { rows: readonly WordsInPlace[]; total: number } | null;
}

/** Places one under the other, with the same words in the same column; a click or Enter opens the article there. */
export function Places({ label, places }: PlacesProps) {
  const { t } = useTranslation();
  const [stop, setStop] = useState(0);
  if (places === null) return <p className="phrase-note">{t('phrases.loading')}</p>;
  const { rows, total } = places;
  return (
    <>
      <p className="xs t3 num places-total">
        {rows.length < total
          ? t('phrases.placesMore', { shown: rows.length, count: total })
          : t('phrases.placeCount', { count: total })}
      </p>
      <div className="phrase-scroll" role="group" aria-label={label} data-rows>
        {rows.map((place, index) => (
          <Place
            key={`${place.articleId} ${place.start}`}
            place={place}
            isStop={index === Math.min(stop, rows.length - 1)}
            onFocus={() => setStop(index)}
          />
        ))}
      </div>
    </>
  );
}

interface PlaceProps {
  place: WordsInPlace;
  isStop: boolean;
  onFocus: () => void;
}

function Place({ place, isStop, onFocus }: PlaceProps) {
  const { t } = useTranslation();
  const article = useLibrary((state) => state.articles.get(place.articleId));
  return (
    <button
      type="button"
      className="kwic"
      data-row
      tabIndex={isStop ? 0 : -1}
      title={t('phrases.open')}
      onFocus={onFocus}
      onKeyDown={walkRows}
      onClick={() => void goToWords(place)}
    >
      <span className="before">
        <bdi>{place.before.trimEnd()}</bdi>
      </span>
      <mark>{place.text}</mark>
      <span className="after">{place.after}</span>
      <span className="from xxs t3">
        <span className="clip">
          {[article?.source ?? t('phrases.noSource'), article?.title]
            .filter((part) => part !== undefined)
            .join(' · ')}
        </span>
        <span className="num nb">
          {article?.publishedOn !== undefined &&
            article.publishedOn !== null &&
            `${dayText(article.publishedOn)} · `}
          {t('phrases.paragraph', { number: place.block + 1 })}
        </span>
      </span>
    </button>
  );
}
