import { memo } from 'react';
import { ArrowDownUp, CornerUpRight, Equal, Pencil, Pin as PinGlyph } from 'lucide-react';
import type { TFunction } from 'i18next';
import type { Block } from '#core/article';
import { choosePlace, goTo } from '../state/comparing';
import { partnerOf, SIDES, type Row, type Side } from '../state/comparing-rows';
import { LETTERS } from './column-heads';

interface CompareRowProps {
  /** The words; asking for them in each of thousands of rows takes long. */
  t: TFunction;
  row: Row;
  index: number;
  /** The paragraphs that stand in it. */
  left: Block | undefined;
  right: Block | undefined;
  starts: { left: number; right: number };
  /** The side of the current paragraph; null when it is in another row. */
  current: Side | null;
  /** Sides of which the paragraph is chosen for a pin, as words parted by spaces. */
  chosen: string;
}

/** In percent; a pair that is not equal never reads as 100. */
const likenessOf = (score: number): number => (score === 1 ? 100 : Math.min(99, Math.round(score * 100)));

/** Two paragraphs beside one another with what ties them, or one and the place where the other has nothing. */
export const CompareRow = memo(
  function CompareRow(props: CompareRowProps) {
    const { t, row, index, left, right, starts, current, chosen } = props;
    const [a, b] = [row.left ?? row.pair?.left, row.right ?? row.pair?.right].map(
      (block) => (block ?? -1) + 1,
    );
    const percent = likenessOf(row.pair?.score ?? 0);
    return (
      <div
        className={`cmp-row ${row.kind} ${current === null ? '' : `current at-${current}`}`}
        data-row={index}
        role="group"
        aria-label={t(`compare.row.${row.kind}`, { a, b, percent })}
        aria-current={current === null ? undefined : 'true'}
      >
        <Cell t={t} row={row} side="left" block={left} start={starts.left} chosen={chosen.includes('left')} />
        <Tie t={t} row={row} />
        <Cell
          t={t}
          row={row}
          side="right"
          block={right}
          start={starts.right}
          chosen={chosen.includes('right')}
        />
      </div>
    );
  },
  (before, after) =>
    before.t === after.t &&
    before.row === after.row &&
    before.index === after.index &&
    before.current === after.current &&
    before.chosen === after.chosen,
);

interface CellProps {
  t: TFunction;
  row: Row;
  side: Side;
  block: Block | undefined;
  start: number;
  chosen: boolean;
}

function Cell({ t, row, side, block, start, chosen }: CellProps) {
  const index = row[side];
  if (index === null || block === undefined) return <Gap t={t} row={row} side={side} />;
  return (
    <div className={`cmp-cell ${side} ${block.kind}`}>
      <button
        type="button"
        className="number"
        tabIndex={-1}
        aria-pressed={chosen}
        aria-label={t('compare.choosePlace', { number: index + 1, letter: LETTERS[side] })}
        title={t('compare.choosePlace', { number: index + 1, letter: LETTERS[side] })}
        onClick={() => choosePlace({ side, block: index })}
      >
        {index + 1}
      </button>
      <p className="cmp-text" lang="vi" data-side={side} data-block={index} data-start={start} />
    </div>
  );
}

/** Stands where the other article has nothing; leads to the partner of a paragraph that has moved. */
function Gap({ t, row, side }: { t: TFunction; row: Row; side: Side }) {
  const partner = partnerOf(row);
  if (row.kind !== 'moved' || partner === null) {
    return (
      <div className={`cmp-gap ${side}`}>{t(side === 'left' ? 'compare.notInA' : 'compare.notInB')}</div>
    );
  }
  const words = side === 'left' ? 'compare.movedFrom' : 'compare.movedTo';
  return (
    <button type="button" className={`cmp-gap ${side}`} onClick={() => goTo(partner)}>
      <CornerUpRight size={14} strokeWidth={1.75} aria-hidden />
      {t(words, { number: partner.block + 1, letter: LETTERS[side] })}
    </button>
  );
}

/** What a pair has in common: a ribbon from one paragraph to the other, with its likeness. */
function Tie({ t, row: { kind, left, right, pair } }: { t: TFunction; row: Row }) {
  const beside = left !== null && right !== null;
  return (
    <div className="cmp-tie" aria-hidden>
      {beside && (
        <svg className="cmp-ribbon">
          <path />
        </svg>
      )}
      {pair !== null && (
        <span className="cmp-pill num" title={pair.pinned ? t('compare.pinned') : undefined}>
          {pair.pinned && <PinGlyph size={12} />}
          {kind === 'moved' && <ArrowDownUp size={12} />}
          {pair.score === 1 ? (
            <Equal size={12} />
          ) : (
            <>
              {kind === 'reworded' && !pair.pinned && <Pencil size={12} />}
              {likenessOf(pair.score)}%
            </>
          )}
        </span>
      )}
    </div>
  );
}

/** Sides whose paragraph in this row is one of these, as words parted by spaces. */
export const chosenIn = (row: Row, chosen: Readonly<Record<Side, number | null>>): string =>
  SIDES.filter((side) => chosen[side] !== null && chosen[side] === row[side]).join(' ');
