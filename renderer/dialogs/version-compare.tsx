import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Article } from '#core/article';
import { diffTexts, type DiffRow } from '#core/text-diff';
import { ENCODING_NAMES, isEncoding } from '#core/text/encodings';
import { diffWords, type DiffPart } from '#core/word-diff';
import { DiffParts } from '../ui/diff-parts';
import { dayText } from '../ui/format';

interface VersionCompareProps {
  before: Article;
  after: Article;
}

/** What changed from one version to the next: facts, then paragraphs; what stayed is folded away. */
export function VersionCompare({ before, after }: VersionCompareProps) {
  const { t } = useTranslation();
  const rows = useMemo(() => folded(diffTexts(textsOf(before), textsOf(after))), [before, after]);
  const facts = useFacts(before, after);
  const name = t('original.versions.compared', { before: before.revision, after: after.revision });
  const sameText = rows.every((row) => 'folded' in row);
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled by keys
    <section className="versions-compare scroll" tabIndex={0} aria-label={name}>
      <h3 lang="vi">{after.title}</h3>
      <p className="versions-legend">
        <del>{t('original.versions.legendBefore', { number: before.revision })}</del>{' '}
        <ins>{t('original.versions.legendAfter', { number: after.revision })}</ins>
      </p>
      {facts.length > 0 && (
        <dl className="versions-facts">
          {facts.map(({ name, parts }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd lang="vi">
                <DiffParts parts={parts} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {sameText ? (
        <p className="fold">{t('original.versions.nothing')}</p>
      ) : (
        rows.map((row, i) => <Row key={i} row={row} />)
      )}
    </section>
  );
}

const textsOf = ({ blocks }: Article): string[] => blocks.map(({ text }) => text);

type Folded = DiffRow | { folded: number };

/** Rows with every run of unchanged paragraphs as one. */
function folded(rows: readonly DiffRow[]): Folded[] {
  const result: Folded[] = [];
  for (const row of rows) {
    const last = result.at(-1);
    if (row.is !== 'same') result.push(row);
    else if (last !== undefined && 'folded' in last) last.folded++;
    else result.push({ folded: 1 });
  }
  return result;
}

function Row({ row }: { row: Folded }) {
  const { t } = useTranslation();
  if ('folded' in row)
    return <p className="fold">{t('original.versions.unchanged', { count: row.folded })}</p>;
  return (
    <div className="diff-row" data-diff={row.is}>
      <span className="number" aria-hidden>
        {(row.after ?? row.before ?? 0) + 1}
      </span>
      <p lang="vi">
        <DiffParts parts={row.parts} />
      </p>
    </div>
  );
}

/** The facts that differ, with both values as one run of words. */
function useFacts(before: Article, after: Article): { name: string; parts: DiffPart[] }[] {
  const { t } = useTranslation();
  const day = (value: string | null) => (value === null ? null : dayText(value));
  const encoding = (value: string) => (isEncoding(value) ? ENCODING_NAMES[value] : value);
  const pairs: (readonly [string, string | null, string | null])[] = [
    [t('facts.name'), before.title, after.title],
    [t('facts.dek'), before.dek, after.dek],
    [t('facts.source'), before.source, after.source],
    [t('facts.date'), day(before.publishedOn), day(after.publishedOn)],
    [t('facts.byline'), before.byline, after.byline],
    [t('facts.url'), before.url, after.url],
    [t('original.encoding'), encoding(before.encoding), encoding(after.encoding)],
  ];
  return pairs
    .filter(([, old, now]) => old !== now)
    .map(([name, old, now]) => ({ name, parts: diffWords(old ?? '', now ?? '') }));
}
