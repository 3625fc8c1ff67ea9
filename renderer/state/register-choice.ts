import { create } from 'zustand';
import type { DirectiveId } from '#core/directive';
import { setView } from './view';

/** The document that the register was asked to open. `asked` counts, so that the same one can be asked for again. */
export const useRegisterChoice = create<{ id: DirectiveId | null; asked: number }>(() => ({
  id: null,
  asked: 0,
}));

/** Shows a document in the register. */
export function showDirective(id: DirectiveId): void {
  useRegisterChoice.setState(({ asked }) => ({ id, asked: asked + 1 }));
  setView({ view: 'directives' });
}
