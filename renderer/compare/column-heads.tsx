import { Popover } from '@base-ui/react/popover';
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { chooseSide, sideIds, useComparing } from '../state/comparing';
import { SIDES, type Side } from '../state/comparing-rows';
import { useLibrary } from '../state/library';
import { dayText } from '../ui/format';
import { ArticlePicker } from './article-picker';

export const LETTERS: Readonly<Record<Side, string>> = { left: 'A', right: 'B' };

/** Which articles are compared; each head is a button that changes its article. */
export function ColumnHeads() {
  const { left, right } = sideIds(useComparing());
  return (
    <header className="cmp-heads">
      {SIDES.map((side) => (
        <ColumnHead
          key={side}
          side={side}
          id={side === 'left' ? left : right}
          like={side === 'left' ? right : left}
        />
      ))}
    </header>
  );
}

/** `like`: the article on the other side. */
function ColumnHead({ side, id, like }: { side: Side; id: string | null; like: string | null }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const article = useLibrary(({ articles }) => (id === null ? undefined : articles.get(id)));
  const inferred = useLibrary(({ views }) => views.get(id ?? '')?.article.dateConfidence === 'inferred-year');
  const facts = [
    article?.source,
    article?.publishedOn === null || article === undefined ? null : dayText(article.publishedOn),
  ];
  const name = t('compare.choose', { letter: LETTERS[side] });
  return (
    <div className={`cmp-head ${side}`}>
      <Popover.Root open={open} onOpenChange={setOpen}>
        <Popover.Trigger className="cmp-choose" title={article?.title ?? name}>
          <span className="sr-only">{name}: </span>
          <span className="row xs t2">
            <span className={`cmp-letter ${side}`} aria-hidden>
              {LETTERS[side]}
            </span>
            <span className="num clip">
              {article !== undefined &&
                (facts.filter((fact) => typeof fact === 'string').join(', ') || t('shelf.noSource'))}
            </span>
            {inferred && <span className="inferred">{t('notes.inferred')}</span>}
            <ChevronDown size={14} strokeWidth={1.75} aria-hidden className="t3" />
          </span>
          <span className="cmp-title c2" lang={article === undefined ? undefined : 'vi'}>
            {article?.title ?? t('compare.chooseArticle')}
          </span>
        </Popover.Trigger>
        <ArticlePicker
          label={name}
          like={like}
          without={id === null ? [] : [id]}
          onPick={(picked) => {
            setOpen(false);
            chooseSide(side, picked);
          }}
        />
      </Popover.Root>
    </div>
  );
}
