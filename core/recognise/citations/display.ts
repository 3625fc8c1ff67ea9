import { typeOfSlug } from '#core/recognise/citations/document-types';
import { romanOf } from '#core/recognise/citations/terms';
import type { FoundCitation } from '#core/recognise/found';

type CitedFacts = Pick<FoundCitation, 'canonical' | 'text'> &
  Partial<Pick<FoundCitation, 'date' | 'issuerName' | 'issuer'>>;

/**
 * A document as official writing cites it: "Chỉ thị số 36-CT/TW ngày 30/5/2014 của Bộ Chính trị", "Nghị quyết Trung ương 4
 * (khóa XI)". A key does not hold the whole name of a law or of an organisation; then it is as the text has it.
 */
export function displayForm({ canonical, text, date, issuerName, issuer }: CitedFacts): string {
  const [slug = '', key = ''] = canonical.split(/:(.*)/su);
  const type = typeOfSlug(slug)?.name;
  if (type === undefined) return text;
  const plenum = /^HNTW(\d+)(?:-K(\d+))?$/u.exec(key);
  if (plenum !== null) {
    const term = plenum[2] === undefined ? '' : ` (khóa ${romanOf(Number(plenum[2]))})`;
    return `${type} Trung ương ${plenum[1] ?? ''}${term}`;
  }
  const congress = /^DH(\d+)(@.+)?$/u.exec(key);
  if (congress !== null) {
    const term = `lần thứ ${romanOf(Number(congress[1]))}`;
    if (congress[2] === undefined) return `${type} Đại hội ${term} của Đảng`;
    return issuer == null ? text : `${type} ${issuer} ${term}`;
  }
  if (!/^\d/u.test(key)) return text;
  const [year, month, day] = (date ?? '').split('-').map(Number);
  const issued = day === undefined ? '' : ` ngày ${day}/${month ?? ''}/${year ?? ''}`;
  return `${type} số ${key}${issued}${issuerName == null ? '' : ` của ${issuerName}`}`;
}
