import type { DiffPart } from '#core/word-diff';

/** Text with what was taken out of it and what was put in. */
export function DiffParts({ parts }: { parts: readonly DiffPart[] }) {
  return parts.map(({ text, is }, i) => {
    if (is === 'same') return <span key={i}>{text}</span>;
    return is === 'added' ? <ins key={i}>{text}</ins> : <del key={i}>{text}</del>;
  });
}
