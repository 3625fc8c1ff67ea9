import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type {} from '../../renderer/bridge';

/** What axe finds wrong with the page as it stands: the rule and the elements. */
export async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) {
    const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    // Evaluated by the debugger: the page's own policy forbids injected scripts.
    await page.evaluate(source);
  }
  const results = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(): Promise<AxeResults> } };
    return axe.run();
  });
  return results.violations.map(({ id, nodes }) => {
    const elements = nodes.map(({ html }) => html).join(' ');
    return `${id}: ${elements.slice(0, 300)}`;
  });
}

/** Everything is looked at in every theme; in English once, since the elements are the same. */
const LOOKS = [
  { theme: 'light', language: 'vi' },
  { theme: 'dark', language: 'vi' },
  { theme: 'sepia', language: 'vi' },
  { theme: 'contrast', language: 'vi' },
  { theme: 'light', language: 'en' },
] as const;

/** A place of the window, and how to come there from the one before. */
export type Stop = readonly [name: string, go: (page: Page) => Promise<unknown>];

async function dress(page: Page, look: (typeof LOOKS)[number]): Promise<void> {
  await page.evaluate((patch) => window.bridge.call('settings.update', patch), look);
  const shown = () =>
    page.evaluate(() => {
      const { dataset, lang } = document.documentElement;
      return { theme: dataset['theme'], language: lang };
    });
  await expect.poll(shown, { interval: 20 }).toEqual(look);
}

/** Goes from stop to stop; returns what axe finds, with the stop, the theme and the language. */
export async function tour(page: Page, stops: readonly Stop[]): Promise<string[]> {
  // Nothing fades in: half-way through, words have less contrast.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const faults: string[] = [];
  for (const [name, go] of stops) {
    await dress(page, LOOKS[0]);
    await go(page).catch((cause: unknown) => {
      throw new Error(`never came to: ${name}`, { cause });
    });
    for (const look of LOOKS) {
      await dress(page, look);
      const found = await violations(page);
      faults.push(...found.map((fault) => `${name} × ${look.theme}, ${look.language}: ${fault}`));
    }
  }
  return faults;
}
