import { memo, useEffect, useRef, type RefObject } from 'react';
import { Lightbulb } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { AnnotationKind } from '#core/annotation';
import type { ArticleView } from '#core/contract';
import { SUGGESTED_KINDS, confidenceOf, type Suggestion } from '#core/suggestions';
import { acceptChosen, dismissChosen, editChosen, openSuggestion } from '../state/suggesting';
import { takingOf } from '../state/suggested-marks';
import { citationsIn, draftOf, setDraft, useSuggestions } from '../state/suggestions';
import { CommandKey, IconButton } from '../ui/controls';
import { citedName } from '../ui/directive-name';
import { KindGlyph } from '../ui/kinds';
import { FactsLine, TaskFactsFields } from '../ui/task-facts';
import { tellingWords } from '../ui/telling-words';
import { SuggestionLine, useRest } from './suggestion-line';
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

/**
 * What the rules propose beside its passage, quieter than a note: one line, which shows more while the pointer rests on it.
 * The open one can be changed, taken or turned down. It opens by a click or when the keyboard comes to it.
 */
export const SuggestionCard = memo(function SuggestionCard(props: SuggestionCardProps) {
  const { view, suggestion, place, top, chosen, readOnly, onHeight } = props;
  const { t } = useTranslation();
  const card = useRef<HTMLElement>(null);
  useHeight(card, suggestion.id, onHeight);
  useFocusAlong(card, chosen);
  const { article } = view;
  const kind = useSuggestions((state) => draftOf(state, article.id, suggestion.id)?.kind) ?? suggestion.kind;
  const { side, events } = useRest();
  const open = () => {
    if (!chosen) openSuggestion(view, suggestion);
  };
  const { words, until } = tellingWords(suggestion);
  const about = { kind: t(`kind.${kind}`), place, words: until === null ? words : `${words}, ${until}` };
  return (
    // What is inside it has its own controls, and the keyboard that comes to it opens it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events
    <article
      ref={card}
      className={`note suggestion k-${kind} ${chosen ? 'chosen' : 'closed'} ${side ?? ''}`}
      style={{ top }}
      aria-label={t('suggest.card', about)}
      aria-current={chosen || undefined}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- reached by Tab, which opens it
      tabIndex={0}
      onClick={open}
      onFocus={({ target, currentTarget }) => target === currentTarget && open()}
      {...events}
    >
      {chosen ? (
        <>
          <Head kind={kind} place={place} />
          <Words suggestion={suggestion} chosen readOnly={readOnly} />
          {!readOnly && <Decision view={view} suggestion={suggestion} />}
        </>
      ) : (
        <div className="face">
          <SuggestionLine {...{ view, suggestion, kind, readOnly }} more={side !== null} />
          {side !== null && <Words suggestion={suggestion} chosen={false} readOnly={readOnly} />}
        </div>
      )}
    </article>
  );
});

/** What it would be, and where it stands. */
function Head({ kind, place }: { kind: AnnotationKind; place: string }) {
  const { t } = useTranslation();
  return (
    <header>
      <span className="suggested-kind">
        <Lightbulb size={13} strokeWidth={1.75} aria-hidden />
        {t('suggest.of', { kind: t(`kindShort.${kind}`).toLocaleLowerCase() })}
      </span>
      <span className="place end t3 xxs num">{place}</span>
    </header>
  );
}

interface WordsProps {
  suggestion: Suggestion;
  chosen: boolean;
  readOnly: boolean;
}

/** The article's words, what was read in them and how sure that is. */
function Words({ suggestion, chosen, readOnly }: WordsProps) {
  const { t } = useTranslation();
  const confidence = confidenceOf(suggestion);
  return (
    <div className="suggested-text">
      <p className="quote">{suggestion.text}</p>
      <Read suggestion={suggestion} inFields={chosen && !readOnly} />
      {(chosen || confidence === 'low') && (
        <p className="confidence">
          {t(suggestion.weak ? 'suggest.weak' : `suggest.confidence.${confidence}`)}
          {suggestion.kind === 'directive' &&
            suggestion.citation.class === 'relative' &&
            ` · ${t('suggest.resolved')}`}
        </p>
      )}
    </div>
  );
}

/** What was read in the words: the document, or who is to do it until when, and the figures. */
function Read({ suggestion, inFields }: { suggestion: Suggestion; inFields: boolean }) {
  if (suggestion.kind === 'directive') {
    const name = citedName(suggestion.citation);
    return bare(name) === bare(suggestion.text) ? null : <p className="cited">{name}</p>;
  }
  const { responsible, deadline, figures } = suggestion.task;
  return (
    <>
      {!inFields && <FactsLine facts={{ responsible: responsible ?? '', deadline }} />}
      {figures.length > 0 && <p className="figures num">{figures.map(({ text }) => text).join(' · ')}</p>}
    </>
  );
}

/** A name with other brackets or spaces says nothing new. */
const bare = (name: string): string => name.replace(/[()\s]+/gu, ' ').trim();

/** The open suggestion: its kind and facts, before it is taken, and what to do with it. */
function Decision({ view, suggestion }: Pick<SuggestionCardProps, 'view' | 'suggestion'>) {
  const { t } = useTranslation();
  const { article } = view;
  const draft = useSuggestions((state) => draftOf(state, article.id, suggestion.id));
  const { kind, task } = takingOf(article, citationsIn(article.id))(suggestion);
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
        <button type="button" className="btn end" onClick={editChosen}>
          {t('suggest.edit')} <CommandKey command="editSuggestion" />
        </button>
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
  return citationsIn(articleId).find(({ canonical }) => id === canonical || id.startsWith(`${canonical}#`))
    ?.text;
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
