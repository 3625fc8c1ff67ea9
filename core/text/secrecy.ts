import type { ArticleDraft } from '#core/article';

/** The stamp of a secret document, alone on its line: `MẬT`, `TỐI MẬT`, `Độ mật: Tuyệt mật`. */
const STAMP = /^[([“"]?\s*(?:Độ mật\s*[:：]\s*)?(?:TUYỆT MẬT|TỐI MẬT|MẬT|Tuyệt mật|Tối mật|Mật)\s*[)\]”"]?$/u;
const LOOKED_AT = 20;

/** The line that marks a document as a state secret; null when none does. Such a document belongs on no ordinary machine. */
export function secrecyMarkOf({
  title,
  blocks,
  removed,
}: Pick<ArticleDraft, 'title' | 'blocks' | 'removed'>): string | null {
  const head = blocks.slice(0, LOOKED_AT).map((block) => block.text);
  const lines = [title, ...head, ...removed.slice(0, LOOKED_AT).map((line) => line.text)];
  return lines.find((line) => STAMP.test(line)) ?? null;
}
