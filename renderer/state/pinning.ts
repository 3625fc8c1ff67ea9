import type { Article } from '#core/article';
import type { CallInput } from '#core/contract';
import type { Pin } from '#core/pin';
import { call } from '../bridge';
import { i18next } from '../strings/i18n';
import { saved } from './status';
import { remember } from './undo';

const t = i18next.t.bind(i18next);

interface Pinning {
  left: Article;
  right: Article;
  /** Indices of the blocks. */
  blocks: { left: number; right: number };
  /** Whether they belong together, or do not. */
  together: boolean;
}

const idsOf = (pins: readonly Pin[]): string[] => pins.map(({ id }) => id);
const put = (pins: Pin[]) => (pins.length === 0 ? Promise.resolve() : call('pins.put', { pins }));
const drop = (pins: Pin[]) =>
  pins.length === 0 ? Promise.resolve() : call('pins.remove', { ids: idsOf(pins) });

/** Says that two paragraphs belong together, or do not; one undo step. */
export async function pinParagraphs({ left, right, blocks, together }: Pinning): Promise<void> {
  const request: CallInput<'pins.add'> = {
    left: { articleId: left.id, revision: left.revision, block: blocks.left },
    right: { articleId: right.id, revision: right.revision, block: blocks.right },
    together,
  };
  const { pin, replaced } = await call('pins.add', request);
  saved();
  const numbers = { left: blocks.left + 1, right: blocks.right + 1 };
  remember({
    get what() {
      return together ? t('compare.undo.pin', numbers) : t('compare.undo.part', numbers);
    },
    undo: async () => {
      await drop([pin]);
      await put(replaced);
    },
    redo: async () => {
      await drop(replaced);
      await put([pin]);
    },
  });
}

/** Leaves these paragraphs to the program again; one undo step. */
export async function removePins(pins: readonly Pin[]): Promise<void> {
  const removed = [...pins];
  await drop(removed);
  saved();
  remember({
    get what() {
      return t('compare.undo.unpin', { count: removed.length });
    },
    undo: () => put(removed),
    redo: () => drop(removed),
  });
}
