import path from 'node:path';
import { LINK_SCHEME } from '#core/place-link';

export interface Arguments {
  /** `--library DIR`, absolute. */
  library: string | null;
  /** Files to import and show side by side, absolute. */
  files: string[];
  /** Links to paragraphs, as the system hands them over. */
  links: string[];
}

/**
 * Reads `[switches] [--library DIR] [FILE or LINK...]`. `underElectron`: the first plain argument is the app itself,
 * because Electron was started with its folder. Chromium's own switches are passed over.
 */
export function readArguments(argv: readonly string[], cwd: string, underElectron: boolean): Arguments {
  const found: Arguments = { library: null, files: [], links: [] };
  const plain: string[] = [];
  for (let i = 1; i < argv.length; i += 1) {
    const argument = argv[i] ?? '';
    if (argument === '--library') found.library = path.resolve(cwd, argv[++i] ?? '');
    else if (argument.startsWith('--library=')) found.library = path.resolve(cwd, argument.slice(10));
    else if (argument.toLowerCase().startsWith(`${LINK_SCHEME}://`)) found.links.push(argument);
    else if (!argument.startsWith('-')) plain.push(argument);
  }
  found.files = plain.slice(underElectron ? 1 : 0).map((file) => path.resolve(cwd, file));
  return found;
}
