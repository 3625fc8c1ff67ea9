import { expect, test } from 'vitest';
import { readArguments } from '../../main/arguments';

test('the packaged program takes its files from the first plain argument on', () => {
  expect(readArguments(['/opt/doi-chieu', 'a.txt', '/b.html'], '/home/an', false)).toEqual({
    library: null,
    files: ['/home/an/a.txt', '/b.html'],
    links: [],
  });
});

test('a link to a paragraph is no file', () => {
  const link = 'doi-chieu://0123456789abcdef/doan/14?r=1';
  expect(readArguments(['/opt/doi-chieu', link, 'a.txt'], '/home/an', false)).toEqual({
    library: null,
    files: ['/home/an/a.txt'],
    links: [link],
  });
});

test('under Electron the first plain argument is the program itself', () => {
  expect(readArguments(['electron', '--no-sandbox', '/app', 'a.txt'], '/home/an', true).files).toEqual([
    '/home/an/a.txt',
  ]);
});

test.each([
  ['--library', 'thư viện', 'a.txt'],
  ['a.txt', '--library=thư viện'],
  ['--user-data-dir=/x', '--library', '/home/an/thư viện', 'a.txt'],
])('the library’s folder is no file: %s %s %s', (...given) => {
  expect(readArguments(['electron', '/app', ...given], '/home/an', true)).toEqual({
    library: '/home/an/thư viện',
    files: ['/home/an/a.txt'],
    links: [],
  });
});
