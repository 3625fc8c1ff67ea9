import type { TFunction } from 'i18next';
import type { AnchorState } from '#core/annotation';
import type { AnnotationFilter } from '#core/contract';
import { narrowNotes } from '../state/note-filter';
import type { FilterChip } from '../ui/filter-chips';
import { lookChips, toggledIn } from '../ui/filter-fields';
import { dayText } from '../ui/format';

export const ANCHORS: readonly AnchorState[] = ['exact', 'moved', 'orphan'];

/** What the filter asks for, condition by condition. */
export function conditionsOf(filter: AnnotationFilter, t: TFunction): FilterChip[] {
  const { kinds = [], colours = [], tags = [], anchors = [], withNote, from, to } = filter;
  const conditions: FilterChip[] = [
    ...lookChips({ kinds, colours, onLook: narrowNotes }, t),
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
