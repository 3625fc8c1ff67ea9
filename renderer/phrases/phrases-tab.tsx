import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { PHRASE_SYLLABLES, type PhraseRow } from '#core/calls/phrases';
import type { CallOutput } from '#core/contract';
import { call } from '../bridge';
import { useAnswer } from '../state/answers';
import { useLibrary } from '../state/library';
import {
  choosePhrase,
  isWidest,
  narrowPhrases,
  phraseQuestion,
  showBody,
  usePhrases,
  widenPhrases,
} from '../state/phrases';
import { Choice } from '../ui/choice';
import { EmptyView, NothingFits } from '../ui/empty-view';
import { SearchField } from '../ui/search-field';
import { Places } from './places';
import { RowTable } from './row-table';
import { YearBars } from './year-bars';

/** Set phrases: those that fit on the left, the places of the chosen one on the right. */
export function PhrasesTab() {
  const { t } = useTranslation();
  const now = usePhrases((state) => state.filter);
  const filter = useDeferredValue(now);
  const chosen = usePhrases((state) => state.phrase);
  const question = phraseQuestion(filter);
  // Only then are all the bodies known that articles name.
  const looked = useLibrary(({ recognised }) => recognised !== null && recognised.done >= recognised.total);
  const list = useAnswer(JSON.stringify(question), () => call('phrases.list', question), looked);
  if (list?.rows.length === 0 && isWidest(filter)) {
    return <EmptyView title={t('phrases.empty.title')} lead={t('phrases.empty.lead')} />;
  }
  return (
    <>
      <Filter list={list} />
      <section className="col phrase-list" data-part aria-label={t('phrases.tabs.phrases')}>
        {list === null && <p className="phrase-note">{t('phrases.loading')}</p>}
        {list?.rows.length === 0 && (
          <NothingFits words={t('phrases.none')} action={t('phrases.widen')} onShowAll={widenPhrases} />
        )}
        {list !== null && list.rows.length > 0 && <Table rows={list.rows} />}
      </section>
      {chosen === null ? (
        <p className="phrase-note wide">{t('phrases.choose')}</p>
      ) : (
        <ChosenPhrase
          key={chosen}
          phrase={chosen}
          bodies={list?.rows.find(({ key }) => key === chosen)?.bodies ?? []}
        />
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
  const { length, articles, words, year, source, body } = usePhrases((state) => state.filter);
  const searched = usePhrases((state) => state.searched);
  return (
    <div className="phrase-filter" data-part>
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
      <Choice
        label={t('phrases.namedBody')}
        any={t('phrases.anyBody')}
        value={body ?? ''}
        options={(list?.bodies ?? []).map((each) => ({ value: each, words: each }))}
        onChoose={(chosen) => narrowPhrases({ body: chosen === '' ? undefined : chosen })}
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
  return (
    <RowTable
      heads={[
        { words: t('phrases.columns.phrase') },
        { words: t('phrases.columns.count'), figure: true },
        { words: t('phrases.columns.articles'), figure: true },
        { words: t('phrases.columns.years') },
        { words: t('phrases.columns.bodies') },
        { words: t('phrases.columns.sources') },
      ]}
      rows={rows}
      keyOf={({ key }) => key}
      chosen={chosen}
      onChoose={({ key }) => choosePhrase(key)}
      nameOf={({ text }) => text}
      cellsOf={({ count, articles, years, bodies, sources }) => [
        count,
        articles,
        <YearBars key="years" years={years} />,
        <Tally key="bodies" counts={bodies} />,
        <Tally
          key="sources"
          counts={sources.map(({ source, count: of }) => ({
            name: source ?? t('phrases.noSource'),
            count: of,
          }))}
        />,
      ]}
    />
  );
}

/** The most frequent name with its count, and how many more there are; all of them while the mouse rests on it. */
function Tally({ counts }: { counts: readonly { name: string; count: number }[] }) {
  const [first] = counts;
  if (first === undefined) return <span className="t3">—</span>;
  const more = counts.length - 1;
  return (
    <span className="tally" title={counts.map(({ name, count }) => `${name}: ${count}`).join('\n')}>
      <span className="clip">{first.name}</span>
      <span className="num t3 nb">
        {first.count}
        {more > 0 && ` · +${more}`}
      </span>
    </span>
  );
}

interface ChosenPhraseProps {
  phrase: string;
  bodies: PhraseRow['bodies'];
}

function ChosenPhrase({ phrase, bodies }: ChosenPhraseProps) {
  const { t } = useTranslation();
  const filter = usePhrases((state) => state.filter);
  const asked = { ...phraseQuestion({ ...filter, words: '' }), key: phrase };
  const places = useAnswer(JSON.stringify(asked), () => call('phrases.places', asked));
  return (
    <section className="col phrase-places" data-part aria-label={t('phrases.places')}>
      <div className="phrase-head">
        <h2>{places?.rows[0]?.text ?? phrase}</h2>
        {bodies.length > 0 && (
          <p className="xs">
            <span className="t3">{t('phrases.bodiesNamed')}:</span>
            {bodies.map(({ name, count }) => (
              <button key={name} type="button" className="chip" onClick={() => showBody(name)}>
                {name} <span className="cnt">{count}</span>
              </button>
            ))}
          </p>
        )}
      </div>
      <Places label={t('phrases.places')} places={places} />
    </section>
  );
}
