import { emptyEntry, type DirectiveEntry, type DirectiveRow } from '#core/directive';
import type { Mention, MentioningArticle } from '#core/register';

export const ARTICLE_IDS = ['a', 'b', 'c', 'd', 'e', 'f'].map((letter) => letter.repeat(16));

export function mention(canonical: string, facts: Partial<Mention> = {}): Mention {
  const text = facts.text ?? canonical;
  return {
    ...{ start: 0, end: text.length, text, canonical, class: 'numbered', type: 'Chỉ thị' },
    ...{ number: '35', issuer: 'TW', issuerName: null, date: null, term: null, confidence: 1, block: 0 },
    ...facts,
  };
}

export const article = (
  id: string,
  publishedOn: string | null,
  ...mentions: Mention[]
): MentioningArticle => ({
  ...{ id, publishedOn, mentions },
});

export const entry = (id: string, facts: Partial<DirectiveEntry>): DirectiveEntry => ({
  ...emptyEntry(id),
  ...facts,
});

export const ids = ({ rows }: { rows: DirectiveRow[] }): string[] => rows.map(({ id }) => id).sort();

export function row({ rows }: { rows: DirectiveRow[] }, id: string): DirectiveRow {
  const found = rows.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no row ${id} in ${rows.map((one) => one.id).join(', ')}`);
  return found;
}

export const PARTY = 'chi-thi:35-CT/TW';
