import { Link2, Link2Off } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { boxesOf, neighbourOf } from '#core/layout';
import { toggleLinked } from '../state/pane-tools';
import { useView } from '../state/view';
import { capOf } from '../keymap';

/** Panes at least this wide have room for the words. CSS pixels. */
const ROOM_FOR_WORDS = 470;

/** Ties the panes together, on the line between the first two that stand side by side at the top. */
export function LinkPill({ width }: { width: number }) {
  const { t } = useTranslation();
  const panes = useView((state) => state.panes);
  const layout = useView((state) => state.layout);
  const linked = useView((state) => state.linked);
  const boxes = boxesOf(layout);
  const left = panes.find(
    ({ key }) => boxes.get(key)?.top === 0 && neighbourOf(layout, key, 'right') !== null,
  );
  const box = left === undefined ? undefined : boxes.get(left.key);
  const beside = left === undefined ? null : neighbourOf(layout, left.key, 'right');
  const other = beside === null ? undefined : boxes.get(beside);
  if (box === undefined || other === undefined) return null;
  const roomy = Math.min(box.width, other.width) * width >= ROOM_FOR_WORDS;
  const Glyph = linked ? Link2 : Link2Off;
  return (
    <button
      type="button"
      className={`link-pill ${roomy ? 'roomy' : ''}`}
      aria-pressed={linked}
      aria-label={t('panes.linked')}
      title={`${t(linked ? 'panes.linkedOn' : 'panes.linkedOff')} (${capOf('linked') ?? ''})`}
      style={{ left: `${(box.left + box.width) * 100}%` }}
      onClick={toggleLinked}
    >
      <Glyph size={14} strokeWidth={1.75} aria-hidden />
      {roomy && <span>{t('panes.linked')}</span>}
    </button>
  );
}
