import { Fragment } from 'react';
import type { SearchHit } from '#core/calls/searching';
import type { Span } from '#core/span';

/** A text with some of its words marked; `spans` in order. */
export function MarkedWords({ text, spans }: { text: string; spans: readonly Span[] }) {
  return (
    <>
      {spans.map(({ start, end }, index) => (
        <Fragment key={start}>
          {text.slice(spans[index - 1]?.end ?? 0, start)}
          <mark className="hit">{text.slice(start, end)}</mark>
        </Fragment>
      ))}
      {text.slice(spans.at(-1)?.end ?? 0)}
    </>
  );
}

/** The words of a place with what stands around them. */
export const Snippet = ({ hit: { before, exact, after } }: { hit: SearchHit }) => (
  <>
    {before}
    <mark className="hit">{exact}</mark>
    {after}
  </>
);
