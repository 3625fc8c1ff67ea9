import { join } from 'node:path';
import type {} from '@testing-library/jest-dom/vitest';
import { act, cleanup, configure, render, screen, within } from '@testing-library/react';
import { userEvent, type UserEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, vi } from 'vitest';
import type { Annotation } from '#core/annotation';
import type { AnyEvent, CallName } from '#core/contract';
import type { Reply } from '#core/gateway';
import type { ArticleSummary } from '#core/library';
import type { LibraryParts } from '../../main/app';
// Read before the first test, so that none of them waits for it.
import '../../renderer/app';
import { fakeDesktop, openIn, sure, temporaryFolder, type Opened } from '../main/store/support';

const SAMPLES = join(import.meta.dirname, '../../assets/samples');

configure({
  asyncUtilTimeout: 8000,
  getElementError: (message) => new Error(message?.split('\n')[0] ?? 'not found'),
});

/** Something between the window and the library; `send` makes the call. */
type Carrier = (send: () => Promise<Reply>) => Promise<Reply>;

/** A window over a real library: only the layout and what carries the calls are not the app's own. */
export interface TestWindow {
  library: Opened;
  user: UserEvent;
  /** How a call is carried, when not straight to the library. */
  carriers: Map<CallName, Carrier>;
  /** Names of the calls that the window has made, in order. */
  calls: string[];
  articleOf: (title: string) => Promise<ArticleSummary>;
  annotationsOf: (title: string) => Promise<Annotation[]>;
}

interface WindowOptions {
  folder?: string;
  parts?: Partial<LibraryParts>;
  carriers?: TestWindow['carriers'];
  /** Puts things into the library before the window opens. */
  prepare?: (library: Opened) => Promise<unknown>;
}

let closing: (() => Promise<void>)[] = [];

beforeEach(() => {
  // The lists draw what fits into them.
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockImplementation(function (this: Element) {
    return this.matches(
      '.shelf-list, .article-scroll, .passage-list, .task-scroll, .directive-scroll, .coverage-scroll, .accept-rows, .found-scroll, .context-scroll',
    )
      ? 1600
      : 0;
  });
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(40);
});

afterEach(async () => {
  for (const close of closing) await close();
  closing = [];
  cleanup();
  vi.restoreAllMocks();
});

/** Opens the library and the window on it, as `main.tsx` does, with modules that remember no other test. */
export async function openWindow(options: WindowOptions = {}): Promise<TestWindow> {
  const {
    folder = temporaryFolder(),
    parts = {},
    carriers = new Map<CallName, Carrier>(),
    prepare,
  } = options;
  const library = await openIn(folder, { desktop: fakeDesktop({ samplesFolder: SAMPLES }), ...parts });
  await prepare?.(library);
  const listeners = new Set<Parameters<typeof window.bridge.subscribe>[0]>();
  const tell = (event: AnyEvent) => Promise.all([...listeners].map(async (listener) => listener(event)));
  library.subscribe((event) => void tell(event));
  const calls: string[] = [];
  const carried = (name: string, input: unknown) => {
    calls.push(name);
    const send = () => library.gateway(name, input, 'window');
    return carriers.get(name as CallName)?.(send) ?? send();
  };
  window.bridge = {
    call: carried,
    callForText: async (name, input) => JSON.stringify(await carried(name, input)),
    // A test's files lie nowhere on the disk.
    drop: () => Promise.resolve(null),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };

  vi.resetModules();
  const [{ App }, { connect, startLibrary }, { followSettings }, { listenToKeys }] = await Promise.all([
    import('../../renderer/app'),
    import('../../renderer/start'),
    import('../../renderer/state/settings'),
    import('../../renderer/keyboard'),
  ]);
  followSettings();
  connect();
  const forgetKeys = listenToKeys();
  closing.push(async () => {
    forgetKeys();
    // As main does before it closes a window: nothing is left for a timer to save.
    carriers.clear();
    await tell({ name: 'command', payload: { name: 'flush' } });
    listeners.clear();
  });
  await startLibrary();
  render(<App />);

  const articleOf = async (title: string) => {
    const { articles } = await library.call('library.snapshot', {});
    return sure(articles.find((article) => article.title === title));
  };
  return {
    library,
    user: userEvent.setup(),
    carriers,
    calls,
    articleOf,
    annotationsOf: async (title) => {
      const { annotations } = await library.call('articles.get', { id: (await articleOf(title)).id });
      return annotations;
    },
  };
}

export const shelf = (): HTMLElement => screen.getByRole('complementary', { name: /^(Thư viện|Library)$/u });

/** The list from top to bottom: groups as `# words`, articles by their titles. */
export const listed = (): string[] =>
  [...document.querySelectorAll('.shelf-group, .shelf-item .name')].map((row) =>
    row.matches('.shelf-group') ? `# ${row.textContent}` : row.textContent,
  );

export const itemOf = (title: string): HTMLElement =>
  sure(within(shelf()).getByText(title).closest<HTMLElement>('[data-article]'));

/** Chooses a command from the menu of an article in the list. */
export async function chooseFor({ user }: TestWindow, title: string, command: string): Promise<void> {
  const row = sure(itemOf(title).parentElement);
  sure(row.querySelector<HTMLElement>('.shelf-more')).focus();
  // By key: a menu without a layout takes the end of a click for a click beside it.
  await user.keyboard('{Enter}');
  await user.click(await screen.findByRole('menuitem', { name: new RegExp(`^${command}`, 'u') }));
}

/** Chooses from the menu that says what the list shows, and how. */
export async function chooseList({ user }: TestWindow, option: string): Promise<void> {
  screen.getByRole('button', { name: 'Lọc và sắp xếp' }).focus();
  await user.keyboard('{Enter}');
  await user.click(await screen.findByRole('menuitemradio', { name: option }));
}

/** Opens an article from the list in the active pane. */
export async function openArticle({ user }: TestWindow, title: string): Promise<void> {
  // The list follows the library a frame later.
  await within(shelf()).findByText(title);
  await user.click(itemOf(title));
  await screen.findByRole('heading', { level: 2, name: title });
}

/** Opens an article and the card of its only annotation. */
export async function openCard(opened: TestWindow, title: string): Promise<HTMLElement> {
  await openArticle(opened, title);
  const card = await screen.findByRole('article', { name: /^(Ghi chú|Note), /u });
  await opened.user.click(card);
  return card;
}

/** Lets what is under way come to the page. */
export const settle = (): Promise<void> =>
  act(async () => {
    await new Promise((resolve) => setTimeout(resolve, 50));
  });
