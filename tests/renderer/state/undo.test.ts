import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Reply } from '#core/gateway';
import { call } from '../../../renderer/bridge';
import { forgetSteps, redo, remember, undo } from '../../../renderer/state/undo';

/** Changes that can be taken back, and what was done with them. */
let done: string[];

beforeEach(() => {
  forgetSteps();
  done = [];
});

/** A step whose two directions take a turn of the event loop, as calls to the library do. */
function change(what: string, fails: () => boolean = () => false): void {
  const run = (direction: string) => async () => {
    done.push(`${direction} ${what} …`);
    await new Promise((resolve) => setTimeout(resolve, 2));
    if (fails()) throw new Error(`${what} refused`);
    done.push(`${direction} ${what}`);
  };
  remember({ what, undo: run('undo'), redo: run('redo') });
}

describe('undo', () => {
  test('takes the last change back first, and redo makes them again in their order', async () => {
    for (const what of ['một', 'hai', 'ba']) change(what);
    expect([await undo(), await undo()]).toEqual(['ba', 'hai']);
    expect([await redo(), await redo(), await redo()]).toEqual(['hai', 'ba', null]);
    expect([await undo(), await undo(), await undo(), await undo()]).toEqual(['ba', 'hai', 'một', null]);
  });

  test('what was undone cannot be made again after a new change', async () => {
    change('cũ');
    await undo();
    change('mới');
    expect(await redo()).toBeNull();
    expect([await undo(), await undo()]).toEqual(['mới', null]);
  });

  test('a change that is on its way is the one that is taken back', async () => {
    change('cũ');
    let made: (reply: Reply) => void = () => undefined;
    const carried = vi.fn(() => new Promise<Reply>((resolve) => (made = resolve)));
    vi.stubGlobal('bridge', { call: carried });
    const asked = call('tags.remove', { name: 'Cải cách' }).then(() => {
      change('mới');
    });
    const undone = undo();
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(done).toEqual([]);
    made({ ok: true, value: {} });
    await asked;
    expect(await undone).toBe('mới');
    vi.unstubAllGlobals();
  });

  test('a change that was refused does not stop undo', async () => {
    change('cũ');
    vi.stubGlobal('bridge', {
      call: () => Promise.resolve({ ok: false, code: 'internal', message: 'không được' }),
    });
    const asked = call('tags.remove', { name: 'Cải cách' });
    const undone = undo();
    await expect(asked).rejects.toThrow('không được');
    expect(await undone).toBe('cũ');
    vi.unstubAllGlobals();
  });

  test('a step that fails stays where it was and can be tried again', async () => {
    let broken = true;
    change('trước');
    change('hỏng', () => broken);
    await expect(undo()).rejects.toThrow('hỏng refused');
    expect(await redo()).toBeNull();
    broken = false;
    expect(await undo()).toBe('hỏng');
    broken = true;
    await expect(redo()).rejects.toThrow('hỏng refused');
    broken = false;
    expect([await redo(), await undo(), await undo()]).toEqual(['hỏng', 'hỏng', 'trước']);
  });

  test('keys pressed faster than the library answers run one after another', async () => {
    for (const what of ['một', 'hai', 'ba']) change(what);
    const answers = await Promise.all([undo(), undo(), redo(), undo(), undo(), undo()]);
    expect(answers).toEqual(['ba', 'hai', 'hai', 'hai', 'một', null]);
    const finished = done.filter((line) => !line.endsWith('…'));
    expect(finished).toEqual(['undo ba', 'undo hai', 'redo hai', 'undo hai', 'undo một']);
    // None begins before the one before it has ended.
    expect(done).toEqual(finished.flatMap((line) => [`${line} …`, line]));
  });

  test('one that fails does not keep the next from running', async () => {
    change('trước');
    let failures = 1;
    change('sau', () => failures-- > 0);
    const [first, second] = await Promise.allSettled([undo(), undo()]);
    expect(first.status).toBe('rejected');
    expect(second).toEqual({ status: 'fulfilled', value: 'sau' });
  });

  test('another library begins without steps', async () => {
    change('của thư viện trước');
    await undo();
    change('của thư viện trước nữa');
    forgetSteps();
    expect([await undo(), await redo()]).toEqual([null, null]);
    expect(done.filter((line) => line.includes('trước nữa'))).toEqual([]);
  });
});
