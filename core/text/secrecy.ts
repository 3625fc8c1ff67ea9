import type { ArticleDraft } from '#core/article';
import type { Removal, SourceLine } from '#core/text/lines';

/** The stamp of a secret document, alone on its line: `MẬT`, `TỐI MẬT`, `Độ mật: Tuyệt mật`. */
const STAMP = /^[([“"]?\s*(?:Độ mật\s*[:：]\s*)?(?:TUYỆT MẬT|TỐI MẬT|MẬT|Tuyệt mật|Tối mật|Mật)\s*[)\]”"]?$/u;
const LOOKED_AT = 20;

/** Takes the stamp out of the head of a document, where it would pass for the title; it is kept as a removed line. */
export function takeStamp(lines: readonly SourceLine[]): { kept: SourceLine[]; removed: Removal[] } {
  const stamps = new Set(lines.slice(0, LOOKED_AT).filter((line) => STAMP.test(line.text)));
  // A title that is just this word is a title.
  if (stamps.size === lines.length) return { kept: [...lines], removed: [] };
  return {
    kept: lines.filter((line) => !stamps.has(line)),
    removed: Array.from(stamps, ({ text, at }): Removal => ({ text, reason: 'secrecy-stamp', at })),
  };
}

/** The line that marks a document as a state secret; null when none does. Such a document belongs on no ordinary machine. */
export function secrecyMarkOf({
  title,
  blocks,
  removed,
}: Pick<ArticleDraft, 'title' | 'blocks' | 'removed'>): string | null {
  const stamp = removed.find((line) => line.reason === 'secrecy-stamp');
  const lines = [title, ...blocks.slice(0, LOOKED_AT).map((block) => block.text)];
  return stamp?.text ?? lines.find((line) => STAMP.test(line)) ?? null;
}
