import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Article } from '#core/article';
import { restoreLine } from '../state/revising';
import { attempt } from '../state/status';
import { Button } from '../ui/controls';

/** The lines that the import, or a person, took out of an article; each can go back to where it stood. */
export function RemovedLines({ article, readOnly }: { article: Article; readOnly: boolean }) {
  const { t } = useTranslation();
  const section = useRef<HTMLElement>(null);
  const restore = async (index: number) => {
    if (!(await attempt(() => restoreLine(article, index)))) return;
    // The button is gone with its line: the keyboard goes to the next one, or to the form.
    const buttons = section.current?.querySelectorAll('button') ?? [];
    const next = buttons[Math.min(index, buttons.length - 1)];
    (next ?? document.querySelector<HTMLElement>('.dialog textarea'))?.focus();
  };
  return (
    <section ref={section}>
      <h3 className="h">
        {t('facts.removed')} <span className="cnt">{article.removed.length}</span>
      </h3>
      <ul className="removed-lines">
        {article.removed.map(({ text, reason }, i) => (
          <li key={i}>
            <span className="text">{text}</span>
            <span className="why">{t(`review.why.${reason}`)}</span>
            {!readOnly && (
              <Button aria-label={t('original.restoreLine', { text })} onClick={() => void restore(i)}>
                {t('original.restore')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
