import { useMemo, useState, type KeyboardEvent, type MouseEvent } from 'react';
import { PanelRightOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DirectiveMention, DirectiveRow } from '#core/directive';
import { call } from '../bridge';
import { useAnswer } from '../state/answers';
import { showOffset } from '../state/going';
import { useLibrary } from '../state/library';
import { attempt } from '../state/status';
import { Button, IconButton } from '../ui/controls';
import { dayText } from '../ui/format';
import { byArticle } from './names';

/** Every place that cites the document, in time order. */
export function Mentions({ row }: { row: DirectiveRow }) {
  const { t } = useTranslation();
  const mentions = useMentions(row);
  return (
    <section className="mentions" aria-labelledby="mentions-of" aria-busy={mentions === null}>
      <h3 id="mentions-of" className="h">
        {t('register.mentions')}{' '}
        <span className="cnt">
          {t('register.counted', { count: row.mentions, articles: row.articles.length })}
        </span>
      </h3>
      <MentionList mentions={mentions ?? []} />
    </section>
  );
}

export function useMentions({ id }: DirectiveRow): DirectiveMention[] | null {
  const looked = useLibrary((state) => state.recognised?.done);
  return useAnswer(`mentions ${id}`, () => call('directives.mentions', { ids: [id] }), looked);
}

/** Articles that are drawn at once. */
const PORTION = 150;

/** Places by their articles, the words of the citation under each other. */
export function MentionList({ mentions }: { mentions: readonly DirectiveMention[] }) {
  const { t } = useTranslation();
  const groups = useMemo(() => byArticle(mentions), [mentions]);
  const [most, setMost] = useState(PORTION);
  return (
    <>
      {groups.slice(0, most).map(([articleId, own]) => (
        <div key={articleId} role="group" aria-labelledby={`cites-${articleId}`} className="mention-group">
          <ArticleLine articleId={articleId} at={own[0]?.start ?? 0} />
          {own.map((mention) => (
            <MentionLine key={mention.start} mention={mention} />
          ))}
        </div>
      ))}
      {groups.length > most && (
        <Button onClick={() => setMost(most + PORTION)}>
          {t('register.more', { count: groups.length - most })}
        </Button>
      )}
    </>
  );
}

/** When and where the article appeared. */
export function ArticleWords({ articleId }: { articleId: string }) {
  const { t } = useTranslation();
  const article = useLibrary((state) => state.articles.get(articleId));
  const day = article?.publishedOn ?? null;
  return (
    <>
      <span className="day num">{day === null ? t('register.undated') : dayText(day)}</span>
      {article?.dateConfidence === 'inferred-year' && (
        <span className="inferred">{t('register.yearInferred')}</span>
      )}
      {article?.source != null && <span className="source">{article.source}</span>}
      <span className="title clip" lang="vi">
        {article?.title}
      </span>
    </>
  );
}

function ArticleLine({ articleId, at }: { articleId: string; at: number }) {
  const { t } = useTranslation();
  return (
    <div className="article-line xs">
      <span id={`cites-${articleId}`} className="words">
        <ArticleWords articleId={articleId} />
      </span>
      <IconButton
        small
        label={t('register.beside')}
        onClick={() => void attempt(() => showOffset(articleId, at, true))}
      >
        <PanelRightOpen size={14} strokeWidth={1.75} aria-hidden />
      </IconButton>
    </div>
  );
}

function MentionLine({ mention }: { mention: DirectiveMention }) {
  const { t } = useTranslation();
  const { articleId, start, before, text, after, block } = mention;
  const go = (event: MouseEvent) =>
    void attempt(() => showOffset(articleId, start, event.ctrlKey || event.metaKey));
  return (
    <button
      type="button"
      className="mention"
      title={t('register.goHint')}
      onClick={go}
      onKeyDown={walkMentions}
    >
      <span className="before" lang="vi">
        <span>{before}</span>
      </span>
      <span className="cited" lang="vi">
        <mark>{text}</mark>
        {after}
      </span>
      <span className="place num">{t('register.paragraph', { number: block + 1 })}</span>
    </button>
  );
}

/** Arrows go from place to place; Escape goes back to the list that they belong to. */
function walkMentions(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const part = event.currentTarget.closest('section');
  if (event.key === 'Escape') {
    const grid = event.currentTarget
      .closest('.register')
      ?.querySelector<HTMLElement>('[role="grid"], [role="listbox"]');
    grid?.focus();
  } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    event.currentTarget.dispatchEvent(new MouseEvent('click', { bubbles: true, ctrlKey: true }));
  } else if (step !== undefined && part !== null) {
    const lines = [...part.querySelectorAll<HTMLElement>('.mention')];
    lines[lines.indexOf(event.currentTarget) + step]?.focus();
  } else return;
  event.preventDefault();
}
