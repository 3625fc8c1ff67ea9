import { afterEach, describe, expect, test, vi } from 'vitest';
import { COMMANDS, COMMAND_NAMES, KEY_GROUPS, capOf, keyCap, type CommandName } from '../../renderer/keymap';
import { en } from '../../renderer/strings/en';
import { vi as vietnamese } from '../../renderer/strings/vi';

type Words = { [name: string]: string | Words };

/** `shelf.sortBy.title` → its words. */
function leaves(words: Words, path = ''): Map<string, string> {
  return new Map(
    Object.entries(words).flatMap(([name, value]): (readonly [string, string])[] =>
      typeof value === 'string' ? [[path + name, value]] : [...leaves(value, `${path}${name}.`)],
    ),
  );
}

const inVietnamese = leaves(vietnamese);
const inEnglish = leaves(en);
const placeholders = (words: string | undefined) => (words?.match(/\{\{\w+\}\}/gu) ?? []).sort();

describe('the words', () => {
  test('say the same things in both languages', () => {
    expect([...inEnglish.keys()].sort()).toEqual([...inVietnamese.keys()].sort());
    expect(inVietnamese.size).toBeGreaterThan(200);
  });

  test('are never empty, and take the same values in both languages', () => {
    for (const [key, words] of inVietnamese) {
      expect([key, words.trim()]).not.toEqual([key, '']);
      expect([key, inEnglish.get(key)?.trim()]).not.toEqual([key, '']);
      expect([key, ...placeholders(inEnglish.get(key))]).toEqual([key, ...placeholders(words)]);
    }
  });

  test('are Unicode NFC, as what is typed and searched is', () => {
    const all = [...inVietnamese.values(), ...inEnglish.values()];
    expect(all.filter((words) => words !== words.normalize('NFC'))).toEqual([]);
  });
});

describe('the keymap', () => {
  const bindings = COMMAND_NAMES.flatMap((name) =>
    COMMANDS[name].keys.map((keys) => ({ name, keys: keys.toLowerCase() })),
  );

  test('gives no key to two commands, and no digit, which gives a tag', () => {
    const shared = bindings.filter(({ name, keys }) =>
      bindings.some((other) => other.keys === keys && other.name !== name),
    );
    expect(shared).toEqual([]);
    expect(bindings.filter(({ keys }) => /^\d$/u.test(keys))).toEqual([]);
  });

  test('has words for every command and every group in both languages', () => {
    for (const words of [inVietnamese, inEnglish]) {
      expect(COMMAND_NAMES.filter((name) => !words.has(`command.${name}`))).toEqual([]);
      expect(KEY_GROUPS.filter((group) => !words.has(`keys.${group}`))).toEqual([]);
    }
  });

  test('leaves single keys to text fields while typing', () => {
    const singles = COMMAND_NAMES.filter((name) =>
      COMMANDS[name].keys.some((keys) => !keys.includes('$mod') && !/(^|\+)F\d+$/u.test(keys)),
    );
    expect(singles.filter((name) => COMMANDS[name].typing)).toEqual([]);
    expect(singles).toContain('task');
  });

  test.each([
    ['$mod+Shift+z', 'Ctrl Shift Z'],
    ['$mod+\\', 'Ctrl \\'],
    ['$mod+Shift++', 'Ctrl Shift +'],
    ['Shift+?', '?'],
    ['ArrowDown', '↓'],
    ['F6', 'F6'],
  ])('writes %s as %s', (keys, cap) => {
    expect(keyCap(keys)).toBe(cap);
  });

  test('shows the first key of a command, and nothing for one without a key', () => {
    expect(capOf('redo')).toBe('Ctrl Shift Z');
    expect(capOf('samples')).toBeNull();
  });
});

describe('a key that is pressed', () => {
  let forget: () => void = () => undefined;
  afterEach(() => {
    forget();
    document.body.replaceChildren();
    vi.resetModules();
    vi.doUnmock('../../renderer/commands');
  });

  /** Presses a key as tinykeys writes it; whether the app took it for a command. */
  function press(target: EventTarget, keys: string): boolean {
    const parts = keys.split(/\+(?=.)/u);
    const key = parts.pop() ?? '';
    const event = new KeyboardEvent('keydown', {
      key,
      ctrlKey: parts.includes('$mod'),
      shiftKey: parts.includes('Shift'),
      bubbles: true,
      cancelable: true,
    });
    target.dispatchEvent(event);
    return event.defaultPrevented;
  }

  test('runs its command, and in a field only when it may', async () => {
    const ran: CommandName[] = [];
    vi.resetModules();
    // What the commands do is tested in the window; here only which one a key reaches.
    vi.doMock('../../renderer/commands', () => ({ runCommand: (name: CommandName) => ran.push(name) }));
    const { listenToKeys } = await import('../../renderer/keyboard');
    forget = listenToKeys();
    const field = document.body.appendChild(document.createElement('textarea'));
    for (const name of COMMAND_NAMES) {
      for (const keys of COMMANDS[name].keys) {
        ran.length = 0;
        expect([keys, press(document.body, keys), ...ran]).toEqual([keys, true, name]);
        expect([keys, press(field, keys)]).toEqual([keys, COMMANDS[name].typing]);
      }
    }
  });
});
