import { isDeepStrictEqual } from 'node:util';

import type { TreeChange, TreeFile } from '../../git/types.ts';
import { filesOnBranch } from '../../lock/has-files.ts';
import { gatherModels } from '../../lock/locked-models.ts';
import { rememberPast } from '../../lock/remember-past.ts';
import { addSpending } from '../../lock/spending.ts';
import type { LockFile } from '../../lock/types.ts';
import { otherNameOf } from '../../shared/take-id.ts';
import { fromRoot, isPlainFile, ownPaths } from './branch-paths.ts';
import { findForeign, findObstacle } from './foreign-files.ts';
import { listPaths, planRenditions } from './plan-renditions.ts';
import { rebaseChanges, type WrittenChanges } from './rebase-changes.ts';
import { holderOf } from './tip-facts.ts';
import type { BranchPlace, BranchTip, CommitFacts, LeftEdit } from './types.ts';

/** A commit on top of one tip of the branch. Paths are from the root. */
export interface CommitPlan {
  /** The entries after the commit. Its pages are those of the tip: they follow from the entries, see `planPages`. */
  readonly lock: LockFile;
  /** Pictures that are written or removed. */
  readonly pictures: readonly TreeChange[];
  /** Whether entries or pictures change at all. */
  readonly isChange: boolean;
  readonly facts: CommitFacts;
  readonly left: readonly LeftEdit[];
  readonly warnings: readonly string[];
}

/**
 * Applies changes that were planned on `base` to the tip; pure. What others wrote stays: old files are removed only if
 * the tip's lock names them and nothing else has them after the commit.
 */
export function planCommit(
  tip: BranchTip,
  base: BranchTip,
  changes: WrittenChanges,
  place: BranchPlace,
): CommitPlan {
  const { set, remove, left, warnings } = rebaseChanges(tip, base, changes, place);
  const before = tip.recorded.lock.edits;
  const edits = new Map(before);
  for (const id of remove) edits.delete(id);
  for (const { id, entry } of set) {
    const past = findReplaced(id, tip, remove);
    edits.set(id, rememberPast(entry, before.get(past), holderOf(tip, past)));
  }
  // Those that were only moved are recorded already, and count once.
  const paid = set.map(({ entry }) => entry);
  const spending = addSpending(tip.recorded.lock.spending, paid);
  const { models: known, renditions: recorded = {}, ...others } = tip.recorded.lock;
  const models = gatherModels(edits, changes.models, known);
  const derived = planRenditions(tip, edits, changes.renditions, place);
  const lock: LockFile = {
    ...others,
    edits,
    ...(spending !== undefined && { spending }),
    ...(models !== undefined && { models }),
    ...(Object.keys(derived.records).length > 0 && { renditions: derived.records }),
  };

  const written = set
    .flatMap(({ entry, blobs }) =>
      filesOnBranch(entry).map(({ path }, index) => ({ path, blob: blobs[index] ?? '' })),
    )
    .concat(derived.written)
    .map(({ path, blob }) => ({ path: fromRoot(place, path), blob }))
    .filter(({ path, blob }) => !holds(tip.tree, path, blob));
  const own = ownPaths(place, lock);
  const removed = [...remove, ...set.map(({ id }) => id)]
    .flatMap((id) => {
      const entry = before.get(id);
      return entry === undefined ? [] : filesOnBranch(entry).map(({ path }) => path);
    })
    .concat(listPaths(recorded))
    .map((path) => fromRoot(place, path))
    .filter((path) => !own.has(path) && isPlainAt(tip.tree, path));
  const changed = set.filter(({ id }) => !isDeepStrictEqual(before.get(id), edits.get(id)));
  const pictures = [...written, ...[...new Set(removed)].map((path) => ({ path }))];
  // A picture that moved counts once, although it is removed at one path and written at another.
  const blobs = new Set(written.map(({ blob }) => blob));
  const gone = pictures.filter(
    (change) => !('blob' in change) && !blobs.has(tip.tree.get(change.path)?.blob ?? ''),
  );
  return {
    lock,
    pictures,
    isChange:
      pictures.length > 0 ||
      changed.length > 0 ||
      remove.length > 0 ||
      !isDeepStrictEqual(derived.records, recorded),
    facts: { edits: changed.length, files: written.length + gone.length },
    left,
    warnings: [...warnings, ...derived.warnings],
  };
}

/** The id of the entry that a change replaces: the edit's own, or the one it had before its takes were counted otherwise. */
function findReplaced(id: string, { recorded: { lock } }: BranchTip, remove: readonly string[]): string {
  const other = otherNameOf(id);
  return !lock.edits.has(id) && other !== undefined && remove.includes(other) ? other : id;
}

/** The gallery pages after a commit. */
export interface PagePlan {
  /** Names of those that are written, relative to the branch directory, sorted. */
  readonly pages: readonly string[];
  /** Paths from the root of the tip's pages that are removed. */
  readonly removed: readonly string[];
  /** Paths from the root of foreign files that are at the path of a page: that page is not written. */
  readonly obstacles: readonly string[];
}

/** Decides which of the pages `names` can be written and which old ones are removed; pure. */
export function planPages(
  tip: BranchTip,
  lock: LockFile,
  names: readonly string[],
  place: BranchPlace,
): PagePlan {
  const foreign = findForeign(tip.tree, ownPaths(place, tip.recorded.lock));
  const judged = names.map((name) => ({ name, obstacle: findObstacle(fromRoot(place, name), foreign) }));
  const pages = judged.filter(({ obstacle }) => obstacle === undefined).map(({ name }) => name);
  const own = ownPaths(place, { ...lock, pages });
  return {
    pages: pages.toSorted(),
    removed: tip.recorded.lock.pages
      .map((name) => fromRoot(place, name))
      .filter((path) => !own.has(path) && isPlainAt(tip.tree, path)),
    obstacles: judged.flatMap(({ obstacle }) => obstacle ?? []),
  };
}

/** Whether the path already has these bytes. */
export function holds(tree: ReadonlyMap<string, TreeFile>, path: string, blob: string): boolean {
  return isPlainAt(tree, path) && tree.get(path)?.blob === blob;
}

function isPlainAt(tree: ReadonlyMap<string, TreeFile>, path: string): boolean {
  const file = tree.get(path);
  return file !== undefined && isPlainFile(file);
}
