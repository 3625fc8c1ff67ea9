import { memo, useLayoutEffect, useRef } from 'react';
import { History, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { COLOURS, KINDS, type Annotation, type AnnotationPatch } from '#core/annotation';
import { CommandKey, IconButton } from '../ui/controls';
import { KindGlyph, KindLabel } from '../ui/kinds';
import { NoteField } from './note-field';
import { TagField } from './tag-field';

export interface CardEvents {
  onChoose: (annotation: Annotation) => void;
  onChange: (annotation: Annotation, patch: AnnotationPatch) => void;
  onRemove: (annotation: Annotation) => void;
}

interface NoteCardProps extends CardEvents {
  annotation: Annotation;
  /** "đoạn 4" */
  place: string;
  top: number | null;
  chosen: boolean;
  writing: boolean;
  tagging: boolean;
  readOnly: boolean;
  knownTags: readonly string[];
  onHeight?: (id: string, height: number) => void;
}

/** An annotation beside its passage. The chosen card can be edited. */
export const NoteCard = memo(function NoteCard(props: NoteCardProps) {
  const { annotation, place, top, chosen, readOnly, onChoose, onHeight } = props;
  const { t } = useTranslation();
  const card = useRef<HTMLElement>(null);
  useHeight(card, annotation.id, onHeight);
  return (
    // The card is chosen by a click or by Enter; what is inside it has its own controls.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <article
      ref={card}
      className={`note k-${annotation.kind} ${chosen ? 'chosen' : ''} ${annotation.anchor === 'orphan' ? 'orphan' : ''}`}
      style={top === null ? undefined : { top }}
      aria-label={t('notes.card', { kind: t(`kind.${annotation.kind}`), place })}
      aria-current={chosen || undefined}
      data-annotation={annotation.id}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- reached by Tab, opened by Enter
      tabIndex={0}
      onClick={() => {
        if (!chosen) onChoose(annotation);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.target === event.currentTarget) onChoose(annotation);
      }}
    >
      <header>
        <KindLabel kind={annotation.kind} />
        <span className="end t3 xxs num">{place}</span>
      </header>
      <p className={`quote ${chosen ? '' : 'c2'}`}>{annotation.target.quote.exact}</p>
      {annotation.anchor === 'moved' && (
        <p className="moved">
          <History size={12} aria-hidden /> {t('notes.moved')}
        </p>
      )}
      {chosen && !readOnly ? <Editor {...props} /> : <Written annotation={annotation} />}
    </article>
  );
});

function Written({ annotation }: { annotation: Annotation }) {
  return (
    <>
      {annotation.tags.length > 0 && (
        <div className="tags">
          {annotation.tags.map((tag) => (
            <span key={tag} className="tag">
              {tag}
            </span>
          ))}
        </div>
      )}
      {annotation.note !== '' && <p className="written c2">{annotation.note}</p>}
    </>
  );
}

function Editor({ annotation, writing, tagging, knownTags, onChange, onRemove }: NoteCardProps) {
  const { t } = useTranslation();
  return (
    <div className="note-editor">
      <div className="kinds" role="group" aria-label={t('notes.kind')}>
        {KINDS.map((kind) => (
          <IconButton
            key={kind}
            className={`k-${kind}`}
            label={t(`kind.${kind}`)}
            command={kind}
            aria-pressed={annotation.kind === kind}
            onClick={() => onChange(annotation, { kind })}
          >
            <KindGlyph kind={kind} size={15} />
          </IconButton>
        ))}
      </div>
      <TagField
        tags={annotation.tags}
        known={knownTags}
        autoFocus={tagging}
        onChange={(tags) => onChange(annotation, { tags })}
      />
      <NoteField annotation={annotation} autoFocus={writing} />
      <div className="foot">
        <span className="swatches" role="radiogroup" aria-label={t('notes.colour')}>
          {COLOURS.map((colour) => (
            <button
              key={colour}
              type="button"
              role="radio"
              aria-checked={annotation.colour === colour}
              className={`c-${colour}`}
              title={t(`colour.${colour}`)}
              aria-label={t(`colour.${colour}`)}
              onClick={() => onChange(annotation, { colour })}
            >
              <span className="swatch" />
            </button>
          ))}
        </span>
        <button type="button" className="btn danger" onClick={() => onRemove(annotation)}>
          <Trash2 size={14} strokeWidth={1.75} aria-hidden />
          {t('notes.remove')} <CommandKey command="remove" />
        </button>
      </div>
    </div>
  );
}

/** Tells the card's height whenever it changes, so that the cards below it can make room. */
function useHeight(
  card: React.RefObject<HTMLElement | null>,
  id: string,
  onHeight: ((id: string, height: number) => void) | undefined,
): void {
  useLayoutEffect(() => {
    const element = card.current;
    if (element === null || onHeight === undefined) return undefined;
    const observer = new ResizeObserver(() => onHeight(id, element.offsetHeight));
    observer.observe(element);
    onHeight(id, element.offsetHeight);
    return () => observer.disconnect();
  }, [card, id, onHeight]);
}
