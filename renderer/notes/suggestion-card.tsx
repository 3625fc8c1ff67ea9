import { memo, useEffect, useRef, type RefObject } from 'react';
import { Check, Lightbulb, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { AnnotationKind } from '#core/annotation';
import type { ArticleView } from '#core/contract';
import { SUGGESTED_KINDS, confidenceOf, type Suggestion } from '#core/suggestions';
import { paneHandle } from '../state/panes';
import { acceptChosen, acceptSuggestion, dismiss, dismissChosen } from '../state/suggesting';
import { chooseSuggestion, draftOf, setDraft, takingOf, useSuggestions } from '../state/suggestions';
import { useView } from '../state/view';
import { CommandKey, IconButton } from '../ui/controls';
import { citedName } from '../ui/directive-name';
import { KindGlyph } from '../ui/kinds';
import { FactsLine, TaskFactsFields } from '../ui/task-facts';
import { useHeight } from './use-height';
import './suggestion.css';

interface SuggestionCardProps {
  view: ArticleView;
  suggestion: Suggestion;
  /** "đoạn 4" */
  place: string;
  top: number;
  chosen: boolean;
  readOnly: boolean;
  onHeight: (id: string, height: number) => void;
}

/** What the rules propose beside its passage, quieter than a note. The open one can be changed, taken or turned down. */
export const SuggestionCard = memo(function SuggestionCard(props: SuggestionCardProps) {
  const { view, suggestion, place, top, chosen, readOnly, onHeight } = props;
  const { t } = useTranslation();
  const card = useRef<HTMLElement>(null);
  useHeight(card, suggestion.id, onHeight);
  useFocusAlong(card, chosen);
  const { article } = view;
  const draft = useSuggestions((state) => draftOf(state, article.id, suggestion.id));
  const kind = draft?.kind ?? suggestion.kind;
  const confidence = confidenceOf(suggestion);
  const open = () => {
    if (chosen) return;
    chooseSuggestion(article.id, suggestion.id);
    const { panes, active } = useView.getState();
    paneHandle(panes[active]?.key)?.reveal(suggestion.start);
  };
  return (
    // The card is chosen by a click or by Enter; what is inside it has its own controls.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <article
      ref={card}
      className={`note suggestion k-${kind} ${chosen ? 'chosen' : ''}`}
      style={{ top }}
      aria-label={t('suggest.card', { kind: t(`kind.${kind}`), place })}
      aria-current={chosen || undefined}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- reached by Tab, opened by Enter
      tabIndex={0}
      onClick={open}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.target !== event.currentTarget || chosen) return;
        event.preventDefault();
        open();
      }}
    >
      <Head {...props} kind={kind} />
      <p className={`quote ${chosen ? '' : 'c2'}`}>{suggestion.text}</p>
      <Read suggestion={suggestion} inFields={chosen && !readOnly} />
      {(chosen || confidence === 'low') && (
        <p className="confidence">
          {t(suggestion.weak ? 'suggest.weak' : `suggest.confidence.${confidence}`)}
          {suggestion.kind === 'directive' &&
            suggestion.citation.class === 'relative' &&
            ` · ${t('suggest.resolved')}`}
        </p>
      )}
      {chosen && !readOnly && <Decision view={view} suggestion={suggestion} />}
    </article>
  );
});

/** What it would be, and the way to decide on it without opening it. */
function Head({
  view,
  suggestion,
  place,
  chosen,
  readOnly,
  kind,
}: SuggestionCardProps & { kind: AnnotationKind }) {
  const { t } = useTranslation();
  return (
    <header>
      <span className="suggested-kind">
        <Lightbulb size={13} strokeWidth={1.75} aria-hidden />
        {t('suggest.of', { kind: t(`kind.${kind}`).toLocaleLowerCase() })}
      </span>
      <span className="place end t3 xxs num">{place}</span>
      {!readOnly && !chosen && (
        <span className="quick">
          <IconButton
            small
            label={t('suggest.accept')}
            onClick={(event) => {
              event.stopPropagation();
              void acceptSuggestion(view, suggestion);
            }}
          >
            <Check size={14} strokeWidth={2} aria-hidden />
          </IconButton>
          <IconButton
            small
            label={t('suggest.dismiss')}
            onClick={(event) => {
              event.stopPropagation();
              void dismiss(view, [suggestion]);
            }}
          >
            <X size={14} strokeWidth={2} aria-hidden />
          </IconButton>
        </span>
      )}
    </header>
  );
}

/** What was read in the words: the document, or who is to do it until when, and the figures. */
function Read({ suggestion, inFields }: { suggestion: Suggestion; inFields: boolean }) {
  if (suggestion.kind === 'directive') {
    const name = citedName(suggestion.citation);
    return name === suggestion.text ? null : <p className="cited">{name}</p>;
  }
  const { responsible, deadline, figures } = suggestion.task;
  return (
    <>
      {!inFields && <FactsLine facts={{ responsible: responsible ?? '', deadline }} />}
      {figures.length > 0 && <p className="figures num">{figures.map(({ text }) => text).join(' · ')}</p>}
    </>
  );
}

/** The open suggestion: its kind and facts, before it is taken, and what to do with it. */
function Decision({ view, suggestion }: Pick<SuggestionCardProps, 'view' | 'suggestion'>) {
  const { t } = useTranslation();
  const { article } = view;
  const draft = useSuggestions((state) => draftOf(state, article.id, suggestion.id));
  const { kind, task } = takingOf(article)(suggestion);
  const wordsOf = (id: string) => citedWords(article.id, id);
  return (
    <div className="note-editor">
      <div className="kinds" role="group" aria-label={t('notes.kind')}>
        {SUGGESTED_KINDS.map((each) => (
          <IconButton
            key={each}
            className={`k-${each}`}
            label={t(`kind.${each}`)}
            aria-pressed={each === kind}
            onClick={() => setDraft(article.id, suggestion.id, { kind: each })}
          >
            <KindGlyph kind={each} size={15} />
          </IconButton>
        ))}
      </div>
      {task !== undefined && (
        <TaskFactsFields
          facts={draft?.task ?? task}
          wordsOf={wordsOf}
          onChange={(changed) => setDraft(article.id, suggestion.id, { task: changed })}
        />
      )}
      <div className="decision">
        <button type="button" className="btn line" onClick={() => void acceptChosen()}>
          {t('suggest.accept')} <CommandKey command="acceptSuggestion" />
        </button>
        <button type="button" className="btn" onClick={() => void dismissChosen()}>
          {t('suggest.dismiss')} <CommandKey command="dismissSuggestion" />
        </button>
      </div>
    </div>
  );
}

/** How an article cites a document. */
function citedWords(articleId: string, id: string): string | undefined {
  const citations = useSuggestions.getState().looked.get(articleId)?.citations ?? [];
  return citations.find(({ canonical }) => id === canonical || id.startsWith(`${canonical}#`))?.text;
}

/** The open card takes the keyboard, unless that is in the text, where it scrolls. */
function useFocusAlong(card: RefObject<HTMLElement | null>, chosen: boolean): void {
  useEffect(() => {
    if (!chosen || card.current === null) return;
    const { activeElement } = document;
    const isInText = activeElement?.closest('.pane-scroll') != null;
    if (!isInText && !card.current.contains(activeElement)) card.current.focus({ preventScroll: true });
  }, [card, chosen]);
}
