import { z } from 'zod';
import { SCHEMA_VERSION } from '#core/library';

/**
 * Turns the library's files of one version into the next one; runs after a backup of the whole folder was made and checked.
 * Version 1 is the first, so there is none yet.
 */
export interface Migration {
  from: number;
  run(root: string): Promise<void>;
}

export const MIGRATIONS: readonly Migration[] = [];

const Versioned = z.object({ schemaVersion: z.int().positive() });

/** How a `library.json` stands to this program. `unknown`: it says nothing, or is no JSON. */
export function versionOf(json: unknown): { state: 'present' | 'newer' | 'unknown'; version: number } {
  const parsed = Versioned.safeParse(json);
  if (!parsed.success) return { state: 'unknown', version: 0 };
  const version = parsed.data.schemaVersion;
  return { state: version > SCHEMA_VERSION ? 'newer' : 'present', version };
}
