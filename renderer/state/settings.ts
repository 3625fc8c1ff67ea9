import type { Settings } from '#core/library';
import { call } from '../bridge';
import { speak } from '../strings/i18n';
import { useLibrary } from './library';
import { attempt, saved } from './status';

/** Settles when they are saved. */
export async function saveSettings(patch: Partial<Settings>): Promise<void> {
  await call('settings.update', patch);
  saved();
}

export function updateSettings(patch: Partial<Settings>): void {
  void attempt(() => saveSettings(patch));
}

/** One step larger or smaller, from what is on the screen now. */
export function changeReadSize(step: 1 | -1): void {
  const shown = parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--read-size'));
  const size = useLibrary.getState().settings.readSize ?? (Number.isFinite(shown) ? shown : 17);
  updateSettings({ readSize: Math.min(24, Math.max(15, Math.round(size) + step)) });
}

const prefersDark = matchMedia('(prefers-color-scheme: dark)');

/** The theme that is shown: what the person chose, or what the system asks for. */
export function shownTheme({ theme }: Settings): 'light' | 'dark' | 'sepia' | 'contrast' {
  return theme === 'system' ? (prefersDark.matches ? 'dark' : 'light') : theme;
}

/** Puts language, theme and type on the page, now and whenever they change. */
export function followSettings(): void {
  const show = () => {
    const { settings, host } = useLibrary.getState();
    const root = document.documentElement;
    root.dataset['theme'] = shownTheme(settings);
    root.dataset['platform'] = host.platform;
    root.style.setProperty('--read-lh', String(settings.readLineHeight));
    if (settings.readSize === null) root.style.removeProperty('--read-size');
    else root.style.setProperty('--read-size', `${settings.readSize}px`);
    speak(settings.language);
  };
  useLibrary.subscribe((state, before) => {
    if (state.settings !== before.settings || state.host !== before.host) show();
  });
  prefersDark.addEventListener('change', show);
  show();
}

export function toggleTheme(): void {
  const { settings } = useLibrary.getState();
  updateSettings({ theme: shownTheme(settings) === 'dark' ? 'light' : 'dark' });
}
