import { z } from 'zod';
import { SCHEMA_VERSION } from '#core/library';

const Versioned = z.object({ schemaVersion: z.int().positive() });

/** How a `library.json` stands to this program. `unknown`: it says nothing, or is no JSON. */
export function versionOf(json: unknown): { state: 'present' | 'newer' | 'unknown'; version: number } {
  const parsed = Versioned.safeParse(json);
  if (!parsed.success) return { state: 'unknown', version: 0 };
  const version = parsed.data.schemaVersion;
  return { state: version > SCHEMA_VERSION ? 'newer' : 'present', version };
}
