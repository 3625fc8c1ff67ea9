/** Words that are typed but not saved yet know how to save themselves; before the window closes all of them do. */
const drafts = new Set<() => Promise<void>>();

export function registerDraft(flush: () => Promise<void>): () => void {
  drafts.add(flush);
  return () => drafts.delete(flush);
}

export async function flushDrafts(): Promise<void> {
  await Promise.all([...drafts].map((flush) => flush()));
}
