import { Followers } from '#core/search/index/followers';
import type { LibraryIndex } from '#core/search/index/library-index';

/** Makes known what follows each word, all at once. */
export function learnFollowers(index: LibraryIndex): void {
  for (const { segment } of index.parts) {
    const making = Followers.making(segment, (bytes) => new SharedArrayBuffer(bytes));
    let step = making.next();
    while (step.done !== true) step = making.next();
    segment.followers = step.value;
  }
}
