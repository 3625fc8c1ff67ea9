import { z } from 'zod';

/**
 * One call of the contract. `window`: the renderer may make it too; `local`: only what runs in the
 * main process or on the command line may, because it names paths on the disk.
 */
export function call<I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
  from: 'window' | 'local' = 'window',
) {
  return { input, output, from };
}

export const Nothing = z.object({});

/** The absolute path of a file that was written. */
export const Written = z.object({ path: z.string() });
