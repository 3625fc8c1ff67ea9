import { useEffect, useMemo, useRef, useState } from 'react';
import { Split } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DirectiveMention, DirectiveRow } from '#core/directive';
import { partId, splitDirective } from '../state/register-changes';
import { cancelRegister, chooseDirective, setRegister } from '../state/registers';
import { attempt } from '../state/status';
import { Button } from '../ui/controls';
import { isComposing } from '../ui/fields';
import { ArticleWords, useMentions } from './mentions';
import { byArticle } from './names';

/** The articles in which the citation means another document, and what that is told apart by. */
export function SplitStrip({ row }: { row: DirectiveRow }) {
  const { t } = useTranslation();
  const mentions = useMentions(row);
  const articles = useMemo(() => byArticle(mentions ?? []), [mentions]);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [label, setLabel] = useState('');
  const form = useRef<HTMLFormElement>(null);
  const id = partId(row, label);
  const ready = id !== null && chosen.size > 0;
  const split = () =>
    void attempt(async () => {
      if (id === null) return;
      await splitDirective(row, [...chosen], id);
      if (form.current !== null) leave(form.current);
      setRegister({ splitting: false });
      chooseDirective(id);
    });
  const loaded = articles.length > 0;
  useEffect(() => {
    if (loaded) form.current?.querySelector('input')?.focus();
  }, [loaded]);
  return (
    // The key is its fields', which are what the keyboard is on.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      ref={form}
      className="split"
      aria-label={t('register.split')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || isComposing(event.nativeEvent)) return;
        event.preventDefault();
        leave(event.currentTarget);
        cancelRegister();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) split();
      }}
    >
      <p className="h">
        <Split size={14} strokeWidth={1.75} aria-hidden /> {t('register.splitWhich')}
      </p>
      <ArticleChoices articles={articles} chosen={chosen} onChoose={setChosen} />
      <div className="label-line">
        <label className="xs t2">
          {t('register.splitLabel')}{' '}
          <input
            className="input"
            value={label}
            placeholder={t('register.splitExample')}
            spellCheck={false}
            onChange={(event) => setLabel(event.target.value)}
          />
        </label>
        <span className="end" />
        <Button onClick={cancelRegister}>{t('register.cancel')}</Button>
        <Button look="primary" type="submit" disabled={!ready}>
          {t('register.splitDo')}
        </Button>
      </div>
      {label.trim() !== '' && id === null && <p className="inline-error">{t('register.splitSame')}</p>}
    </form>
  );
}

interface ArticleChoicesProps {
  articles: readonly [string, readonly DirectiveMention[]][];
  chosen: ReadonlySet<string>;
  onChoose: (chosen: Set<string>) => void;
}

function ArticleChoices({ articles, chosen, onChoose }: ArticleChoicesProps) {
  return (
    <>
      {articles.map(([articleId, own]) => (
        <label key={articleId} className="xs">
          <input
            type="checkbox"
            checked={chosen.has(articleId)}
            onChange={() => onChoose(toggled(chosen, articleId))}
          />
          <span className="words">
            <ArticleWords articleId={articleId} />
          </span>
          <span className="t3 num">{own.length}</span>
        </label>
      ))}
    </>
  );
}

/** The keyboard goes back to the list. */
const leave = (form: Element): void =>
  form.closest('.register')?.querySelector<HTMLElement>('[role="grid"]')?.focus();

function toggled(chosen: ReadonlySet<string>, articleId: string): Set<string> {
  const next = new Set(chosen);
  if (!next.delete(articleId)) next.add(articleId);
  return next;
}
