import type { SearchAnswer } from '#core/calls/searching';
import type { useLibrary } from './library';

type Library = Pick<ReturnType<typeof useLibrary.getState>, 'revision' | 'searchable' | 'recognised'>;

/**
 * Whether a question may have another answer now: something was changed, or more articles can be searched. What is found in
 * them by rules matters to an answer that waits for it, and to the groups beside the list once all is known. `answered`: how
 * much of the library the last answer is about.
 */
export function mayFindMore(
  now: Library,
  before: Library,
  answered: SearchAnswer['indexed'] | undefined,
): boolean {
  if (now.revision !== before.revision || now.searchable?.done !== before.searchable?.done) return true;
  const { recognised } = now;
  if (recognised === null || recognised.done === before.recognised?.done) return false;
  const isPartial = answered !== undefined && answered.done < answered.total;
  return isPartial || recognised.done >= recognised.total;
}
