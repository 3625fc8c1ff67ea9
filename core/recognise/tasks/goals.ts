// "phấn đấu …", "Mục tiêu: A; B; C": where the targets of a sentence begin (domain/tasks.md 3.2, C.4).
import { relationAt } from '#core/recognise/tasks/clauses';
import { Cue, type Token } from '#core/recognise/tasks/tokens';

const GOAL =
  /(?<!\p{L})(?:phấn đấu|(?:đặt|đề|xác định|với|các|những|nêu|giao|thông qua|gồm|thống nhất|quyết nghị|có) (?:ra )?(?:(?:một số|các|những|nhiều|\d+|hai|ba|bốn|năm|sáu|bảy|tám) )?(?:nhóm )?(?:mục tiêu|chỉ tiêu)|^(?:mục tiêu|chỉ tiêu))(?!\p{L})/u;
const GOAL_START =
  /(?<!\p{L})(?:phấn đấu|(?:mục tiêu|chỉ tiêu)(?: cụ thể| chung| chủ yếu| tổng quát| chính)?(?: là| đề ra là| đặt ra là| được đặt ra là| được đề ra là)?:?)(?!\p{L})/u;

const DONE = /(?<!\p{L})đã(?!\p{L})(?! đề ra| đặt ra)|(?:không|chưa|đều) đạt|hoàn thành vượt/u;
/** The last words of "phấn đấu", "mục tiêu" and "chỉ tiêu". */
const GOAL_WORDS = new Cue('đấu tiêu');
/** Of "con số", "mốc", "đăng ký", "cam kết". */
const FIGURE_WORDS = new Cue('con mốc ký kết');
/** "chốt bốn con số cho năm tới:", "đặt ra ba mốc phải đạt:"; "đã đăng ký với Cục: đến 30/6 …", a promise kept or not. */
const FIGURES =
  /(?<!\p{L})(?:chốt|đặt|đề|đưa|nêu|giao|ấn định|cam kết|xác định|công bố|thống nhất|thông qua)(?: ra)? (?:các|những|một số|mấy|\d+|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) (?:con số|mốc)(?!\p{L})[^;:.]{0,80}:|(?<!\p{L})(?:đăng ký|cam kết)(?: (?:với|trước)(?= \p{L})[^;:.\d]{0,60})?:(?=[^:]*\d)/u;
const LONGEST_LABEL = 14;
const LISTED = /(?<!\p{L})(?:mục tiêu|chỉ tiêu)[^,;:.]{0,60}:/u;

const ADOPTS =
  /(?<!\p{L})(?:xác định|đề ra|đặt ra|thống nhất|thông qua|quyết nghị|quyết định) [^.;:]{0,60}(?:mục tiêu|chỉ tiêu)(?!\p{L})[^.;]*:/u;

/** "Đại hội xác định mục tiêu …: A; B", whatever was told before it. */
export const adoptsGoals = (lower: string, cues: number): boolean =>
  GOAL_WORDS.isIn(cues) && ADOPTS.test(lower) && !DONE.test(lower);

/** "Đại hội biểu quyết thông qua: A; B" under a heading of targets: after the colon; -1 without one. */
export function listedAt(tokens: readonly Token[], from: number, lower: string): number {
  if (!lower.includes(':') || DONE.test(lower)) return -1;
  const colon = tokens.findIndex(({ key }, at) => at >= from && key === ':');
  return colon < 0 || colon === tokens.length - 1 ? -1 : colon + 1;
}

/** The first token of the targets; -1 where the sentence sets none. `lower` begins with the token `from`. */
export function goalAt(tokens: readonly Token[], from: number, lower: string, cues: number): number {
  const named = FIGURE_WORDS.isIn(cues) ? FIGURES.exec(lower) : null;
  if (named !== null && !DONE.test(lower.slice(named.index))) {
    const end = (tokens[from]?.start ?? 0) + named.index + named[0].length;
    return tokens.findIndex(({ start }) => start >= end);
  }
  if (!GOAL_WORDS.isIn(cues) || !GOAL.test(lower) || DONE.test(lower)) return -1;
  const match = LISTED.exec(lower) ?? GOAL_START.exec(lower);
  if (match === null) return -1;
  const offset = (tokens[from]?.start ?? 0) + match.index;
  const isVerb = match[0].startsWith('phấn');
  const at = tokens.findIndex(({ start }) => start >= (isVerb ? offset : offset + match[0].length));
  return at < 0 || isVerb || match[0].endsWith(':') ? at : afterLabel(tokens, at);
}

/** "Mục tiêu năm 2025 của tỉnh: tăng trưởng …": after the colon. */
function afterLabel(tokens: readonly Token[], from: number): number {
  const colon = tokens.findIndex(({ key }, at) => at >= from && key === ':');
  return colon < 0 || colon - from > LONGEST_LABEL || relationAt(tokens, from)?.relation === 'act'
    ? from
    : colon + 1;
}
