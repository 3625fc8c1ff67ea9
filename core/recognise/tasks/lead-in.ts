// What stands before the main clause of a sentence: a time, a purpose, a basis (domain/tasks.md 3.2, D).
import { actorLengthAt, relationAt, type Subject, subjectAt } from '#core/recognise/tasks/clauses';
import { Phrases, type Token } from '#core/recognise/tasks/tokens';

const TIME = new Phrases(
  'trong, từ, những, các tháng, sang, sau, đến, quý, năm, tháng, giai đoạn, nhiệm kỳ, thời gian, tới đây, sắp tới, trước mắt, bước vào, bước sang, tại, về, đối với, ngay, ngay sau, ngay trong, cuối, nửa cuối, chậm nhất, muộn nhất, tuần, hiện nay, trước, ở, trên, liên quan, riêng, cũng theo, theo',
);
const BASIS = new Phrases(
  'để, nhằm, bám sát, quán triệt, thực hiện, phát huy, kế thừa, căn cứ, trên cơ sở, trên tinh thần, với, với tinh thần, dưới sự, nhận thức, xác định, trước, trước tình hình, qua, cùng với, bên cạnh, song song với, song song, thông qua, đồng thời với, nêu cao, tiếp tục, tập trung, nhân dịp, chỉ đạo tại, chỉ đạo hội nghị, phát biểu tại, do, khi, nếu, trường hợp',
);
const MOST_COMMAS = 14;

/** First token of the main clause. Where there is no lead-in, `from`. */
export function mainClauseAt(tokens: readonly Token[], from: number, to: number, cueEnd: number): number {
  if (cueEnd > 0) return afterCue(tokens, from, to, cueEnd);
  if (isActing(subjectAt(tokens, from, to, { isAsked: false }))) return from;
  const said = afterFrame(tokens, from, to);
  if (said > 0) return said;
  const isTime = TIME.lengthAt(tokens, from) > 0;
  const topic = isTime ? -1 : afterTopic(tokens, from, to);
  if (topic > 0) return topic;
  if (!isTime && BASIS.lengthAt(tokens, from) === 0) return from;
  const commas = commasIn(tokens, from, to);
  const actor = commas.find((at) => isActing(subjectAt(tokens, at + 1, to, { isAsked: false })));
  if (actor !== undefined) return actor + 1;
  // A basis that is itself a command ("Thực hiện tốt …, nâng cao …") has nobody after it.
  if (!isTime && relationAt(tokens, from)?.relation === 'act') return from;
  const act = commas.find((at) => ['act', 'duty'].includes(relationAt(tokens, at + 1)?.relation ?? ''));
  return act === undefined ? from : act + 1;
}

const FRAME = new Phrases('nhiệm vụ, việc, công việc, yêu cầu, giải pháp, khâu');
const PRESSING = new Phrases(
  'trước mắt, cấp bách, trọng tâm, quan trọng, hàng đầu, trước hết, cần làm, phải làm, đặt ra, tiếp theo, xuyên suốt, then chốt, đột phá, ngay, tới, sắp tới',
);
const LONGEST_FRAME = 12;

/** "Nhiệm vụ cấp bách hiện nay là …": what is to be done; -1 without such a frame. */
function afterFrame(tokens: readonly Token[], from: number, to: number): number {
  if (FRAME.lengthAt(tokens, from) === 0) return -1;
  let isPressing = false;
  for (let at = from + 1; at < Math.min(to, from + LONGEST_FRAME); at += 1) {
    const key = tokens[at]?.key ?? '';
    if (/^[,;:.]$/u.test(key)) return -1;
    isPressing ||= PRESSING.lengthAt(tokens, at) > 0;
    if (key !== 'là') continue;
    const next = tokens[at + 1]?.key === 'phải' ? at + 2 : at + 1;
    return isPressing && relationAt(tokens, next)?.relation === 'act' ? next : -1;
  }
  return -1;
}

const TOPIC = new Phrases('các, những, mọi, vướng mắc, khó khăn, kiến nghị, đề xuất, nội dung, vấn đề');
const LONGEST_TOPIC = 12;

/** "Các kiến nghị của tỉnh, Văn phòng tổng hợp …": what it is about, then who does it; -1 without such a topic. */
function afterTopic(tokens: readonly Token[], from: number, to: number): number {
  if (TOPIC.lengthAt(tokens, from) === 0 || actorLengthAt(tokens, from) > 0) return -1;
  for (let at = from + 2; at < Math.min(to, from + LONGEST_TOPIC); at += 1) {
    const key = tokens[at]?.key ?? '';
    if (/^[;:(“"]$/u.test(key)) return -1;
    if (key !== ',') continue;
    const relation = subjectAt(tokens, at + 1, to, { isAsked: false })?.relation;
    return relation === 'act' || relation === 'duty' ? at + 1 : -1;
  }
  return -1;
}

function afterCue(tokens: readonly Token[], from: number, to: number, cueEnd: number): number {
  let at = from;
  while (at < to && (tokens[at]?.start ?? Infinity) < cueEnd) at += 1;
  if (/^[,:]$/u.test(tokens[at]?.key ?? '')) return at + 1;
  if (actorLengthAt(tokens, at) > 0 || relationAt(tokens, at) !== null) return at;
  const commas = commasIn(tokens, at, to);
  const main = commas.find(
    (comma) =>
      isActing(subjectAt(tokens, comma + 1, to, { isAsked: false })) ||
      relationAt(tokens, comma + 1) !== null,
  );
  return main === undefined ? at : main + 1;
}

function commasIn(tokens: readonly Token[], from: number, to: number): number[] {
  const commas: number[] = [];
  for (let at = from; at < to && commas.length < MOST_COMMAS; at += 1) {
    const key = tokens[at]?.key;
    if (key === ';' || key === ':') break;
    if (key === ',') commas.push(at);
  }
  return commas;
}

const isActing = (subject: Subject | null): boolean => subject !== null && subject.relation !== 'unknown';

const BODY_WITH_NAME = /^ban chấp hành$/u;

/**
 * Of "Bám sát chỉ đạo của A, B, C, D làm …" the subject is D, or C and D when C is a bare "Ban Chấp hành": the others
 * belong to the lead-in. Without such a lead-in the subject stays as it is.
 */
export function ownSubject(tokens: readonly Token[], from: number, main: number, subject: Subject): Subject {
  const isBasis = main > from && /^(?:bám|quán|thực|theo|căn|dưới|trên)$/u.test(tokens[from]?.key ?? '');
  if (!isBasis || !tokens.slice(from, main).some(({ key }) => key === 'của')) return subject;
  const members: Token[][] = [[]];
  for (let at = main; at < subject.at && (tokens[at]?.start ?? Infinity) < subject.end; at += 1) {
    const token = tokens[at];
    if (token === undefined || token.key === ',') members.push([]);
    else members.at(-1)?.push(token);
  }
  const previous = members.at(-2) ?? [];
  const isBare = BODY_WITH_NAME.test(previous.map(({ key }) => key).join(' '));
  const first = (isBare ? previous : members.at(-1))?.[0];
  return first === undefined ? subject : { ...subject, start: first.start };
}
