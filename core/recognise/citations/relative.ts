// "Nghị quyết này", "Chỉ thị nói trên": the document that was cited last.
import type { Anchor, Draft, Parsed } from '#core/recognise/citations/draft';
import { isCapital, matchAt, type Source } from '#core/recognise/citations/source';

const THIS =
  / (?:này|nêu trên|nói trên|trên(?= ?(?:[.,;:)]|$)| (?:của|được|đã|là|và|cũng|sẽ|nhằm|để|có|do|phải|cần|còn|chưa|không|vẫn|thì|áp dụng|thay thế|quy định|nêu|yêu cầu)(?!\p{L})))(?!\p{L})/uy;
const PLURAL = /(?:các|những|hai|ba|bốn|\d) $/u;

/** The reference to an earlier document that a type word begins; null when it begins none. */
export function relativeAt({ text, lower }: Source, { start, end, type, isCode }: Anchor): Parsed | null {
  if (isCode || !isCapital(text[start]) || PLURAL.test(lower.slice(Math.max(0, start - 6), start)))
    return null;
  const match = matchAt(THIS, lower, end);
  if (match === null) return null;
  const draft: Draft = {
    start,
    end: end + match[0].length,
    class: 'relative',
    type,
    id: null,
    stems: [],
    number: null,
    issuer: null,
    issuerName: null,
    date: null,
    term: null,
    confidence: 0.7,
  };
  return { drafts: [draft], end: draft.end };
}
