import { useTranslation } from 'react-i18next';
import type { AnnotationKind } from '#core/annotation';
import type { Comparison } from '#core/comparison';
import type { Compared } from '../state/alignment';
import { useComparison, type Summed } from '../state/comparison';
import { goTo, showTab, stepOnly, useComparing } from '../state/comparing';
import { placeOf, ROW_KINDS, rowAt, stepsThrough, type Row } from '../state/comparing-rows';
import { KindGlyph } from '../ui/kinds';

/** How much is the same, what changed, what both say: every line leads to its place. */
export function Summary({ compared }: { compared: Compared }) {
  const { t } = useTranslation();
  const { left, right } = compared;
  const summed = useComparison(left.id, right.id);
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled by keys
    <aside className="cmp-summary scroll" tabIndex={0} aria-label={t('compare.summary')}>
      <div className="row">
        <h2 className="h">{t('compare.summary')}</h2>
        <span className="end xs t3 num">
          {t('compare.sizes', { a: left.blocks.length, b: right.blocks.length })}
        </span>
      </div>
      <Kinds compared={compared} />
      {summed !== null && (
        <>
          <Figures figures={summed.comparison.changedFigures} />
          <TopPhrases summed={summed} />
          <Citations citations={summed.comparison.sharedCitations} />
        </>
      )}
    </aside>
  );
}

/** Counts of each kind; one of them opened as a list of its paragraphs. */
function Kinds({ compared }: { compared: Compared }) {
  const { t } = useTranslation();
  const only = useComparing((state) => state.only);
  const { rows } = compared;
  const counts = ROW_KINDS.map((kind) => ({ kind, count: stepsThrough(rows, kind).length }));
  return (
    <>
      <div className="cmp-bars" aria-hidden>
        {counts
          .filter(({ count }) => count > 0)
          .map(({ kind, count }) => (
            <i key={kind} className={kind} style={{ flexGrow: count }} />
          ))}
      </div>
      {counts.map(({ kind, count }) => (
        <div key={kind}>
          <button
            type="button"
            className="cmp-kind"
            aria-expanded={only === kind}
            disabled={count === 0}
            onClick={() => stepOnly(only === kind ? null : kind)}
          >
            <i className={kind} aria-hidden />
            <span className="grow">{t(`compare.kind.${kind}`)}</span>
            <b className="num med">{count}</b>
          </button>
          {only === kind && count > 0 && <KindList compared={compared} indices={stepsThrough(rows, kind)} />}
        </div>
      ))}
    </>
  );
}

function KindList({ compared, indices }: { compared: Compared; indices: readonly number[] }) {
  const current = useComparing((state) => rowAt(compared.rows, state.at));
  return (
    <ol className="cmp-list">
      {indices.map((index) => {
        const row = compared.rows[index];
        return row === undefined ? null : (
          <li key={index}>
            <button
              type="button"
              aria-current={index === current ? 'true' : undefined}
              onClick={() => goTo(placeOf(row))}
            >
              <span className="num t3">{numbersOf(row)}</span>
              <span className="clip" lang="vi">
                {textOf(compared, row)}
              </span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}

/** Paragraph numbers of a row in A and B: `4`, or `4 ↔ 6` where they differ. */
function numbersOf({ left, right, pair }: Row): string {
  const [a, b] = [pair?.left ?? left, pair?.right ?? right];
  if (a !== null && b !== null) return pairOf(a, b);
  return String((a ?? b ?? 0) + 1);
}

function textOf({ left, right }: Compared, row: Row): string {
  const block = row.left === null ? right.blocks[row.right ?? -1] : left.blocks[row.left];
  return (block?.text ?? '').slice(0, 120);
}

const MOST_FIGURES = 40;

type Figure = Comparison['changedFigures'][number];

/** The colour and glyph in which a kind of figure is marked elsewhere. */
const KIND_OF_FIGURE: Readonly<Record<Figure['kind'], AnnotationKind>> = {
  date: 'deadline',
  number: 'target',
  percent: 'target',
  code: 'directive',
};

function Figures({ figures }: { figures: readonly Figure[] }) {
  const { t } = useTranslation();
  if (figures.length === 0) return null;
  return (
    <section>
      <h3 className="h">{t('compare.figures')}</h3>
      {figures.slice(0, MOST_FIGURES).map(({ left, right, before, after, kind }, i) => (
        <button
          key={i}
          type="button"
          className="cmp-fact"
          onClick={() => goTo({ side: 'left', block: left })}
        >
          <span className={`row k-${KIND_OF_FIGURE[kind]}`}>
            <span className="kind-label">
              <KindGlyph kind={KIND_OF_FIGURE[kind]} size={14} /> {t(`compare.figure.${kind}`)}
            </span>
            <span className="end num t3">{t('compare.at', { numbers: pairOf(left, right) })}</span>
          </span>
          <span className="cmp-change" lang="vi">
            {before !== '' && <del>{before}</del>}
            {before === '' ? <span className="t3">{t('compare.newFigure')}</span> : ' → '}
            {after === '' ? <span className="t3">{t('compare.noFigure')}</span> : <ins>{after}</ins>}
          </span>
        </button>
      ))}
      {figures.length > MOST_FIGURES && (
        <p className="xs t3">{t('compare.more', { count: figures.length - MOST_FIGURES })}</p>
      )}
    </section>
  );
}

export const pairOf = (left: number, right: number): string =>
  left === right ? String(left + 1) : `${left + 1} ↔ ${right + 1}`;

const TOP_PHRASES = 4;

/** Shared phrases that a paragraph which stayed the same does not show already; the longest ones. */
export const phrasesOf = ({ comparison }: Summed): Comparison['sharedPhrases'] =>
  comparison.sharedPhrases.filter(({ inSame }) => !inSame);

function TopPhrases({ summed }: { summed: Summed }) {
  const { t } = useTranslation();
  const phrases = phrasesOf(summed);
  if (phrases.length === 0) return null;
  return (
    <section>
      <h3 className="h">{t('compare.phrases')}</h3>
      {phrases.slice(0, TOP_PHRASES).map(({ text, syllables, left, right }) => (
        <button
          key={text}
          type="button"
          className="cmp-fact"
          onClick={() => goTo({ side: 'left', block: left.block })}
        >
          <span className="cmp-change c3" lang="vi">
            “{text}”
          </span>
          <span className="num t3">
            {t('compare.phraseAt', { count: syllables, numbers: pairOf(left.block, right.block) })}
          </span>
        </button>
      ))}
      {phrases.length > TOP_PHRASES && (
        <button type="button" className="cmp-all" onClick={() => showTab('phrases')}>
          {t('compare.allPhrases', { count: phrases.length })}
        </button>
      )}
    </section>
  );
}

function Citations({ citations }: { citations: Comparison['sharedCitations'] }) {
  const { t } = useTranslation();
  if (citations.length === 0) return null;
  return (
    <section>
      <h3 className="h">{t('compare.citations')}</h3>
      <ul className="cmp-citations">
        {citations.map(({ code, left, right }) => (
          <li key={code} className="nb num" title={t('compare.cited', { a: left, b: right })}>
            {code} <span aria-hidden>{`${left} · ${right}`}</span>
            <span className="sr-only">{t('compare.cited', { a: left, b: right })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
