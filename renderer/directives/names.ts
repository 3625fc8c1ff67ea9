import type { DirectiveRow } from '#core/directive';
import { directiveName } from '../ui/directive-name';

/** How a document of the register is called: "Chỉ thị số 36-CT/TW". */
export const nameOfRow = (row: DirectiveRow): string => directiveName(row.canonical, row.spellings[0]);

/** Its sign alone, where it has one: "36-CT/TW". */
export function signOfRow(row: DirectiveRow): string {
  const [, sign = ''] = row.canonical.split(/:(.*)/su);
  return row.number !== null && /^\d/u.test(sign) ? sign : nameOfRow(row);
}
