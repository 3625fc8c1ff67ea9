import { displayForm } from '#core/recognise/citations/display';
import type { FoundCitation } from '#core/recognise/found';

/** Of a `DirectiveId`; what people typed themselves has no such beginning. */
const ID = /^[a-z-]+:[^#]+/u;

export const isDirectiveId = (words: string): boolean => ID.test(words);

/**
 * A document as official writing cites it, from its id; `text`: how an article cites it, for documents whose ids do not
 * hold their whole names. Words that are no id stay as they are.
 */
export function directiveName(id: string, text?: string): string {
  const [canonical] = ID.exec(id) ?? [];
  if (canonical === undefined) return id;
  return displayForm({ canonical, text: text ?? canonical.replace(/^[^:]*:/u, '').replaceAll('-', ' ') });
}

/** What a citation cites, with the day and the issuer that the text gives. */
export const citedName = (citation: FoundCitation): string => displayForm(citation).replace(/\s+/gu, ' ');

/** The same without day, issuer and "số", for where there is room for a line: "Kết luận 21-KL/TW". */
export const shortName = ({ canonical, text }: FoundCitation): string =>
  displayForm({ canonical, text })
    .replace(/\s+/gu, ' ')
    .replace(/ số (?=\d)/u, ' ');
