import { useEffect, useRef, useState, type MouseEvent } from 'react';
import { Check, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { AnnotationKind } from '#core/annotation';
import type { ArticleView } from '#core/contract';
import type { Suggestion } from '#core/suggestions';
import { acceptSuggestion, dismiss } from '../state/suggesting';
import { IconButton } from '../ui/controls';
import { KindGlyph } from '../ui/kinds';
import { tellingWords } from '../ui/telling-words';

interface SuggestionLineProps {
  view: ArticleView;
  suggestion: Suggestion;
  kind: AnnotationKind;
  readOnly: boolean;
  /** More of it is shown beside the line, which then says only what that is. */
  more: boolean;
}

/** What is seen of a suggestion that is not open: one line, and the way to decide on it when the pointer is there. */
export function SuggestionLine({ view, suggestion, kind, readOnly, more }: SuggestionLineProps) {
  const { t } = useTranslation();
  const { words, until } = tellingWords(suggestion);
  const only = (work: () => unknown) => (event: MouseEvent) => {
    event.stopPropagation();
    work();
  };
  return (
    <header className="suggestion-line">
      <KindGlyph kind={kind} size={13} />
      {more ? (
        <span className="clip of">
          {t('suggest.of', { kind: t(`kindShort.${kind}`).toLocaleLowerCase() })}
        </span>
      ) : (
        <span className="clip telling">{words}</span>
      )}
      {!more && until !== null && <span className="clip num until">{until}</span>}
      {!readOnly && (
        <span className="quick">
          <IconButton
            small
            tabIndex={-1}
            label={t('suggest.accept')}
            onClick={only(() => acceptSuggestion(view, suggestion))}
          >
            <Check size={14} strokeWidth={2} aria-hidden />
          </IconButton>
          <IconButton
            small
            tabIndex={-1}
            label={t('suggest.dismiss')}
            onClick={only(() => dismiss(view, [suggestion]))}
          >
            <X size={14} strokeWidth={2} aria-hidden />
          </IconButton>
        </span>
      )}
    </header>
  );
}

/** The pointer rests so long on a line before that shows more: who passes over it does not ask for it. Milliseconds. */
const INTENT = 350;
/** What a line shows more of fits into this. CSS pixels. */
const ROOM = 140;

/** Whether the pointer has come to rest on a card, and to which side of its line there is room for more. */
export function useRest() {
  const [side, setSide] = useState<'below' | 'above' | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const leave = () => {
    clearTimeout(timer.current);
    setSide(null);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  const events = {
    onMouseEnter: ({ currentTarget }: MouseEvent) => {
      timer.current = setTimeout(() => {
        const lowest = currentTarget.closest('.note-stack')?.getBoundingClientRect().bottom ?? Infinity;
        setSide(currentTarget.getBoundingClientRect().top + ROOM > lowest ? 'above' : 'below');
      }, INTENT);
    },
    onMouseLeave: leave,
  };
  return { side, events };
}
