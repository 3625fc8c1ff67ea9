import { realFs, type StoreFs } from '../../../main/store/files';

type Step = keyof StoreFs;

/** A disk that fails as it is told to. */
export interface FaultyFs extends StoreFs {
  /** Fails the next time that `step` is done to a path with `part` in it, with this code. */
  fail(step: Step, part: string, code: string): void;
  heal(): void;
}

export function faultyFs(): FaultyFs {
  let fault: { step: Step; part: string; code: string } | null = null;

  const check = async (step: Step, path: string): Promise<void> => {
    if (fault?.step !== step || !path.includes(fault.part)) return;
    const { code } = fault;
    // A full disk takes a part of the bytes before it refuses.
    if (step === 'writeSynced') await realFs.writeSynced(path, '{"torn":').catch(() => undefined);
    throw Object.assign(new Error(`${code}: injected, ${step} '${path}'`), { code });
  };
  const guarded = Object.fromEntries(
    (Object.keys(realFs) as Step[]).map((step) => [
      step,
      async (path: string, ...rest: never[]) => {
        await check(step, path);
        return (realFs[step] as (path: string, ...rest: never[]) => Promise<unknown>)(path, ...rest);
      },
    ]),
  ) as unknown as StoreFs;

  return {
    ...guarded,
    fail: (step, part, code) => {
      fault = { step, part, code };
    },
    heal: () => {
      fault = null;
    },
  };
}
