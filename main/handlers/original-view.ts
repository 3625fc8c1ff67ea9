import type { OriginalView } from '#core/contract';
import type { ImportEngine } from '../importing/engine';
import type { Leaf } from '../importing/sources';

/** A file as it came, in a form that a window can show. */
export async function originalView(
  engine: ImportEngine,
  leaf: Leaf,
  { format, encoding }: { format: string; encoding: string },
): Promise<OriginalView> {
  const nothing = { files: [], text: null };
  switch (format) {
    case 'pdf': {
      const { name, bytes } = await engine.bytes(leaf);
      return { ...nothing, name, kind: 'pdf', files: [bytes] };
    }
    case 'image': {
      const { name, bytes } = await engine.bytes(leaf);
      const isTiff = /\.tiff?$/i.test(name);
      return { ...nothing, name, kind: 'pictures', files: isTiff ? await engine.pictures(leaf) : [bytes] };
    }
    case 'text':
    case 'markdown':
    case 'html': {
      const { raw } = await engine.choices(leaf, { encoding, chapters: 'together' });
      return { ...nothing, name: '', kind: 'text', text: raw };
    }
    default:
      return { ...nothing, name: '', kind: 'other' };
  }
}
