import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { z } from 'zod';
import { Bits } from '#core/search/index/bits';
import { packed, unpacked } from '#core/search/index/layout';
import { LibraryIndex, type LivePart } from '#core/search/index/library-index';
import { isMissing, type StoreFs } from '../store/files';

// The index on the disk: a file for each segment, which never changes, and one that names them. All of it is derived from
// the articles: whatever is missing, broken or of another format is made again.

const MANIFEST = 'index.json';

const Manifest = z.object({
  segments: z.array(
    z.object({
      file: z.string().regex(/^[0-9a-f]{16}\.words$/),
      /** Of the file's bytes: it finds what a disk or a cut off copy did, and takes 30 ms for 50,000 articles. */
      crc32: z.int(),
      /** Articles that were removed or came in anew, by their place in the segment. */
      dead: z.array(z.int().nonnegative()),
    }),
  ),
});
type Manifest = z.infer<typeof Manifest>;

export type KeptFs = Pick<StoreFs, 'readFile' | 'writeSynced' | 'rename' | 'unlink' | 'list' | 'makeFolder'>;

/** Which file holds a segment, once it was written. */
export class KeptIndex {
  readonly #files = new Map<LivePart['segment'], { file: string; crc32: number }>();

  constructor(
    private readonly fs: KeptFs,
    private readonly folder: string,
  ) {}

  /** The index as it was written last. What is broken is left out; `problems` says why. */
  async read(): Promise<{ index: LibraryIndex; problems: string[] }> {
    const index = new LibraryIndex();
    const problems: string[] = [];
    const manifest = await this.#manifest(problems);
    for (const { file, crc32: sum, dead } of manifest.segments) {
      const bytes = await this.#bytes(file, sum, problems);
      if (bytes === null) continue;
      const arrays = unpacked(bytes);
      if (arrays === null) {
        problems.push(`${file}: no segment of this format`);
        continue;
      }
      const bits = new Bits(arrays.docStarts.length - 1);
      for (const doc of dead) if (doc < bits.size) bits.add(doc);
      index.take(arrays, bits);
      const part = index.parts.at(-1);
      if (part !== undefined) this.#files.set(part.segment, { file, crc32: sum });
    }
    return { index, problems };
  }

  /** Afterwards the disk holds this index. Throws what the disk throws; then it holds the one before. */
  async write(index: LibraryIndex): Promise<void> {
    await this.fs.makeFolder(this.folder);
    const segments: Manifest['segments'] = [];
    for (const { segment, dead } of index.parts) {
      const known = this.#files.get(segment) ?? (await this.#writeSegment(packed(segment.arrays)));
      this.#files.set(segment, known);
      const gone: number[] = [];
      dead.each((doc) => gone.push(doc));
      segments.push({ ...known, dead: gone });
    }
    await this.#replace(MANIFEST, Buffer.from(JSON.stringify({ segments } satisfies Manifest)));
    await this.#sweep(new Set([MANIFEST, ...segments.map(({ file }) => file)]));
    for (const segment of this.#files.keys()) {
      if (!index.parts.some((part) => part.segment === segment)) this.#files.delete(segment);
    }
  }

  async #manifest(problems: string[]): Promise<Manifest> {
    try {
      const bytes = await this.fs.readFile(join(this.folder, MANIFEST));
      return Manifest.parse(JSON.parse(Buffer.from(bytes).toString()));
    } catch (error) {
      if (!isMissing(error)) problems.push(`${MANIFEST}: ${String(error)}`);
      return { segments: [] };
    }
  }

  async #bytes(file: string, sum: number, problems: string[]): Promise<Uint8Array<ArrayBuffer> | null> {
    try {
      let found = 0;
      const bytes = await this.fs.readFile(join(this.folder, file), (part) => {
        found = crc32(part, found);
      });
      if (found === sum) return bytes as Uint8Array<ArrayBuffer>;
      problems.push(`${file}: not as it was written`);
    } catch (error) {
      problems.push(`${file}: ${String(error)}`);
    }
    return null;
  }

  async #writeSegment(bytes: Uint8Array): Promise<{ file: string; crc32: number }> {
    const file = `${randomBytes(8).toString('hex')}.words`;
    await this.#replace(file, bytes);
    return { file, crc32: crc32(bytes) };
  }

  async #replace(file: string, bytes: Uint8Array): Promise<void> {
    const temporary = join(this.folder, `${file}.${randomBytes(4).toString('hex')}-0.tmp`);
    await this.fs.writeSynced(temporary, bytes);
    await this.fs.rename(temporary, join(this.folder, file));
  }

  /** Removes the files that the index no longer has. */
  async #sweep(wanted: ReadonlySet<string>): Promise<void> {
    const names = await this.fs.list(this.folder);
    await Promise.all(
      names.filter((name) => !wanted.has(name)).map((name) => this.fs.unlink(join(this.folder, name))),
    );
  }
}
