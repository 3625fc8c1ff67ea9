import { memo, useRef, type MouseEvent } from 'react';
import { Check, History, Link2, Quote, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { COLOURS, type Annotation, type AnnotationPatch } from '#core/annotation';
import { clearBulk, extendBulkTo, toggleInBulk } from '../state/bulk';
import { turnInto } from '../state/directive-marks';
import { beginLink, type LinkSide } from '../state/linking';
import { copyAnnotation } from '../state/quoting';
import { attempt } from '../state/status';
import { CommandKey, IconButton } from '../ui/controls';
import { KindLabel } from '../ui/kinds';
import { NoteText } from '../ui/markdown/note-text';
import { KindButtons } from './kind-buttons';
import { DocumentField, citesDocument } from './document-field';
import { LinkList, useFarEnds } from './link-list';
import { NoteField } from './note-field';
import { TagField } from './tag-field';
import { FactsLine, TaskSection } from '../ui/task-facts';
import { useHeight } from './use-height';

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
  /** It is chosen together with others, or (null) cannot be. */
  picked?: boolean | null;
  links?: readonly LinkSide[] | undefined;
  writing: boolean;
  tagging: boolean;
  readOnly: boolean;
  knownTags: readonly string[];
  onHeight?: (id: string, height: number) => void;
}

const NO_LINKS: readonly LinkSide[] = [];

/** An annotation beside its passage. The chosen card can be edited. */
export const NoteCard = memo(function NoteCard(props: NoteCardProps) {
  const { annotation, place, top, chosen, picked = null, readOnly, onChoose, onHeight } = props;
  const { t } = useTranslation();
  const card = useRef<HTMLElement>(null);
  useHeight(card, annotation.id, onHeight);
  const clicked = (event: MouseEvent) => {
    const inEditor = (event.target as Element).closest('.note-editor') !== null;
    if (picked !== null && !inEditor && event.shiftKey) extendBulkTo(annotation);
    else if (picked !== null && !inEditor && (event.ctrlKey || event.metaKey)) toggleInBulk(annotation);
    else if (!chosen) {
      clearBulk();
      onChoose(annotation);
    }
  };
  return (
    // The card is chosen by a click or by Enter; what is inside it has its own controls.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <article
      ref={card}
      className={`note k-${annotation.kind} ${chosen ? 'chosen' : ''} ${picked === true ? 'picked' : ''} ${annotation.anchor === 'orphan' ? 'orphan' : ''}`}
      style={top === null ? undefined : { top }}
      aria-label={t('notes.card', { kind: t(`kind.${annotation.kind}`), place })}
      aria-current={chosen || undefined}
      data-annotation={annotation.id}
      data-article={annotation.articleId}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- reached by Tab, opened by Enter
      tabIndex={0}
      onClick={clicked}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.target === event.currentTarget) onChoose(annotation);
      }}
    >
      <header>
        <KindLabel kind={annotation.kind} />
        <span className="place end t3 xxs num">{place}</span>
        {picked !== null && <PickBox annotation={annotation} picked={picked} />}
      </header>
      <p className={`quote ${chosen ? 'c8' : 'c2'}`}>{annotation.target.quote.exact}</p>
      {annotation.anchor === 'moved' && (
        <p className="moved">
          <History size={12} aria-hidden /> {t('notes.moved')}
        </p>
      )}
      {citesDocument(annotation) && <DocumentField {...{ annotation, chosen, readOnly }} />}
      {annotation.task !== undefined && (!chosen || readOnly) && <FactsLine facts={annotation.task} />}
      {chosen && !readOnly ? <Editor {...props} /> : <Written {...props} />}
    </article>
  );
});

/** Whether it has the facts of a task, or might be given some. */
const isTask = ({ kind, task }: Annotation): boolean =>
  kind === 'task' || kind === 'target' || task !== undefined;

function PickBox({ annotation, picked }: { annotation: Annotation; picked: boolean }) {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      role="checkbox"
      aria-checked={picked}
      className="pick"
      aria-label={t('notesDeep.pick')}
      title={t('notesDeep.pickTitle')}
      onClick={(event) => {
        event.stopPropagation();
        if (event.shiftKey) extendBulkTo(annotation);
        else toggleInBulk(annotation);
      }}
    >
      <Check size={11} strokeWidth={2.5} aria-hidden />
    </button>
  );
}

function Written({ annotation, chosen, links = NO_LINKS }: NoteCardProps) {
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
      {annotation.note !== '' && (
        <div className={`written ${chosen ? '' : 'short'}`}>
          <NoteText note={annotation.note} />
        </div>
      )}
      {links.length > 0 && (chosen ? <LinkList sides={links} readOnly /> : <LinkCount sides={links} />)}
    </>
  );
}

function LinkCount({ sides }: { sides: readonly LinkSide[] }) {
  const { t } = useTranslation();
  const { length: count } = useFarEnds(sides);
  if (count === 0) return null;
  return (
    <p className="link-count">
      <Link2 size={12} aria-hidden /> {t('notesDeep.link.count', { count })}
    </p>
  );
}

function Editor(props: NoteCardProps) {
  const { annotation, writing, tagging, knownTags, links = NO_LINKS, onChange, onRemove } = props;
  const { t } = useTranslation();
  return (
    <div className="note-editor">
      <KindButtons
        isOf={(kind) => annotation.kind === kind}
        onChoose={(kind) => void attempt(() => turnInto(annotation, kind))}
      />
      {isTask(annotation) && (
        <TaskSection
          facts={annotation.task}
          annotation={annotation}
          onChange={(task) => onChange(annotation, { task })}
        />
      )}
      <TagField
        tags={annotation.tags}
        known={knownTags}
        autoFocus={tagging}
        onChange={(tags) => onChange(annotation, { tags })}
      />
      <NoteField annotation={annotation} autoFocus={writing} />
      <LinkList sides={links} readOnly={false} />
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
        <span className="acts">
          <IconButton
            label={t('marking.quote.copy')}
            command="copyQuotation"
            onClick={() => void copyAnnotation(annotation)}
          >
            <Quote size={14} strokeWidth={1.75} aria-hidden />
          </IconButton>
          <button type="button" className="btn" onClick={() => beginLink(annotation)}>
            <Link2 size={14} strokeWidth={1.75} aria-hidden />
            {t('notesDeep.link.button')} <CommandKey command="linkNotes" />
          </button>
          <button type="button" className="btn danger" onClick={() => onRemove(annotation)}>
            <Trash2 size={14} strokeWidth={1.75} aria-hidden />
            {t('notes.remove')} <CommandKey command="remove" />
          </button>
        </span>
      </div>
    </div>
  );
}
