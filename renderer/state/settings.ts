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

/** One step larger or smaller, from what is on the screen now. CSS pixels. */
export function changeReadSize(step: 1 | -1): void {
  const shown = parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--read-size'));
  const size = useLibrary.getState().settings.readSize ?? (Number.isFinite(shown) ? shown : 17);
  updateSettings({ readSize: Math.min(24, Math.max(15, Math.round(size) + step)) });
}

/** The limits of `Settings` and how far one step goes. */
const STEPS = {
  readLineHeight: { least: 1.5, most: 2.2, step: 0.1 },
  readMeasure: { least: 45, most: 100, step: 5 },
} as const;

/** The next round value up or down. */
export function stepReading(name: keyof typeof STEPS, direction: 1 | -1): void {
  const { least, most, step } = STEPS[name];
  const parts = useLibrary.getState().settings[name] / step;
  // Rounded first: 1.7 / 0.1 is a little less than 17.
  const exact = Math.round(parts * 1000) / 1000;
  const next = direction === 1 ? Math.floor(exact) + 1 : Math.ceil(exact) - 1;
  const value = Math.round(next * step * 100) / 100;
  updateSettings({ [name]: Math.min(most, Math.max(least, value)) });
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
    root.dataset['font'] = settings.readFont;
    root.dataset['justify'] = settings.readJustify ? 'on' : 'off';
    root.style.setProperty('--read-lh', String(settings.readLineHeight));
    root.style.setProperty('--read-measure', `${settings.readMeasure}ch`);
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

export const chooseTheme = (theme: Settings['theme']): void => updateSettings({ theme });

export function toggleTheme(): void {
  const { settings } = useLibrary.getState();
  updateSettings({ theme: shownTheme(settings) === 'dark' ? 'light' : 'dark' });
}
