import { Split } from 'lucide-react';
import { useMemo, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { DirectiveMention, DirectiveRow } from '#core/directive';
import type { ArticleSummary } from '#core/library';
import { call } from '../bridge';
import { useAnswer } from '../state/answers';
import { showOffset } from '../state/going';
import { useLibrary } from '../state/library';
import { splitDirective } from '../state/registers';
import { attempt } from '../state/status';
import { IconButton } from '../ui/controls';
import { dayText } from '../ui/format';
import { isComposing } from '../ui/fields';

/** Every place that cites the document, in time order, the words of the citation under each other. */
export function Mentions({ row }: { row: DirectiveRow }) {
  const { t } = useTranslation();
  const looked = useLibrary((state) => state.recognised?.done);
  const articles = useLibrary((state) => state.articles);
  const mentions = useAnswer(
    `mentions ${row.id}`,
    () => call('directives.mentions', { ids: [row.id] }),
    looked,
  );
  const years = useMemo(() => byYear(mentions ?? [], articles), [mentions, articles]);
  return (
    <section className="mentions" aria-label={t('register.mentions')} aria-busy={mentions === null}>
      <h3>
        {t('register.mentions')}{' '}
        <span className="xs t3 num">
          {t('register.counted', { count: row.mentions, articles: row.articles.length })}
        </span>
      </h3>
      {years.map(([year, ofYear]) => (
        <div key={year} role="group" aria-label={year === '' ? t('register.undated') : year}>
          <p className="year num">{year === '' ? t('register.undated') : year}</p>
          {ofYear.map((mention) => (
            <MentionLine key={`${mention.articleId} ${mention.start}`} mention={mention} row={row} />
          ))}
        </div>
      ))}
    </section>
  );
}

function byYear(
  mentions: readonly DirectiveMention[],
  articles: ReadonlyMap<string, ArticleSummary>,
): [string, DirectiveMention[]][] {
  const years = new Map<string, DirectiveMention[]>();
  for (const mention of mentions) {
    const year = articles.get(mention.articleId)?.publishedOn?.slice(0, 4) ?? '';
    years.set(year, [...(years.get(year) ?? []), mention]);
  }
  return [...years];
}

function MentionLine({ mention, row }: { mention: DirectiveMention; row: DirectiveRow }) {
  const { t } = useTranslation();
  const article = useLibrary((state) => state.articles.get(mention.articleId));
  const readOnly = useLibrary((state) => state.readOnly);
  const [splitting, setSplitting] = useState(false);
  const walk = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    const lines = [
      ...(event.currentTarget.closest('.mentions')?.querySelectorAll<HTMLElement>('.mention > .go') ?? []),
    ];
    lines[lines.indexOf(event.currentTarget) + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
  };
  return (
    <div className="mention">
      <button
        type="button"
        className="go"
        title={article?.title}
        onClick={() => void attempt(() => showOffset(mention.articleId, mention.start))}
        onKeyDown={walk}
      >
        <span className="day num">{article?.publishedOn == null ? '—' : dayText(article.publishedOn)}</span>
        <span className="before" lang="vi">
          <bdi>{mention.before}</bdi>
        </span>
        <span className="cited" lang="vi">
          <mark>{mention.text}</mark>
          {mention.after}
        </span>
        <span className="place xxs t3 num">{t('register.paragraph', { number: mention.block + 1 })}</span>
      </button>
      {!readOnly && row.articles.length > 1 && (
        <IconButton
          small
          label={t('register.split')}
          aria-expanded={splitting}
          onClick={() => setSplitting(!splitting)}
        >
          <Split size={13} strokeWidth={1.75} aria-hidden />
        </IconButton>
      )}
      {splitting && <SplitField mention={mention} row={row} onDone={() => setSplitting(false)} />}
    </div>
  );
}

interface SplitFieldProps {
  mention: DirectiveMention;
  row: DirectiveRow;
  onDone: () => void;
}

/** What the document of this article is told apart by, as a term or a year. */
function SplitField({ mention, row, onDone }: SplitFieldProps) {
  const { t } = useTranslation();
  const [label, setLabel] = useState('');
  return (
    <form
      className="split"
      onSubmit={(event) => {
        event.preventDefault();
        if (label.trim() === '') return;
        onDone();
        void attempt(() => splitDirective(row, mention.articleId, label));
      }}
    >
      <label className="xs t2">
        {t('register.splitLabel')}{' '}
        <input
          className="input"
          autoFocus
          value={label}
          placeholder="XIII"
          onChange={(event) => setLabel(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || isComposing(event.nativeEvent)) return;
            event.stopPropagation();
            onDone();
          }}
        />
      </label>
      <button type="submit" className="btn" disabled={label.trim() === ''}>
        {t('register.splitDo')}
      </button>
    </form>
  );
}
