import { ShadingType, UnderlineType, type IRunOptions } from 'docx';
import type { Annotation, AnnotationKind, Colour } from '#core/annotation';

/** The fills of marks, as on paper. */
const FILLS: Readonly<Record<Colour, string>> = {
  yellow: 'FFF7B5',
  blue: 'C2D7FF',
  orange: 'F7CBA6',
  green: 'C5FAE2',
  mauve: 'E3BFD4',
};
/** Lines below marks tell their kinds without colour, as in the window. */
const LINES: Readonly<Partial<Record<AnnotationKind, (typeof UnderlineType)[keyof typeof UnderlineType]>>> = {
  directive: UnderlineType.SINGLE,
  task: UnderlineType.DOUBLE,
  target: UnderlineType.DASH,
  deadline: UnderlineType.WAVE,
};

/** How marked words look; without a fill where `colour` is null. */
export function markStyle({
  kind,
  colour,
}: Pick<Annotation, 'kind'> & { colour: Colour | null }): IRunOptions {
  const line = LINES[kind];
  return {
    ...(colour === null ? {} : { shading: { type: ShadingType.CLEAR, color: 'auto', fill: FILLS[colour] } }),
    ...(line === undefined ? {} : { underline: { type: line } }),
  };
}
