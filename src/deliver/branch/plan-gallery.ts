import type { LockFile } from '../../lock/types.ts';
import { fromRoot, GALLERY_NAME, isPlainFile, ownPaths } from './branch-paths.ts';
import { findForeign, findObstacle } from './foreign-files.ts';
import type { BranchPlace, BranchTip, GalleryWish } from './types.ts';

/** What becomes of the gallery page with a commit. */
export interface PlannedGallery {
  /** The specs that ask for it; with none, there is no page. */
  readonly specs: readonly string[];
  /** Whether that is a reason for a commit, even if nothing else changes. */
  readonly isChange: boolean;
}

/**
 * Decides who asks for the gallery page, from what the branch records and what this run asks for; pure. `lock`: as it is after
 * the commit. The page is removed when the last spec no longer asks for it. A spec without pictures on the
 * branch does not ask: what is only remembered is on no page.
 */
export function planGallery(
  tip: BranchTip,
  lock: LockFile,
  wish: GalleryWish | undefined,
  place: BranchPlace,
): PlannedGallery {
  const { gallery: before = [], pages } = tip.recorded.lock;
  if (wish === undefined) return { specs: before, isChange: false };
  const shown = [...lock.edits.values()].filter(({ stored }) => stored === undefined);
  const owners = new Set(shown.map(({ spec }) => spec));
  const others = before.filter((spec) => spec !== wish.spec && owners.has(spec));
  const specs = [...others, ...(wish.isAsked && shown.length > 0 ? [wish.spec] : [])].toSorted();
  if (specs.join('\n') !== before.toSorted().join('\n')) return { specs, isChange: true };
  if (specs.length === 0) return { specs, isChange: false };
  const path = fromRoot(place, GALLERY_NAME);
  const there = tip.tree.get(path);
  if (pages.includes(GALLERY_NAME) && there !== undefined && isPlainFile(there))
    return { specs, isChange: false };
  // A file of others that has its name may be gone by now, and someone may have removed the page itself.
  const foreign = findForeign(tip.tree, ownPaths(place, tip.recorded.lock));
  return { specs, isChange: findObstacle(path, foreign) === undefined };
}

/** The message of a commit that does nothing else. */
export function describeGallery({ specs }: PlannedGallery): string {
  return specs.length === 0 ? 'Remove the gallery' : 'Write the gallery';
}
