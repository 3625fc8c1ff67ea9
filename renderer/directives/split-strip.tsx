import { useMemo, useState } from 'react';
import { Split } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DirectiveRow } from '#core/directive';
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
  const id = partId(row, label);
  const ready = id !== null && chosen.size > 0;
  const split = () =>
    void attempt(async () => {
      if (id === null) return;
      await splitDirective(row, [...chosen], id);
      setRegister({ splitting: false });
      chooseDirective(id);
    });
  return (
    <form
      className="split"
      aria-label={t('register.split')}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) split();
      }}
    >
      <p className="h">
        <Split size={14} strokeWidth={1.75} aria-hidden /> {t('register.splitWhich')}
      </p>
      {articles.map(([articleId, own]) => (
        <label key={articleId} className="xs">
          <input
            type="checkbox"
            checked={chosen.has(articleId)}
            onChange={() => setChosen(toggled(chosen, articleId))}
          />
          <span className="words">
            <ArticleWords articleId={articleId} />
          </span>
          <span className="t3 num">{own.length}</span>
        </label>
      ))}
      <div className="label-line">
        <label className="xs t2">
          {t('register.splitLabel')}{' '}
          <input
            className="input"
            value={label}
            placeholder="XIII"
            spellCheck={false}
            onChange={(event) => setLabel(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Escape' || isComposing(event.nativeEvent)) return;
              event.preventDefault();
              cancelRegister();
            }}
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

function toggled(chosen: ReadonlySet<string>, articleId: string): Set<string> {
  const next = new Set(chosen);
  if (!next.delete(articleId)) next.add(articleId);
  return next;
}
