import { Link2, Link2Off } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { boxesOf, neighbourOf, type Layout } from '#core/layout';
import { toggleLinked } from '../state/pane-tools';
import { useView } from '../state/view';
import { capOf } from '../keymap';

/** Panes at least this wide have room for the words. CSS pixels. */
const ROOM_FOR_WORDS = 470;

interface PillPlace {
  /** The panes that it stands between. */
  left: number;
  right: number;
  /** How far from the left edge, from 0 to 1. */
  at: number;
  roomy: boolean;
}

/** Between the first two panes that stand side by side at the top; null when none do. */
export function pillPlace(layout: Layout, width: number): PillPlace | null {
  const boxes = boxesOf(layout);
  for (const [left, box] of boxes) {
    const right = box.top === 0 ? neighbourOf(layout, left, 'right') : null;
    const other = right === null ? undefined : boxes.get(right);
    if (right === null || other?.top !== 0) continue;
    const roomy = Math.min(box.width, other.width) * width >= ROOM_FOR_WORDS;
    return { left, right, at: box.left + box.width, roomy };
  }
  return null;
}

/** Ties the panes together. */
export function LinkPill({ place: { at, roomy } }: { place: PillPlace }) {
  const { t } = useTranslation();
  const linked = useView((state) => state.linked);
  const Glyph = linked ? Link2 : Link2Off;
  return (
    <button
      type="button"
      className={`link-pill ${roomy ? 'roomy' : ''}`}
      aria-pressed={linked}
      aria-label={t('panes.linked')}
      title={`${t(linked ? 'panes.linkedOn' : 'panes.linkedOff')} (${capOf('linked') ?? ''})`}
      style={{ left: `${at * 100}%` }}
      onClick={toggleLinked}
    >
      <Glyph size={14} strokeWidth={1.75} aria-hidden />
      {roomy && <span>{t('panes.linked')}</span>}
    </button>
  );
}
