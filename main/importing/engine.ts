import type { ArticleDraft } from '#core/article';
import type { EncodingGuess } from './decode';
import type { Chapter } from './epub';
import type { SourceFile } from './reading';
import type { FoundLeaf, FoundRefusal, Leaf } from './sources';

/** How a file is to be read, where there is a choice. */
export interface How {
  /** Null = found from the bytes. */
  encoding: string | null;
  chapters: 'together' | 'apart';
}

export const AS_FOUND: How = { encoding: null, chapters: 'together' };

/** A file, its digest, and the articles in it (at least one). */
export interface ReadFile extends SourceFile {
  sha256: string;
  drafts: ArticleDraft[];
}

/** What a person may want to know before the choice. Empty lists where there is none. */
export interface Choices {
  guesses: EncodingGuess[];
  chapters: Chapter[];
  /** The file as text in the encoding asked for, at most 200,000 characters; null where it is no text. */
  raw: string | null;
}

/** Told while long work goes on; counts pages. */
export type OnPages = (done: number, total: number) => void;

/**
 * Reads files, away from where the library is changed. One thing at a time; what is asked meanwhile waits.
 * Every method throws a `Refusal` when the file is to blame.
 */
export interface ImportEngine {
  /** Looks into folders and archives. */
  find(given: readonly (string | SourceFile)[]): Promise<(FoundLeaf | FoundRefusal)[]>;
  read(leaf: Leaf, how: How, onPages?: OnPages): Promise<ReadFile>;
  choices(leaf: Leaf, how: How): Promise<Choices>;
  /** The bytes as they lie there. */
  bytes(leaf: Leaf): Promise<SourceFile>;
  /** Pictures of the pages of a TIFF file, as PNG: browsers show none. */
  pictures(leaf: Leaf): Promise<Uint8Array[]>;
  /** Ends what is being read; its promise is rejected with `import-cancelled`. */
  cancel(): void;
  close(): Promise<void>;
}

/** The operations of an engine: what crosses to its thread. */
export type Operations = Pick<ImportEngine, 'find' | 'read' | 'choices' | 'bytes' | 'pictures'>;
export type OperationName = keyof Operations;

/** What a leaf is called where a person is told of it. */
export function labelOf(leaf: Leaf): string {
  switch (leaf.kind) {
    case 'file':
      return leaf.path;
    case 'entry':
      return leaf.entry;
    case 'given':
      return leaf.file.name;
  }
}
