import type { TFunction } from 'i18next';
import { COLOURS, KINDS, type AnchorState, type AnnotationKind, type Colour } from '#core/annotation';
import type { AnnotationFilter } from '#core/contract';
import { narrowNotes } from '../state/note-filter';
import { dayText } from '../ui/format';

/** One condition of the filter, in words, and how to drop it. */
export interface Condition {
  key: string;
  words: string;
  kind?: AnnotationKind;
  colour?: Colour;
  onRemove: () => void;
}

export const ANCHORS: readonly AnchorState[] = ['exact', 'moved', 'orphan'];

/** The list without the value, or with it; in the order of `all`. */
export const toggledIn = <T>(all: readonly T[], list: readonly T[] | undefined, value: T): T[] =>
  all.filter((each) => (list?.includes(each) ?? false) !== (each === value));

/** What the filter asks for, condition by condition. */
export function conditionsOf(filter: AnnotationFilter, t: TFunction): Condition[] {
  const { kinds = [], colours = [], tags = [], anchors = [], withNote, from, to } = filter;
  const conditions: Condition[] = [
    ...kinds.map((kind) => ({
      key: `kind ${kind}`,
      words: t(`kind.${kind}`),
      kind,
      onRemove: () => narrowNotes({ kinds: toggledIn(KINDS, kinds, kind) }),
    })),
    ...colours.map((colour) => ({
      key: `colour ${colour}`,
      words: t(`colour.${colour}`),
      colour,
      onRemove: () => narrowNotes({ colours: toggledIn(COLOURS, colours, colour) }),
    })),
    ...tags.map((tag) => ({
      key: `tag ${tag}`,
      words: tag,
      onRemove: () => narrowNotes({ tags: tags.filter((name) => name !== tag) }),
    })),
    ...anchors.map((anchor) => ({
      key: `anchor ${anchor}`,
      words: t(`notesDeep.filter.anchors.${anchor}`),
      onRemove: () => narrowNotes({ anchors: toggledIn(ANCHORS, anchors, anchor) }),
    })),
  ];
  if (withNote !== undefined) {
    const words = t(withNote ? 'notesDeep.filter.hasNote' : 'notesDeep.filter.hasNoNote');
    conditions.push({ key: 'note', words, onRemove: () => narrowNotes({ withNote: undefined }) });
  }
  if (from !== undefined) {
    const words = t('notesDeep.filter.since', { day: dayText(from) });
    conditions.push({ key: 'from', words, onRemove: () => narrowNotes({ from: undefined }) });
  }
  if (to !== undefined) {
    const words = t('notesDeep.filter.until', { day: dayText(to) });
    conditions.push({ key: 'to', words, onRemove: () => narrowNotes({ to: undefined }) });
  }
  return conditions;
}
