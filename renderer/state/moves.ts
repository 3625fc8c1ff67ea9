import type { Annotation } from '#core/annotation';
import type { Span } from '#core/span';
import { call } from '../bridge';
import { i18next } from '../strings/i18n';
import { saved } from './status';
import { remember, useUndo } from './undo';

const t = i18next.t.bind(i18next);

type Undoing = Parameters<typeof remember>[0];

/** A row of moves that are one undo step: the last one is taken into the step of the first. */
interface MoveRow {
  step: Undoing;
  id: string;
  after: Annotation;
  /** When the last of them was made. Milliseconds. */
  at: number;
}

/** Moves of one annotation that follow each other faster than this are one undo step. */
const ROW_PAUSE = 2500;
let row: MoveRow | null = null;

interface Move {
  annotation: Annotation;
  span: Span;
  /** The revision in which `span` was chosen. */
  revision: number;
  /** `ends`: other words of the same passage; `attach`: a place for one that had lost its own. */
  what: 'ends' | 'attach';
  /** Whether moves just before and after it belong to the same undo step. */
  joined?: boolean;
}

/** Gives an annotation other words; one undo step, which gives it back what it had, also when that was no place at all. */
export async function moveAnnotation({
  annotation,
  span,
  revision,
  what,
  joined = false,
}: Move): Promise<void> {
  const { before, after } = await call('annotations.move', {
    articleId: annotation.articleId,
    id: annotation.id,
    target: { span, revision },
  });
  saved();
  if (joined && row !== null && isOpen(row, annotation)) {
    row.after = after;
    row.at = Date.now();
    return;
  }
  const next: MoveRow = {
    step: {
      get what() {
        return t(`marking.undo.${what}`);
      },
      undo: () => putBack(before),
      redo: () => putBack(next.after),
    },
    id: annotation.id,
    after,
    at: Date.now(),
  };
  row = joined ? next : null;
  remember(next.step);
}

const isOpen = ({ step, id, at }: MoveRow, annotation: Annotation): boolean =>
  useUndo.getState().done.at(-1) === step && id === annotation.id && Date.now() - at < ROW_PAUSE;

const putBack = ({ articleId, id, target, anchor, revision }: Annotation): Promise<unknown> =>
  call('annotations.putBack', { articleId, id, target, anchor, revision });
