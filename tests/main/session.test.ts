import { expect, test, vi } from 'vitest';
import type { AnyEvent } from '#core/contract';
import type { Gateway, Reply } from '#core/gateway';
import { Refusal } from '#core/refusal';
import type { OpenLibrary } from '../../main/app';
import { createSession } from '../../main/session';

/** A library whose every call answers with its folder; `settle` ends the calls that wait. */
function fakeLibrary(folder: string) {
  const listeners = new Set<(event: AnyEvent) => void>();
  const waiting: (() => void)[] = [];
  const gateway: Gateway = (name) =>
    new Promise<Reply>((resolve) => {
      const answer = () => {
        resolve({ ok: true, value: folder });
      };
      if (name === 'annotations.add') waiting.push(answer);
      else answer();
    });
  const library: OpenLibrary = {
    gateway,
    folder,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: vi.fn(() => Promise.resolve()),
  };
  return {
    library,
    emit: (event: AnyEvent) => {
      for (const listener of listeners) listener(event);
    },
    settle: () => {
      for (const answer of waiting) answer();
    },
  };
}

function sessionOver(open: (folder: string) => Promise<OpenLibrary>) {
  const events: AnyEvent[] = [];
  const remembered: string[] = [];
  const desktop = {
    host: { platform: 'test', ownWindowButtons: true },
    chooseFolder: () => Promise.resolve<string | null>('/second'),
    controlWindow: vi.fn(),
  };
  const logBug = vi.fn();
  const session = createSession('/first', {
    open,
    emit: (event) => events.push(event),
    remember: (folder) => {
      remembered.push(folder);
      return Promise.resolve();
    },
    desktop,
    logBug,
  });
  return { session, events, remembered, desktop, logBug };
}

const codeOf = (reply: Reply) => (reply.ok ? 'ok' : reply.code);
const locked = new Refusal('library-locked', { holder: 'another window' });

test('calls wait until the library is open', async () => {
  let opened: (library: OpenLibrary) => void = () => undefined;
  const { session } = sessionOver(() => new Promise((resolve) => (opened = resolve)));
  const reply = session.call('library.check', {}, 'window');
  opened(fakeLibrary('/first').library);
  expect(await reply).toEqual({ ok: true, value: '/first' });
});

test('a library that cannot be opened answers every call with the reason', async () => {
  const { session, logBug } = sessionOver(() => Promise.reject(locked));
  expect(codeOf(await session.call('library.check', {}, 'window'))).toBe('library-locked');
  expect(codeOf(await session.call('library.snapshot', {}, 'window'))).toBe('library-locked');
  expect(codeOf(await session.call('no.such.call', {}, 'window'))).toBe('unknown-call');
  expect(logBug).not.toHaveBeenCalled();
  await session.close();
});

test('asking for the snapshot again tries to open the library again', async () => {
  let attempts = 0;
  const { session } = sessionOver(() =>
    ++attempts < 3 ? Promise.reject(locked) : Promise.resolve(fakeLibrary('/first').library),
  );
  expect(codeOf(await session.call('library.snapshot', {}, 'window'))).toBe('library-locked');
  expect(await session.call('library.snapshot', {}, 'window')).toEqual({ ok: true, value: '/first' });
  expect(await session.call('library.check', {}, 'window')).toEqual({ ok: true, value: '/first' });
});

test('without a library another one can be chosen, and the window still obeys', async () => {
  const { session, events, remembered, desktop } = sessionOver((folder) =>
    folder === '/first' ? Promise.reject(locked) : Promise.resolve(fakeLibrary(folder).library),
  );
  await session.call('window.control', { action: 'minimize' }, 'window');
  expect(desktop.controlWindow).toHaveBeenCalledWith('minimize');
  expect(await session.call('library.chooseFolder', {}, 'window')).toEqual({
    ok: true,
    value: { folder: '/second' },
  });
  expect(remembered).toEqual(['/second']);
  expect(events).toEqual([{ name: 'library.replaced', payload: { folder: '/second' } }]);
  expect(await session.call('library.check', {}, 'window')).toEqual({ ok: true, value: '/second' });
});

test('a library that cannot replace this one leaves it as it is', async () => {
  const first = fakeLibrary('/first');
  const { session, remembered, events } = sessionOver((folder) =>
    folder === '/first' ? Promise.resolve(first.library) : Promise.reject(locked),
  );
  await session.call('library.check', {}, 'window');
  await expect(session.replace('/second')).rejects.toBe(locked);
  expect(await session.call('library.check', {}, 'window')).toEqual({ ok: true, value: '/first' });
  expect(first.library.close).not.toHaveBeenCalled();
  expect([remembered, events]).toEqual([[], []]);
});

test('only the library that is open is heard, and the one before is closed', async () => {
  const libraries = { '/first': fakeLibrary('/first'), '/second': fakeLibrary('/second') };
  const { session, events } = sessionOver((folder) =>
    Promise.resolve(libraries[folder as keyof typeof libraries].library),
  );
  await session.call('library.check', {}, 'window');
  await session.replace('/second');
  expect(libraries['/first'].library.close).toHaveBeenCalledOnce();
  events.length = 0;
  libraries['/first'].emit({ name: 'command', payload: { name: 'old' } });
  libraries['/second'].emit({ name: 'command', payload: { name: 'new' } });
  expect(events).toEqual([{ name: 'command', payload: { name: 'new' } }]);
});

test('closing waits for the calls that are under way', async () => {
  const first = fakeLibrary('/first');
  const { session } = sessionOver(() => Promise.resolve(first.library));
  const saving = session.call('annotations.add', {}, 'window');
  const closing = session.close();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(first.library.close).not.toHaveBeenCalled();
  first.settle();
  await closing;
  expect(await saving).toEqual({ ok: true, value: '/first' });
  expect(first.library.close).toHaveBeenCalledOnce();
});
