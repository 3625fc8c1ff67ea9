import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Compared } from '../state/alignment';
import { useComparing } from '../state/comparing';
import { rowAt } from '../state/comparing-rows';
import { useView } from '../state/view';
import { SelectedWords } from '../ui/text/selected-words';
import { ChoiceBar } from './choice-bar';
import { MarkCard } from './mark-card';
import { Minimap } from './minimap';
import { Rows } from './rows';
import { useClicks } from './use-clicks';

/** Two articles in one scroll, paragraph beside paragraph. */
export function Paragraphs({ compared }: { compared: Compared }) {
  const { t } = useTranslation();
  const { left, right, rows } = compared;
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const current = useComparing((state) => rowAt(rows, state.at));
  const clicks = useClicks(compared);
  useChoosing(scroller, compared);
  return (
    <div className="cmp-body">
      {/* Clicks only repeat what the keys do: steps, Enter. */}
      <div
        className="cmp-scroll"
        ref={setScroller}
        role="document"
        aria-label={t('compare.document', { a: left.title, b: right.title })}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled by the arrow keys
        tabIndex={0}
        {...clicks}
      >
        {scroller !== null && <Rows key={compared.key} compared={compared} scroller={scroller} />}
      </div>
      <Minimap compared={compared} current={current} />
      <ChoiceBar />
      <SelectedWords />
      {scroller !== null && <MarkCard scroller={scroller} />}
    </div>
  );
}

/** Words that keys choose in one column leave out the other, which stands between them on the page. */
function useChoosing(scroller: HTMLElement | null, { left }: Compared): void {
  const articleId = useView(({ selection }) => selection?.articleId);
  useEffect(() => {
    if (scroller !== null && articleId !== undefined) {
      scroller.setAttribute('data-choosing', articleId === left.id ? 'left' : 'right');
    }
  }, [scroller, articleId, left]);
}
