import { strToU8, zipSync } from 'fflate';
import { Refusal } from '#core/refusal';

export const zipOf = (files: Record<string, string | Uint8Array>) =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([path, content]) => [
        path,
        typeof content === 'string' ? strToU8(content) : content,
      ]),
    ),
  );

/** The same archive with numbers changed in every header: at a place after the signature, in the directory. */
export function patched(zip: Uint8Array, change: (view: DataView, at: number) => void): Uint8Array {
  const copy = zip.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at + 46 <= copy.length; at += 1)
    if (view.getUint32(at, true) === 0x02014b50) change(view, at);
  return copy;
}

export const encrypted = (zip: Uint8Array) =>
  patched(zip, (view, at) => view.setUint16(at + 8, view.getUint16(at + 8, true) | 1, true));

/** The code with which work is refused; `read` when it is not. */
export const codeOf = async (work: () => unknown) => {
  try {
    await work();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'read';
};
