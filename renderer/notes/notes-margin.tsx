import { memo, useEffect, useMemo, useSyncExternalStore, type KeyboardEvent } from 'react';
import { Filter, PanelRightClose } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { byPosition, type Annotation } from '#core/annotation';
import { asksForNothing, fits } from '#core/annotation-filter';
import { chooseAllShown, useBulk } from '../state/bulk';
import { useLibrary, viewOf } from '../state/library';
import { closeNoteFilter, isShown, openNoteFilter, useNoteFilter } from '../state/note-filter';
import { closeLost, openLost, useLost } from '../state/lost';
import { onPanesChanged, paneHandle } from '../state/panes';
import { useSuggestions, useSuggestionsIn } from '../state/suggestions';
import { setView, useView } from '../state/view';
import { useSettled } from '../ui/after-paint';
import { IconButton } from '../ui/controls';
import { isField } from '../ui/fields';
import { BulkBar } from './bulk-bar';
import { FilterBar } from './filter-bar';
import { LinkPanel } from './link-panel';
import { LostTray } from './lost-tray';
import { listenToMarks } from './mark-clicks';
import { NoteStack } from './note-stack';
import { SuggestionBar, SuggestionsButton } from './suggestion-bar';
import './notes.css';

type Tab = 'placed' | 'lost';

/** The notes of the active pane's article. They follow a frame after the text: marks come first. */
export function NotesMargin() {
  return <Margin {...useSettled(useActivePane())} />;
}

/** Notes each at the height of its passage. Drawn anew only when the pane or its notes are others. */
const Margin = memo(function Margin({ pane, view, handle }: ReturnType<typeof useActivePane>) {
  const { t } = useTranslation();
  const chosenId = useView((state) => state.chosen?.annotationId);
  const lostOf = useLost((state) => state.articleId);
  const { filter, placed, lost, all, picked } = useNotes(view?.annotations, view?.article.id);
  const cards = useCards(placed, view?.annotations, chosenId);
  const narrowed = !asksForNothing(filter);
  const suggested = useSuggestionsIn(view);
  const suggestedId = useSuggestions((state) => state.chosen?.id);
  // A filter asks for notes: suggestions are none, but the open one stays.
  const besides = useMemo(
    () => (narrowed ? suggested.shown.filter(({ id }) => id === suggestedId) : suggested.shown),
    [suggested.shown, narrowed, suggestedId],
  );
  const lostOpen = lostOf !== null && lostOf === pane?.articleId;
  const shown: Tab = lostOpen && !placed.some(({ id }) => id === chosenId) ? 'lost' : 'placed';
  useEffect(listenToMarks, []);
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <aside className="notes col" aria-label={t('notes.title')} onKeyDown={chooseAllByKey}>
      <div className="bar">
        <div className="tabs" role="tablist">
          <TabButton
            name={t('notes.title')}
            count={narrowed ? t('notesDeep.shown', { shown: placed.length, all }) : String(all)}
            on={shown === 'placed'}
            onClick={closeLost}
          />
          {(lost.length > 0 || lostOpen) && (
            <TabButton
              name={t('notes.lost')}
              count={String(lost.length)}
              on={shown === 'lost'}
              onClick={openLost}
            />
          )}
        </div>
        <span className="end" />
        {view !== undefined && <SuggestionsButton here={suggested} />}
        <FilterButton />
        <IconButton
          small
          label={t('notes.hide')}
          command="toggleNotes"
          onClick={() => setView({ notesOpen: false })}
        >
          <PanelRightClose size={15} strokeWidth={1.75} aria-hidden />
        </IconButton>
      </div>
      <LinkPanel />
      <FilterBar />
      {view !== undefined && <SuggestionBar view={view} here={suggested} />}
      {picked.length > 0 && (
        <BulkBar annotations={picked} hidden={picked.filter((each) => !isShown(each)).length} />
      )}
      {view !== undefined && shown === 'placed' && handle !== undefined && (
        <NoteStack
          key={pane?.key}
          view={view}
          handle={handle}
          placed={cards}
          suggestions={besides}
          none={narrowed && all > 0 ? t('notesDeep.noneFit') : t('notes.empty')}
        />
      )}
      {view !== undefined && shown === 'lost' && handle !== undefined && (
        <LostTray article={view.article} annotations={lost} handle={handle} />
      )}
      {view === undefined && <div className="note-stack" />}
    </aside>
  );
});

/** The active pane, its article, and what is known of where its text stands. */
function useActivePane() {
  const pane = useView((state) => state.panes[state.active]);
  const view = useLibrary((state) => viewOf(state, pane));
  const handle = useSyncExternalStore(onPanesChanged, () => paneHandle(pane?.key));
  return useMemo(() => ({ pane, view, handle }), [pane, view, handle]);
}

/** The key that chooses everything, for as long as the margin has the focus: all of its notes, as in any list. */
function chooseAllByKey(event: KeyboardEvent): void {
  if (event.key !== 'a' || !(event.ctrlKey || event.metaKey) || isField(event.target)) return;
  event.preventDefault();
  chooseAllShown();
}

const NO_NOTES: readonly Annotation[] = [];

/** An article's notes as the margin parts them: those beside the text that fit the filter, the lost ones, the chosen ones. */
function useNotes(annotations: readonly Annotation[] = NO_NOTES, articleId: string | undefined) {
  const filter = useNoteFilter((state) => state.filter);
  const ids = useBulk((state) => (state.articleId === articleId ? state.ids : null));
  const placed = useMemo(
    () => annotations.filter((annotation) => isShown(annotation, { filter })),
    [annotations, filter],
  );
  const lost = useMemo(
    () => annotations.filter((annotation) => annotation.anchor === 'orphan' && fits(annotation, filter)),
    [annotations, filter],
  );
  const all = useMemo(() => annotations.filter(({ anchor }) => anchor !== 'orphan').length, [annotations]);
  const picked = useMemo(
    () => (ids === null ? NO_NOTES : annotations.filter(({ id }) => ids.has(id))),
    [annotations, ids],
  );
  return { filter, placed, lost, all, picked };
}

/** The cards that are drawn: also the open one, when it does not fit the filter. */
function useCards(
  placed: readonly Annotation[],
  annotations: readonly Annotation[] = NO_NOTES,
  chosenId: string | undefined,
): readonly Annotation[] {
  return useMemo(() => {
    const open = annotations.find(({ id }) => id === chosenId);
    if (open === undefined || open.anchor === 'orphan' || placed.includes(open)) return placed;
    return [...placed, open].sort(byPosition);
  }, [placed, annotations, chosenId]);
}

function FilterButton() {
  const { t } = useTranslation();
  const open = useNoteFilter((state) => state.open);
  return (
    <IconButton
      small
      label={t('command.filterNotes')}
      command="filterNotes"
      aria-pressed={open}
      onClick={open ? closeNoteFilter : openNoteFilter}
    >
      <Filter size={14} strokeWidth={1.75} aria-hidden />
    </IconButton>
  );
}

function TabButton(props: { name: string; count: string; on: boolean; onClick: () => void }) {
  return (
    <button type="button" role="tab" aria-selected={props.on} onClick={props.onClick}>
      {props.name} <span className="cnt num">{props.count}</span>
    </button>
  );
}
