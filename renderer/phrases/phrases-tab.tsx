import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { PHRASE_SYLLABLES, type PhraseRow } from '#core/calls/phrases';
import type { CallOutput } from '#core/contract';
import { call } from '../bridge';
import { useAnswer } from '../state/answers';
import { choosePhrase, narrowPhrases, phraseQuestion, showBody, usePhrases } from '../state/phrases';
import { Choice } from '../ui/choice';
import { SearchField } from '../ui/search-field';
import { Places } from './places';
import { walkRows } from './row-keys';
import { YearBars } from './year-bars';

/** Set phrases: those that fit on the left, the places of the chosen one on the right. */
export function PhrasesTab() {
  const { t } = useTranslation();
  const now = usePhrases((state) => state.filter);
  const filter = useDeferredValue(now);
  const chosen = usePhrases((state) => state.phrase);
  const question = phraseQuestion(filter);
  const list = useAnswer(JSON.stringify(question), () => call('phrases.list', question));
  return (
    <>
      <section className="col phrase-list" aria-label={t('phrases.tabs.phrases')}>
        <Filter list={list} />
        {list === null && <p className="phrase-note">{t('phrases.loading')}</p>}
        {list !== null &&
          (list.rows.length === 0 ? (
            <p className="phrase-note">{t('phrases.none')}</p>
          ) : (
            <Table rows={list.rows} />
          ))}
      </section>
      {chosen === null ? (
        <p className="phrase-note wide">{t('phrases.choose')}</p>
      ) : (
        <ChosenPhrase key={chosen} phrase={chosen} />
      )}
    </>
  );
}

const LENGTHS = Array.from(
  { length: PHRASE_SYLLABLES.most - PHRASE_SYLLABLES.least + 1 },
  (_, index) => PHRASE_SYLLABLES.least + index,
);
const LEAST_ARTICLES = [2, 3, 4, 5, 8, 10, 20, 50];

function Filter({ list }: { list: CallOutput<'phrases.list'> | null }) {
  const { t } = useTranslation();
  const { length, articles, words, year, source } = usePhrases((state) => state.filter);
  const searched = usePhrases((state) => state.searched);
  return (
    <div className="phrase-filter">
      <SearchField
        label={t('phrases.search')}
        value={words}
        asked={searched}
        command="findPhrase"
        onChange={(typed) => narrowPhrases({ words: typed })}
      />
      <Choice
        label={t('phrases.length')}
        value={String(length)}
        options={LENGTHS.map((count) => ({ value: String(count), words: t('phrases.syllables', { count }) }))}
        onChoose={(chosen) => narrowPhrases({ length: Number(chosen) })}
      />
      <Choice
        label={t('phrases.least')}
        value={String(articles)}
        options={LEAST_ARTICLES.map((count) => ({
          value: String(count),
          words: t('phrases.inArticles', { count }),
        }))}
        onChoose={(chosen) => narrowPhrases({ articles: Number(chosen) })}
      />
      <Choice
        label={t('phrases.year')}
        any={t('phrases.anyYear')}
        value={String(year ?? '')}
        options={(list?.years ?? []).map((each) => ({ value: String(each), words: String(each) }))}
        onChoose={(chosen) => narrowPhrases({ year: chosen === '' ? undefined : Number(chosen) })}
      />
      <Choice
        label={t('phrases.source')}
        any={t('phrases.anySource')}
        value={source ?? ''}
        options={(list?.sources ?? []).map((each) => ({ value: each, words: each }))}
        onChoose={(chosen) => narrowPhrases({ source: chosen === '' ? undefined : chosen })}
      />
      {list !== null && (
        <span className="xs t3 num phrase-total" role="status">
          {list.rows.length < list.total
            ? t('phrases.foundMore', { shown: list.rows.length, count: list.total })
            : t('phrases.found', { count: list.total })}
        </span>
      )}
    </div>
  );
}

function Table({ rows }: { rows: readonly PhraseRow[] }) {
  const { t } = useTranslation();
  const chosen = usePhrases((state) => state.phrase);
  const stop = rows.some(({ key }) => key === chosen) ? chosen : rows[0]?.key;
  return (
    <div className="phrase-scroll">
      <table className="phrase-table" data-rows>
        <thead>
          <tr>
            <th scope="col">{t('phrases.columns.phrase')}</th>
            <th scope="col" className="figure">
              {t('phrases.columns.count')}
            </th>
            <th scope="col" className="figure">
              {t('phrases.columns.articles')}
            </th>
            <th scope="col">{t('phrases.columns.years')}</th>
            <th scope="col">{t('phrases.columns.sources')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr
              key={row.key}
              className={row.key === chosen ? 'chosen' : undefined}
              onClick={() => choosePhrase(row.key)}
            >
              <th scope="row">
                <button
                  type="button"
                  data-row={row.key}
                  onKeyDown={walkRows}
                  aria-current={row.key === chosen}
                  tabIndex={row.key === stop ? 0 : -1}
                >
                  {row.text}
                </button>
              </th>
              <td className="figure num">{row.count}</td>
              <td className="figure num">{row.articles}</td>
              <td>
                <YearBars years={row.years} />
              </td>
              <td className="xs t2">
                <Sources sources={row.sources} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const SOURCES_SHOWN = 2;

function Sources({ sources }: Pick<PhraseRow, 'sources'>) {
  const { t } = useTranslation();
  const name = (source: string | null) => source ?? t('phrases.noSource');
  const more = sources.length - SOURCES_SHOWN;
  return (
    <span title={sources.map(({ source, count }) => `${name(source)}: ${count}`).join('\n')}>
      {sources
        .slice(0, SOURCES_SHOWN)
        .map(({ source, count }) => `${name(source)} (${count})`)
        .join(', ')}
      {more > 0 && ` ${t('phrases.moreSources', { count: more })}`}
    </span>
  );
}

function ChosenPhrase({ phrase }: { phrase: string }) {
  const { t } = useTranslation();
  const filter = usePhrases((state) => state.filter);
  const asked = { ...phraseQuestion({ ...filter, words: '' }), key: phrase };
  const places = useAnswer(JSON.stringify(asked), () => call('phrases.places', asked));
  return (
    <section className="col phrase-places" aria-label={t('phrases.places')}>
      <div className="phrase-head">
        <h2>{places?.rows[0]?.text ?? phrase}</h2>
        {places !== null && places.bodies.length > 0 && (
          <p className="xs">
            <span className="t3">{t('phrases.bodiesNamed')}:</span>
            {places.bodies.map(({ name, articles }) => (
              <button key={name} type="button" className="chip" onClick={() => showBody(name)}>
                {name} <span className="cnt">{articles}</span>
              </button>
            ))}
          </p>
        )}
      </div>
      <Places label={t('phrases.places')} places={places} />
    </section>
  );
}
