import { useLayoutEffect, useRef, useState } from 'react';
import { NotebookPen, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { KINDS, type Annotation } from '#core/annotation';
import { useLibrary } from '../state/library';
import { applyKind, openCard, removeChosen } from '../state/marking';
import { attempt } from '../state/status';
import { useView } from '../state/view';
import { Button, IconButton, Kbd } from '../ui/controls';
import { KindGlyph } from '../ui/kinds';
import { NoteText } from '../ui/markdown/note-text';

/** The card of the chosen mark, under it: its note, and what can be done with it here. It is written in the reader. */
export function MarkCard({ scroller }: { scroller: HTMLElement }) {
  const { t } = useTranslation();
  const annotation = useChosen();
  const readOnly = useLibrary((state) => state.readOnly);
  const card = useRef<HTMLDivElement>(null);
  const place = usePlace(card, scroller, annotation);
  if (annotation === undefined) return null;
  const { kind, tags, note } = annotation;
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the press is kept from it
    <div
      ref={card}
      className="cmp-card popup"
      role="group"
      aria-label={t('compare.card', { kind: t(`kind.${kind}`) })}
      style={place}
      // The keyboard stays at the mark.
      onMouseDown={(event) => event.preventDefault()}
    >
      {!readOnly && (
        <div className="row" role="group" aria-label={t('notes.kind')}>
          {KINDS.map((each) => (
            <IconButton
              key={each}
              className={`k-${each}`}
              label={t(`kind.${each}`)}
              command={each}
              aria-pressed={each === kind}
              onClick={() => void applyKind(each)}
            >
              <KindGlyph kind={each} size={15} />
            </IconButton>
          ))}
          <span className="end" />
          <IconButton label={t('notes.remove')} command="remove" onClick={() => void removeChosen()}>
            <Trash2 size={15} strokeWidth={1.75} aria-hidden />
          </IconButton>
        </div>
      )}
      {tags.length > 0 && (
        <div className="tags">
          {tags.map((tag) => (
            <span key={tag} className="tag">
              {tag}
            </span>
          ))}
        </div>
      )}
      {note !== '' && (
        <div className="note-text">
          <NoteText note={note} />
        </div>
      )}
      <Button onClick={() => void attempt(() => openCard(annotation))}>
        <NotebookPen size={14} strokeWidth={1.75} aria-hidden /> {t('compare.openNote')} <Kbd>↵</Kbd>
      </Button>
    </div>
  );
}

function useChosen(): Annotation | undefined {
  const chosen = useView((state) => state.chosen);
  return useLibrary(({ views }) => {
    const annotations = views.get(chosen?.articleId ?? '')?.annotations;
    return annotations?.find(({ id }) => id === chosen?.annotationId);
  });
}

/** Room to the mark and to the edges of the window, in CSS pixels. */
const GAP = 6;

interface CardPlace {
  left: number;
  top: number;
}

const OUT_OF_SIGHT: CardPlace = { left: -9999, top: 0 };

/** Under the mark's last line, over its first one when there is no room; out of sight while the mark is. */
function usePlace(
  card: React.RefObject<HTMLDivElement | null>,
  scroller: HTMLElement,
  annotation: Annotation | undefined,
): CardPlace {
  const [place, setPlace] = useState(OUT_OF_SIGHT);
  useLayoutEffect(() => {
    if (annotation === undefined) return undefined;
    const lay = () => {
      const lines = [...scroller.querySelectorAll('mark.chosen')].flatMap((mark) => [
        ...mark.getClientRects(),
      ]);
      const [first, last] = [lines[0], lines.at(-1)];
      const seen = scroller.getBoundingClientRect();
      const { offsetWidth: width = 0, offsetHeight: height = 0 } = card.current ?? {};
      if (first === undefined || last === undefined || last.bottom < seen.top || first.top > seen.bottom) {
        setPlace(OUT_OF_SIGHT);
        return;
      }
      const below = last.bottom + GAP;
      const fits = below + height < seen.bottom - GAP;
      setPlace({
        left: Math.max(seen.left + GAP, Math.min(last.left, innerWidth - width - GAP)),
        top: fits ? below : Math.max(seen.top + GAP, first.top - height - GAP),
      });
    };
    // Marks are painted in this very commit, or once they are near.
    lay();
    const frame = requestAnimationFrame(lay);
    scroller.addEventListener('scroll', lay, { passive: true });
    addEventListener('resize', lay);
    return () => {
      cancelAnimationFrame(frame);
      scroller.removeEventListener('scroll', lay);
      removeEventListener('resize', lay);
    };
  }, [card, scroller, annotation]);
  return place;
}
