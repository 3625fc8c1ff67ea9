import { create } from 'zustand';
import type { CommandName } from '../keymap';

const MOST = 5;

/** The commands that were last chosen from the palette, newest first, since the window opened. */
export const useRecentCommands = create<readonly CommandName[]>(() => []);

export function rememberCommand(name: CommandName): void {
  const others = useRecentCommands.getState().filter((other) => other !== name);
  useRecentCommands.setState([name, ...others].slice(0, MOST), true);
}
