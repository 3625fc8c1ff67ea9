import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '#core/library';
import { en } from './en';
import { enSingular } from './en-singular';
import { vi } from './vi';

void i18next.use(initReactI18next).init({
  resources: { vi: { words: vi }, en: { words: en } },
  lng: 'vi',
  fallbackLng: 'vi',
  defaultNS: 'words',
  ns: ['words'],
  interpolation: { escapeValue: false },
});

i18next.addResources('en', 'words', enSingular);

/** Switches every word of the window, and the page's language for hyphens, voices and fonts. */
export function speak(language: Language): void {
  document.documentElement.lang = language;
  if (i18next.language !== language) void i18next.changeLanguage(language);
}

export { i18next };

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'words';
    resources: { words: typeof vi };
  }
}
