import { useEffect, useLayoutEffect, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Annotation } from '#core/annotation';
import { useLibrary } from '../../state/library';
import { closePicker, useOverlaps } from '../../state/overlaps';
import { paneHandle } from '../../state/panes';
import { focusActivePane } from '../../state/reading';
import { choose, useView } from '../../state/view';
import { CommandKey } from '../../ui/controls';
import { KindGlyph } from '../../ui/kinds';
import { spotlight } from '../../ui/text/spotlight';

/** Room that is kept to the edges of the window. CSS pixels. */
const MARGIN = 8;

/** The list of the annotations at one place, beside it. The one whose card is open is chosen in it. */
export function OverlapPicker() {
  const { t } = useTranslation();
  const picker = useOverlaps((state) => state.picker);
  const view = useLibrary((state) => state.views.get(picker?.articleId ?? ''));
  const chosenId = useView((state) => state.chosen?.annotationId ?? null);
  const list = useRef<HTMLDivElement>(null);
  usePlace(list, picker?.at ?? null);
  useClosing(list, picker?.ids ?? null, chosenId);
  const focused = picker?.focused === true;
  useEffect(() => {
    if (focused) focusOption(list.current, 0);
  }, [focused, picker?.at]);

  const annotations =
    picker?.ids.flatMap((id) => view?.annotations.find((each) => each.id === id) ?? []) ?? [];
  if (picker === null || annotations.length === 0) return null;
  const pressed = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) focusOption(list.current, step);
    else if (event.key === 'Escape') {
      closePicker();
      focusActivePane();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="overlap-picker popup" ref={list}>
      <div
        role="listbox"
        aria-label={t('marking.overlap.title')}
        tabIndex={-1}
        onKeyDown={pressed}
        onPointerLeave={() => spotlight('peek', [])}
      >
        {annotations.map((annotation) => (
          <Option
            key={annotation.id}
            annotation={annotation}
            chosen={annotation.id === chosenId}
            onChoose={(byKey) => {
              choose(annotation.articleId, annotation.id);
              if (!byKey) return;
              closePicker();
              focusActivePane();
            }}
          />
        ))}
      </div>
      <p className="xxs t3">
        {t('marking.overlap.next')} <CommandKey command="nextOverlap" />
      </p>
    </div>
  );
}

interface OptionProps {
  annotation: Annotation;
  chosen: boolean;
  onChoose: (byKey: boolean) => void;
}

function Option({ annotation, chosen, onChoose }: OptionProps) {
  const { t } = useTranslation();
  const { kind, tags, target } = annotation;
  const peek = () => spotlight('peek', litOf(annotation));
  return (
    <button
      type="button"
      role="option"
      aria-selected={chosen}
      className="menu-item"
      // A click that came from a key tells no number of clicks.
      onClick={(event) => onChoose(event.detail === 0)}
      onPointerEnter={peek}
      onFocus={peek}
    >
      <span className={`k-${kind}`} title={t(`kind.${kind}`)}>
        <KindGlyph kind={kind} size={14} />
      </span>
      <span className="sr-only">{t(`kind.${kind}`)}</span>
      <span className="clip">{target.quote.exact.slice(0, 80)}</span>
      {tags.slice(0, 2).map((tag) => (
        <span key={tag} className="tag">
          {tag}
        </span>
      ))}
    </button>
  );
}

/** Where an annotation stands in the active pane. */
function litOf({ target }: Annotation) {
  const { panes, active } = useView.getState();
  const handle = paneHandle(panes[active]?.key);
  return handle === undefined ? [] : [{ root: handle.scroller, spans: [target] }];
}

/** Gives the keyboard to an option beside the one that has it; without a step to the chosen one, else to the first. */
function focusOption(list: HTMLElement | null, step: 1 | -1 | 0): void {
  const options = [...(list?.querySelectorAll<HTMLElement>('[role="option"]') ?? [])];
  const focused = options.findIndex((option) => option === document.activeElement);
  const chosen = options.findIndex((option) => option.ariaSelected === 'true');
  const next = step === 0 ? Math.max(0, chosen) : (focused + step + options.length) % options.length;
  options[next]?.focus();
}

/** Closes the list when its place is left: by a press elsewhere, by scrolling, by choosing what is not in it. */
function useClosing(
  list: React.RefObject<HTMLElement | null>,
  ids: readonly string[] | null,
  chosenId: string | null,
): void {
  const isOpen = ids !== null;
  useEffect(() => {
    if (!isOpen) return undefined;
    const pressed = (event: Event) => {
      if (event.target instanceof Node && list.current?.contains(event.target) === true) return;
      closePicker();
    };
    document.addEventListener('pointerdown', pressed, true);
    document.addEventListener('wheel', pressed, true);
    return () => {
      document.removeEventListener('pointerdown', pressed, true);
      document.removeEventListener('wheel', pressed, true);
      spotlight('peek', []);
    };
  }, [list, isOpen]);
  const isElsewhere = chosenId !== null && ids?.includes(chosenId) === false;
  useEffect(() => {
    if (isElsewhere) closePicker();
  }, [isElsewhere]);
}

/** Puts the list beside its place, within the window. */
function usePlace(list: React.RefObject<HTMLElement | null>, at: { left: number; top: number } | null): void {
  useLayoutEffect(() => {
    const element = list.current;
    if (at === null || element === null) return;
    const { offsetWidth, offsetHeight } = element;
    const left = Math.max(MARGIN, Math.min(at.left, innerWidth - offsetWidth - MARGIN));
    const below = at.top + MARGIN;
    const fits = below + offsetHeight < innerHeight - MARGIN;
    const top = fits ? below : Math.max(MARGIN, at.top - offsetHeight - 3 * MARGIN);
    Object.assign(element.style, { left: `${left}px`, top: `${top}px` });
  }, [list, at]);
}
