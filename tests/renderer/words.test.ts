import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  COMMANDS,
  COMMAND_NAMES,
  KEY_GROUPS,
  VIEWS_OF_GROUP,
  capOf,
  keyCap,
  type CommandName,
} from '../../renderer/keymap';
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

  /** Groups that have no view in common never meet. */
  const meet = (one: CommandName, other: CommandName): boolean => {
    const [a, b] = [one, other].map((name) => VIEWS_OF_GROUP[COMMANDS[name].group]);
    return a === undefined || b === undefined || a.some((view) => b.includes(view));
  };

  test('gives no key to two commands of one view, and no digit, which gives a tag', () => {
    const shared = bindings.filter(({ name, keys }) =>
      bindings.some((other) => other.keys === keys && other.name !== name && meet(name, other.name)),
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
      COMMANDS[name].keys.some((keys) => !/^(\$mod|Alt)\+|(^|\+)F\d+$/u.test(keys)),
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
    vi.doUnmock('../../renderer/state/suggesting');
  });

  /** What the commands do is tested in the window; here only which one a key reaches. */
  async function listen() {
    const ran: CommandName[] = [];
    vi.resetModules();
    vi.doMock('../../renderer/commands', () => ({ runCommand: (name: CommandName) => ran.push(name) }));
    // While a suggestion is open: its keys are nobody's otherwise.
    let suggestion: object | null = {};
    vi.doMock('../../renderer/state/suggesting', () => ({ chosenSuggestion: () => suggestion }));
    const [{ listenToKeys }, { setView }] = await Promise.all([
      import('../../renderer/keyboard'),
      import('../../renderer/state/view'),
    ]);
    forget = listenToKeys();
    return { ran, setView, closeSuggestion: () => (suggestion = null) };
  }

  /** Presses a key as tinykeys writes it; whether the app took it for a command. */
  function press(target: EventTarget, keys: string, more: KeyboardEventInit = {}): boolean {
    const parts = keys.split(/\+(?=.)/u);
    const key = parts.pop() ?? '';
    const event = new KeyboardEvent('keydown', {
      key,
      ctrlKey: parts.includes('$mod'),
      altKey: parts.includes('Alt'),
      shiftKey: parts.includes('Shift'),
      bubbles: true,
      cancelable: true,
      ...more,
    });
    target.dispatchEvent(event);
    return event.defaultPrevented;
  }

  /** A field of every kind that the window has. */
  function someFields(): HTMLElement[] {
    document.body.innerHTML =
      '<input><input type="search" role="combobox"><textarea></textarea><p contenteditable="true"><b></b></p>';
    return [...document.querySelectorAll<HTMLElement>('input, textarea, b')];
  }

  test('runs its command in its view, and in a field only when it may', async () => {
    const { ran, setView } = await listen();
    const fields = someFields();
    for (const name of COMMAND_NAMES) {
      const bound = COMMANDS[name].keys.flatMap((keys) =>
        (VIEWS_OF_GROUP[COMMANDS[name].group] ?? ['library' as const]).map((view) => ({ keys, view })),
      );
      for (const { keys, view } of bound) {
        setView({ view });
        ran.length = 0;
        expect([keys, press(document.body, keys), ...ran]).toEqual([keys, true, name]);
        const taken = fields.map((field) => press(field, keys));
        expect([keys, ...taken]).toEqual([keys, ...fields.map(() => COMMANDS[name].typing)]);
      }
    }
  });

  test('does nothing while an input method composes with it, wherever that is', async () => {
    const { ran } = await listen();
    const places = [document.body, ...someFields()];
    const all = COMMAND_NAMES.flatMap((name) => COMMANDS[name].keys);
    for (const keys of [...all, '1', 'Enter', 'Escape', 'Process']) {
      const taken = places.flatMap((place) => [
        press(place, keys, { isComposing: true }),
        press(place, keys, { keyCode: 229 }),
      ]);
      expect([keys, taken.includes(true)]).toEqual([keys, false]);
    }
    expect(ran).toEqual([]);
  });

  test('types on when an input method takes letters back and types them anew', async () => {
    const { ran, closeSuggestion } = await listen();
    const fields = someFields();
    // As UniKey turns `chir thij` into `chỉ thị`: no composition, but Backspace and the letter with its mark.
    const typed = [
      'c',
      'h',
      'i',
      'r',
      'Backspace',
      'Backspace',
      'ỉ',
      ' ',
      't',
      'h',
      'i',
      'Backspace',
      'ị',
      '3',
      '5',
    ];
    for (const field of fields) {
      expect(typed.filter((key) => press(field, key))).toEqual([]);
    }
    expect(ran).toEqual([]);
    closeSuggestion();
    expect(press(document.body, 'Backspace')).toBe(false);
  });
});
