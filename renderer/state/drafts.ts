/** Words that are typed but not saved yet know how to save themselves; before the window closes all of them do. */
const drafts = new Set<() => Promise<void>>();

export function registerDraft(flush: () => Promise<void>): () => void {
  drafts.add(flush);
  return () => drafts.delete(flush);
}

export async function flushDrafts(): Promise<void> {
  await Promise.all([...drafts].map((flush) => flush()));
}

/** Notes that the library has refused to take, by annotation: their words wait here until they are saved. */
const refused = new Map<string, string>();

export const refusedDraft = (annotationId: string): string | undefined => refused.get(annotationId);

export function keepRefused(annotationId: string, note: string): void {
  refused.set(annotationId, note);
}

export const forgetRefused = (annotationId: string): boolean => refused.delete(annotationId);
