import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { NotebookPen, Tag as TagIcon } from 'lucide-react';
import { Menu } from '@base-ui/react/menu';
import { useTranslation } from 'react-i18next';
import { COLOURS, type AnnotationKind } from '#core/annotation';
import { useLibrary } from '../../state/library';
import { markSelection } from '../../state/marking';
import { useOccurrences } from '../../state/occurrences';
import { useView } from '../../state/view';
import { CommandKey, Kbd } from '../controls';
import { KindGlyph } from '../kinds';
import { mainPart } from '../main-part';
import { SelectionMore } from './selection-more';

const BAR_KINDS: readonly AnnotationKind[] = ['directive', 'task', 'target', 'deadline', 'highlight'];

/** The bar that stands over selected words. Its buttons do what the keys beside them do. */
export function SelectionBar() {
  const { t } = useTranslation();
  const selection = useView((state) => state.selection);
  const dialog = useView((state) => state.dialog);
  const readOnly = useLibrary((state) => state.readOnly);
  const marksAll = useOccurrences((state) => state.asked !== null);
  const resting = useResting();
  const bar = useRef<HTMLDivElement>(null);
  const place = usePlace(bar, selection !== null && resting && !marksAll);
  if (selection === null || !resting || readOnly || marksAll || dialog !== null) return null;
  return (
    <div
      ref={bar}
      className={`selection-bar ${place.above ? 'above' : ''}`}
      role="toolbar"
      aria-label={t('select.bar')}
      style={{ left: place.left, top: place.top, ['--tip' as string]: `${place.tip}px` }}
      onMouseDown={(event) => event.preventDefault()}
    >
      {BAR_KINDS.map((kind) => (
        <button key={kind} type="button" className={`k-${kind}`} onClick={() => void markSelection({ kind })}>
          <KindGlyph kind={kind} size={15} />
          <span className={kind === 'highlight' ? 'sr-only' : ''}>{t(`kindShort.${kind}`)}</span>
          <CommandKey command={kind} />
        </button>
      ))}
      <span className="swatches">
        {COLOURS.map((colour) => (
          <button
            key={colour}
            type="button"
            className={`c-${colour}`}
            title={t('select.colour', { colour: t(`colour.${colour}`) })}
            aria-label={t('select.colour', { colour: t(`colour.${colour}`) })}
            onClick={() => void markSelection({ kind: 'highlight', colour })}
          >
            <span className="swatch" />
          </button>
        ))}
      </span>
      <span className="vr" />
      <button
        type="button"
        title={t('select.note')}
        aria-label={t('select.note')}
        onClick={() => void markSelection({ kind: 'highlight', writing: true })}
      >
        <NotebookPen size={15} strokeWidth={1.75} aria-hidden />
        <CommandKey command="note" />
      </button>
      <TagMenu />
      <SelectionMore />
    </div>
  );
}

/** The keys that give tags. */
const DIGITS = '1–9';

function TagMenu() {
  const { t } = useTranslation();
  const tags = useLibrary((state) => state.tags);
  const keyed = tags.filter((tag) => tag.key !== null).sort((a, b) => (a.key ?? 0) - (b.key ?? 0));
  return (
    <Menu.Root>
      <Menu.Trigger title={t('select.tag')} aria-label={`${t('select.tag')} ${DIGITS}`}>
        <TagIcon size={15} strokeWidth={1.75} aria-hidden />
        <span className="kbd">{DIGITS}</span>
      </Menu.Trigger>
      <Menu.Portal container={mainPart}>
        <Menu.Positioner sideOffset={6} align="end" className="positioner">
          <Menu.Popup className="popup">
            {[...keyed, ...tags.filter((tag) => tag.key === null)].map((tag) => (
              <Menu.Item
                key={tag.name}
                className="menu-item"
                onClick={() => void markSelection({ kind: 'highlight', tags: [tag.name] })}
              >
                <span className="clip">{tag.name}</span>
                {tag.key !== null && <Kbd>{tag.key}</Kbd>}
              </Menu.Item>
            ))}
            {tags.length > 0 && <div className="menu-line" />}
            <Menu.Item
              className="menu-item"
              onClick={() => void markSelection({ kind: 'highlight', tagging: true })}
            >
              {t('select.newTag')}
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

/** False while the mouse is still choosing words. */
function useResting(): boolean {
  const [resting, setResting] = useState(true);
  useEffect(() => {
    const pressed = (event: PointerEvent) => {
      const target = event.target as Element | null;
      if (target?.closest('.selection-bar, .popup') === null) setResting(false);
    };
    const released = () => setTimeout(() => setResting(true));
    document.addEventListener('pointerdown', pressed, true);
    document.addEventListener('pointerup', released, true);
    document.addEventListener('pointercancel', released, true);
    return () => {
      document.removeEventListener('pointerdown', pressed, true);
      document.removeEventListener('pointerup', released, true);
      document.removeEventListener('pointercancel', released, true);
    };
  }, []);
  return resting;
}

interface Place {
  left: number;
  top: number;
  tip: number;
  above: boolean;
}

/** What scrolls the chosen words: the bar keeps out of what stands above that. */
function pageOf(range: Range | undefined): Element | null {
  const node = range?.startContainer;
  const element = node instanceof Element ? node : node?.parentElement;
  return element?.closest('[role="document"]') ?? null;
}

/** Above the first line of the selection, below the last one when there is no room; follows scrolling. */
function usePlace(bar: React.RefObject<HTMLElement | null>, shown: boolean): Place {
  const selection = useView((state) => state.selection);
  const [place, setPlace] = useState<Place>({ left: -9999, top: 0, tip: 0, above: true });
  useLayoutEffect(() => {
    if (!shown) return undefined;
    const lay = () => {
      const range = getSelection()?.rangeCount ? getSelection()?.getRangeAt(0) : undefined;
      const element = bar.current;
      const lines = range?.getClientRects() ?? [];
      const first = lines[0];
      const last = lines[lines.length - 1];
      const bounds = element?.parentElement?.getBoundingClientRect();
      const page = pageOf(range)?.getBoundingClientRect();
      if (element === null || first === undefined || last === undefined || bounds === undefined) return;
      const middle = first.left + first.width / 2;
      const left = Math.min(
        Math.max(middle - element.offsetWidth / 2, bounds.left + 8),
        Math.max(bounds.left + 8, innerWidth - element.offsetWidth - 8),
      );
      const above = first.top - element.offsetHeight - 9 > (page ?? bounds).top;
      const top = above ? first.top - element.offsetHeight - 9 : last.bottom + 9;
      setPlace({ left, top, tip: middle - left - 5, above });
    };
    lay();
    document.addEventListener('scroll', lay, true);
    addEventListener('resize', lay);
    return () => {
      document.removeEventListener('scroll', lay, true);
      removeEventListener('resize', lay);
    };
  }, [bar, shown, selection]);
  return place;
}
