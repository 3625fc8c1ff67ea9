import { Fragment, type ReactNode } from 'react';
import type { Span } from '#core/span';

interface QuotedProps {
  text: string;
  /** Words that are shown stronger; in order, none over another. */
  strong?: readonly Span[];
  figures?: readonly Span[];
}

/** An article's own words, with some of them pointed out. */
export function Quoted({ text, strong = [], figures = [] }: QuotedProps) {
  const isFigure = (start: number) => figures.some((figure) => start >= figure.start && start < figure.end);
  const spans = [...strong.filter(({ start }) => !isFigure(start)), ...figures].sort(
    (a, b) => a.start - b.start,
  );
  const parts: ReactNode[] = [];
  let from = 0;
  for (const { start, end } of spans) {
    if (start < from) continue;
    parts.push(text.slice(from, start));
    const words = text.slice(start, end);
    parts.push(isFigure(start) ? <b className="figure">{words}</b> : <u>{words}</u>);
    from = end;
  }
  return (
    <q lang="vi">
      {parts.map((part, index) => (
        // The parts of one text never change their places.
        <Fragment key={index}>{part}</Fragment>
      ))}
      {text.slice(from)}
    </q>
  );
}
