import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type {} from '../../renderer/bridge';
import { launchApp, type LaunchedApp } from './launch';

let folder: string;
let running: LaunchedApp;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'doi-chieu-'));
  running = await launchApp({ library: path.join(folder, 'library') });
});

afterAll(async () => {
  await running.close();
  await rm(folder, { recursive: true });
});

test('the window shows our own page and nothing of Node', async () => {
  expect(running.window.url()).toBe('app://doi-chieu/index.html');
  const reachable = await running.window.evaluate(() =>
    ['require', 'process', 'module', 'Buffer', 'electron'].filter((name) => name in globalThis),
  );
  expect(reachable).toEqual([]);
});

test('the bridge carries calls and events, nothing else', async () => {
  expect(await running.window.evaluate(() => Object.keys(window.bridge))).toEqual([
    'call',
    'callForText',
    'drop',
    'subscribe',
  ]);
  const replies = await running.window.evaluate(() =>
    Promise.all([
      window.bridge.call('no.such.call', {}),
      window.bridge.call('constructor', {}),
      window.bridge.call('import.files', { paths: ['/etc/passwd'] }),
      window.bridge.call('articles.get', { id: 5 }),
    ]),
  );
  const asText = await running.window.evaluate(() =>
    window.bridge.callForText('import.files', { paths: ['/etc/passwd'] }),
  );
  expect(asText).toContain('not-allowed-here');
  expect(replies.map((reply) => (reply.ok ? 'ok' : reply.code))).toEqual([
    'unknown-call',
    'unknown-call',
    'not-allowed-here',
    'bad-input',
  ]);
});

test('an inline script does not run', async () => {
  const ran = await running.window.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'globalThis.injected = true';
    document.body.append(script);
    const image = document.createElement('img');
    image.setAttribute('onerror', 'globalThis.injected = true');
    image.src = 'data:,';
    document.body.append(image);
    await new Promise((resolve) => setTimeout(resolve, 200));
    script.remove();
    image.remove();
    return 'injected' in globalThis;
  });
  expect(ran).toBe(false);
});

test.each(['https://example.invalid/', 'http://127.0.0.1:9/', 'app://doi-chieu/index.html'])(
  'the page’s policy refuses to fetch %s',
  async (url) => {
    const refusal = await running.window.evaluate(
      (address) =>
        new Promise<string>((resolve) => {
          document.addEventListener(
            'securitypolicyviolation',
            (event) => {
              resolve(event.effectiveDirective);
            },
            { once: true },
          );
          fetch(address).then(
            () => {
              resolve('fetched');
            },
            () =>
              setTimeout(() => {
                resolve('failed without the policy');
              }, 500),
          );
        }),
      url,
    );
    expect(refusal).toBe('connect-src');
  },
);

test('files outside the page’s folder are not served', async () => {
  const [page, ...statuses] = await running.app.evaluate(async ({ net }) =>
    Promise.all(
      [
        'index.html',
        '../main/main.js',
        '%2e%2e/main/main.js',
        '..%2fmain%2fmain.js',
        '../../package.json',
        'none.js',
      ].map(async (name) => (await net.fetch(`app://doi-chieu/${name}`)).status),
    ),
  );
  expect(page).toBe(200);
  expect(statuses).toEqual([404, 404, 404, 404, 404]);
});

test('no other window opens, and the page goes nowhere', async () => {
  const opened = await running.window.evaluate(() => window.open('app://doi-chieu/index.html') !== null);
  expect(opened).toBe(false);
  await running.window.evaluate(() => {
    location.href = 'https://example.invalid/';
  });
  await running.window.waitForTimeout(300);
  expect(running.window.url()).toBe('app://doi-chieu/index.html');
  expect(running.app.windows()).toHaveLength(1);
});

test('nothing may be asked of the system', async () => {
  const state = await running.window.evaluate(async () => {
    const { state: camera } = await navigator.permissions.query({ name: 'geolocation' });
    return camera;
  });
  expect(state).toBe('denied');
});
