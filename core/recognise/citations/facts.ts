// What a citation says after its number: ", ngày 30/5/2014 của Bộ Chính trị (khóa XI)".
import { issuerAt, type Issuer } from '#core/recognise/citations/issuers';
import { matchAt, type Source } from '#core/recognise/citations/source';
import { termAt, type Term } from '#core/recognise/citations/terms';
import { isoDay, writtenDay } from '#core/text/days';

export interface Facts {
  date: string | null;
  issuer: Issuer | null;
  term: Term | null;
  end: number;
}

const DAY = String.raw`\d{1,2} ?[/.-] ?\d{1,2}(?: ?[/.-] ?\d{1,6})?|\d{1,2} tháng \d{1,2}(?:,? năm \d{2,6})?`;
const ISSUED_ON = new RegExp(
  `[ ,]{0,3}\\(?(?:(?:được )?ban hành )?ngày {1,2}(${DAY})\\)?| ?\\((${DAY})\\)`,
  'y',
);
const ISSUED_IN = /,? năm (?:19|20)\d\d(?!\d)/y;
const BY = /[ ,]{1,3}của {1,2}/y;

/** Reads day, issuer and term in any order, each once. A day that does not exist is passed over: papers misprint years. */
export function factsAt({ text, lower }: Source, from: number): Facts {
  const facts: Facts = { date: null, issuer: null, term: null, end: from };
  let hasDay = false;
  for (;;) {
    const at = facts.end;
    const day = hasDay ? null : (matchAt(ISSUED_ON, lower, at) ?? matchAt(ISSUED_IN, lower, at));
    if (day !== null) {
      const written = writtenDay(day[1] ?? day[2] ?? '');
      facts.date = written === null ? null : isoDay(written.day);
      hasDay = true;
      facts.end += day[0].length;
      continue;
    }
    const term = facts.term === null ? termAt(lower, at) : null;
    if (term !== null) {
      facts.term = term;
      facts.end = term.end;
      continue;
    }
    const by = facts.issuer === null ? matchAt(BY, lower, at) : null;
    const issuer = by === null ? null : issuerAt(text, lower, at + by[0].length);
    if (issuer === null) return facts;
    facts.issuer = issuer;
    facts.end = issuer.end;
  }
}
