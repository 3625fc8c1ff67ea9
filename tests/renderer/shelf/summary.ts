import type { ArticleSummary } from '#core/library';
import { NEW_ON_THE_SHELF } from '#core/shelving';

let made = 0;

/** A row of the catalogue; whatever a test does not name is that of a plain article without notes. */
export function summary(facts: Partial<ArticleSummary> = {}): ArticleSummary {
  made++;
  return {
    id: made.toString(16).padStart(16, '0'),
    title: `Bài ${made}`,
    dek: null,
    source: null,
    url: null,
    byline: null,
    publishedOn: null,
    dateConfidence: 'none',
    importedAt: '2026-02-10T08:00:00.000Z',
    removedAt: null,
    story: null,
    shelving: NEW_ON_THE_SHELF,
    paragraphs: 4,
    annotations: 0,
    kinds: { highlight: 0, directive: 0, task: 0, target: 0, deadline: 0 },
    notes: 0,
    orphans: 0,
    tags: [],
    ...facts,
  };
}
