import { CalendarClock, Highlighter, ScrollText, SquareCheck, Target, type LucideIcon } from 'lucide-react';
import type { AnnotationKind } from '#core/annotation';
import { useTranslation } from 'react-i18next';

const GLYPHS: Readonly<Record<AnnotationKind, LucideIcon>> = {
  highlight: Highlighter,
  directive: ScrollText,
  task: SquareCheck,
  target: Target,
  deadline: CalendarClock,
};

/** The glyph of a kind; it takes the kind's colour from an enclosing `k-…` class. */
export function KindGlyph({ kind, size = 12 }: { kind: AnnotationKind; size?: number }) {
  const Glyph = GLYPHS[kind];
  return <Glyph size={size} strokeWidth={size <= 12 ? 2 : 1.75} aria-hidden />;
}

/** Glyph and word of a kind in its colour. */
export function KindLabel({ kind }: { kind: AnnotationKind }) {
  const { t } = useTranslation();
  return (
    <span className={`kind-label k-${kind}`}>
      <KindGlyph kind={kind} size={14} />
      {t(`kind.${kind}`)}
    </span>
  );
}
