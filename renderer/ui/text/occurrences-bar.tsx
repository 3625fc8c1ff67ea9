import { useEffect, useMemo } from 'react';
import { TextSearch, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { AnnotationKind } from '#core/annotation';
import { useLibrary } from '../../state/library';
import {
  findOccurrences,
  forgetOccurrences,
  markOccurrences,
  searchEverywhere,
  unmarked,
  useOccurrences,
  type Occurrences,
} from '../../state/occurrences';
import { shownTexts } from '../../state/shown-texts';
import { useView } from '../../state/view';
import { CommandKey, IconButton, Segmented } from '../controls';
import { KindGlyph } from '../kinds';
import { spotlight } from './spotlight';

const BAR_KINDS: readonly AnnotationKind[] = ['directive', 'task', 'target', 'deadline', 'highlight'];
/** More places than this are counted and marked, but not all of them are lit up beforehand. */
const MOST_LIT = 1000;

const NOWHERE: readonly Occurrences[] = [];

/** The places of the chosen words, counted and lit up, before all of them are marked at once. */
export function OccurrencesBar() {
  const { t } = useTranslation();
  const asked = useOccurrences((state) => state.asked);
  const views = useLibrary((state) => state.views);
  const found = useMemo(() => (asked === null ? NOWHERE : findOccurrences(asked, views)), [asked, views]);
  useLit(found);
  useLeaving();
  if (asked === null) return null;
  const count = found.reduce((sum, { spans }) => sum + spans.length, 0);
  const leftFor = (kind: AnnotationKind) =>
    found.reduce((sum, occurrences) => sum + unmarked(occurrences, kind).length, 0);
  const words = asked.words.length > 60 ? `${asked.words.slice(0, 60)}…` : asked.words;
  return (
    <div
      className="occurrences-bar"
      role="toolbar"
      aria-label={t('marking.all.title', { words })}
      onMouseDown={(event) => event.preventDefault()}
    >
      <div className="row">
        <TextSearch size={15} strokeWidth={1.75} aria-hidden />
        <span className="words clip">“{words}”</span>
        <span className="num med" role="status">
          {t('marking.all.found', { count })}
        </span>
        <span className="end" />
        <Segmented
          label={t('marking.all.where')}
          value={asked.everywhere ? 'open' : 'here'}
          options={[
            { value: 'here', text: t('marking.all.here') },
            { value: 'open', text: t('marking.all.open') },
          ]}
          onChange={(where) => searchEverywhere(where === 'open')}
        />
        <CommandKey command="markAll" />
        <IconButton small label={t('marking.all.cancel')} command="escape" onClick={forgetOccurrences}>
          <X size={15} strokeWidth={1.75} aria-hidden />
        </IconButton>
      </div>
      <div className="row kinds" role="group" aria-label={t('marking.all.kinds')}>
        {BAR_KINDS.map((kind) => (
          <KindButton key={kind} kind={kind} count={count} left={leftFor(kind)} />
        ))}
      </div>
    </div>
  );
}

interface KindButtonProps {
  kind: AnnotationKind;
  count: number;
  /** Places that are not marked with this kind yet. */
  left: number;
}

function KindButton({ kind, count, left }: KindButtonProps) {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      className={`k-${kind}`}
      disabled={left === 0}
      onClick={() => void markOccurrences({ kind })}
    >
      <KindGlyph kind={kind} size={15} />
      {t(`kindShort.${kind}`)}
      {left < count && <span className="xxs t3 num">{t('marking.all.marked', { count: count - left })}</span>}
      <CommandKey command={kind} />
    </button>
  );
}

function useLit(found: readonly Occurrences[]): void {
  const panes = useView((state) => state.panes);
  useEffect(() => {
    const lit = () =>
      shownTexts().map(({ article: { id }, root }) => {
        const spans = found.find(({ article }) => article.id === id)?.spans.slice(0, MOST_LIT) ?? [];
        return { root, spans };
      });
    // The marks of the page may be drawn anew in this very frame.
    const frame = requestAnimationFrame(() => spotlight('occurrence', lit()));
    return () => {
      cancelAnimationFrame(frame);
      spotlight('occurrence', []);
    };
  }, [found, panes]);
}

/** Whoever turns to other words, another note or another view no longer wants to mark these. */
function useLeaving(): void {
  useEffect(
    () =>
      useView.subscribe((now, before) => {
        const others =
          now.selection !== null && now.selection.text !== useOccurrences.getState().asked?.words;
        const turned = now.selection !== before.selection && others;
        const chose = now.chosen !== before.chosen && now.chosen !== null;
        if (turned || chose || now.view !== before.view) forgetOccurrences();
      }),
    [],
  );
}
