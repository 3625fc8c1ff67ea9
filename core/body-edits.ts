import type { BodyEdit } from '#core/review';
import { editBlock, restoreRemoved, setAside, type Body } from '#core/revision';

/** Applies changes by hand one after another. Throws `bad-input` when one does not fit what the ones before it left. */
export function applyEdits<B extends Body>(body: B, edits: readonly BodyEdit[]): B {
  return edits.reduce((changed, edit): B => ({ ...changed, ...applied(changed, edit) }), body);
}

function applied(body: Body, edit: BodyEdit): Body {
  switch (edit.do) {
    case 'restore':
      return restoreRemoved(body, edit.index);
    case 'setAside':
      return setAside(body, edit.index);
    case 'edit':
      return editBlock(body, edit.index, edit.text);
  }
}
