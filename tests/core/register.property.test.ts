import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyEntry } from '#core/directive';
import { registerOf } from '#core/register';
import { saysNothing } from '#core/register/entries';
import { ARTICLE_IDS, PARTY, entry, mention } from './register-material';

describe('any register', () => {
  const KEYS = [
    PARTY,
    'chi-thi:03-CT/TW',
    'quyet-dinh:749/QĐ-TTg',
    'nghi-dinh:30/2020/NĐ-CP',
    'nghi-quyet:HNTW4',
  ];
  const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2027-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)); // prettier-ignore
  const mentions = fc.array(
    fc.record({
      canonical: fc.constantFrom(...KEYS),
      date: fc.option(day),
      term: fc.option(fc.constantFrom('X', 'XI', 'XII')),
    }).map(({ canonical, ...facts }) => mention(canonical, facts)),
    { maxLength: 8 },
  ); // prettier-ignore
  const articles = fc
    .array(fc.record({ publishedOn: fc.option(day), mentions }), { maxLength: ARTICLE_IDS.length })
    .map((all) => all.map((one, index) => ({ ...one, id: ARTICLE_IDS[index] ?? '' })));
  const directive = fc.constantFrom(...KEYS, ...KEYS.map((key) => `${key}#XII`), `${PARTY}#XIII`);
  const entries = fc.uniqueArray(
    fc.record({
      id: directive,
      aliasOf: fc.option(directive),
      replaces: fc.array(directive, { maxLength: 2 }),
      mentions: fc.array(
        fc.record({ articleId: fc.constantFrom(...ARTICLE_IDS), canonical: fc.constantFrom(...KEYS) }),
        { maxLength: 2 },
      ),
    }).map(({ id, ...facts }) => entry(id, facts)),
    { selector: ({ id }) => id, maxLength: 6 },
  ); // prettier-ignore

  it('counts each mention in one row', () => {
    fc.assert(
      fc.property(articles, entries, (all, entered) => {
        const { rows, belongings } = registerOf(all, entered);
        expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
        const counted = new Map<string, number>();
        for (const one of all) {
          const own = belongings(one);
          expect(own).toHaveLength(one.mentions.length);
          for (const { id } of own) counted.set(id, (counted.get(id) ?? 0) + 1);
        }
        const mentioned = rows.filter((one) => one.mentions > 0);
        expect(new Map(mentioned.map((one) => [one.id, one.mentions]))).toEqual(counted);
      }),
    );
  });

  it('has the rows back after a merge is undone', () => {
    fc.assert(
      fc.property(articles, fc.nat(), fc.nat(), (all, one, other) => {
        const { rows } = registerOf(all, []);
        const [from, into] = [rows[one % rows.length], rows[other % rows.length]];
        fc.pre(from !== undefined && into !== undefined && from !== into);
        const merged = registerOf(all, [entry(from.id, { aliasOf: into.id })]).rows;
        expect(merged).toHaveLength(rows.length - 1);
        expect(merged.find(({ id }) => id === into.id)?.mentions).toBe(from.mentions + into.mentions);
        const unmerged = [emptyEntry(from.id)].filter((left) => !saysNothing(left));
        expect(registerOf(all, unmerged).rows).toEqual(rows);
      }),
    );
  });

  it('names relations from both sides', () => {
    fc.assert(
      fc.property(articles, entries, (all, entered) => {
        const { rows } = registerOf(all, entered);
        for (const one of rows) {
          for (const other of one.replaces.map((id) => rows.find((found) => found.id === id)))
            if (other !== undefined) expect(other.replacedBy).toContain(one.id);
        }
      }),
    );
  });

  it('of one article with thousands of mentions of one number is made at once', () => {
    const many = Array.from({ length: 50_000 }, () =>
      mention('chi-thi:05-CT/TU', { issuer: 'TU', issuerName: 'Tỉnh ủy Lam Khê' }),
    );
    const start = performance.now();
    const { rows } = registerOf(
      [{ id: ARTICLE_IDS[0] ?? '', publishedOn: '2022-01-01', mentions: many }],
      [],
    );
    expect(rows.map(({ mentions: count }) => count)).toEqual([50_000]);
    // Were each looked at for each, it would be billions of looks.
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});
