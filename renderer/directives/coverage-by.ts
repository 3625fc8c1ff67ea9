import { create } from 'zustand';
import type { CoverageBy } from '#core/coverage';

/** What the columns of the coverage matrix are. */
export const useCoverageBy = create<{ by: CoverageBy }>(() => ({ by: 'source' }));
