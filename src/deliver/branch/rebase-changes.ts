import { isDeepStrictEqual } from 'node:util';

import { filesOnBranch } from '../../lock/has-files.ts';
import { isSameEntry } from '../../lock/remember-past.ts';
import type { RenditionChange } from '../../pictures/apply-renditions.ts';
import { foldPath } from '../../shared/fold-path.ts';
import { fromRoot, isPlainFile, ownPaths, quotePath } from './branch-paths.ts';
import { findForeign, findObstacle } from './foreign-files.ts';
import type { BranchChange, BranchChanges, BranchPlace, BranchTip, LeftEdit } from './types.ts';

/** A change whose bytes are in the private repository, or known to be on the branch. */
export interface WrittenChange extends BranchChange {
  /** Object names, one for each of `entry.files`; undefined if the plan's own tip had no such file. */
  readonly blobs: readonly (string | undefined)[];
  /** Why it cannot be committed, whatever is on the branch; a clause for people. */
  readonly fault?: string;
}

export interface WrittenChanges extends Omit<BranchChanges, 'set' | 'renditions'> {
  readonly set: readonly WrittenChange[];
  readonly renditions?: WrittenRenditions;
}

/** Renditions whose bytes are in the private repository: object names by path; those that are not there are missing. */
export interface WrittenRenditions extends RenditionChange {
  readonly blobs: ReadonlyMap<string, string>;
}

/** The changes that can be made on one tip of the branch, and what became of the others. */
export interface RebasedChanges extends Pick<WrittenChanges, 'set' | 'remove'> {
  readonly left: readonly LeftEdit[];
  readonly warnings: readonly string[];
}

/**
 * Fits changes that were planned on `base` to what is on the branch by now; pure. If another run made the same edit in
 * the meantime, pictures that this run made replace those, and pictures that it only moved or copied do not. Nothing is removed
 * that another run has made since, and nothing is written over what others wrote.
 */
export function rebaseChanges(
  tip: BranchTip,
  base: BranchTip,
  changes: WrittenChanges,
  place: BranchPlace,
): RebasedChanges {
  const now = tip.recorded.lock.edits;
  const before = base.recorded.lock.edits;
  const isAsBefore = (id: string): boolean => isDeepStrictEqual(now.get(id), before.get(id));
  const warnings: string[] = [];
  const set = changes.set.filter(({ id, entry, sources }) => {
    const theirs = now.get(id);
    if (theirs === undefined || isAsBefore(id) || isSameEntry(theirs, entry)) return true;
    const isMade = sources.some(({ kind }) => kind === 'disk');
    // Two runs that adopt the same pictures: the entries differ in the commit of the spec.
    if (!isMade && theirs.requestId === entry.requestId && sources.some(({ kind }) => kind === 'copy'))
      return false;
    const other = `Edit ${quotePath(id)} was also made by another run, at ${theirs.finishedAt} (request ${theirs.requestId})`;
    warnings.push(
      isMade
        ? `${other}; this later one replaces it. The earlier pictures are in the branch's history.`
        : `${other}, while this run only moved or copied pictures; those of the other run stay.`,
    );
    return isMade;
  });
  const left = new Map(findUnfit(tip, set, place).map((each) => [each.id, each]));
  const remaining = (): readonly WrittenChange[] => set.filter(({ id }) => !left.has(id));
  const removable = changes.remove.filter(isAsBefore);
  for (;;) {
    const remove = removable.filter((id) => !isNeeded(id, set, left, tip));
    const clashes = findClashes(tip, remaining(), remove);
    if (clashes.length === 0) {
      return {
        ...{ set: remaining(), remove: remove.filter((id) => now.has(id)) },
        ...{ left: [...left.values()], warnings },
      };
    }
    // An edit that is left out keeps its old paths, which another may have been about to take.
    for (const clash of clashes) left.set(clash.id, clash);
  }
}

/** Changes that cannot be made, whatever becomes of the others. */
function findUnfit(tip: BranchTip, set: readonly WrittenChange[], place: BranchPlace): readonly LeftEdit[] {
  const foreign = findForeign(tip.tree, ownPaths(place, tip.recorded.lock));
  const there = new Set([...tip.tree.values()].filter(isPlainFile).map(({ blob }) => blob));
  return set.flatMap(({ id, entry, sources, blobs, fault }) => {
    if (fault !== undefined) return [{ id, reason: fault }];
    const gone = sources.find(
      ({ kind }, index) => kind === 'branch' && !there.has(blobs[index] ?? 'not known'),
    );
    if (gone?.kind === 'branch') {
      const file = quotePath(fromRoot(place, gone.path));
      const reason = `its picture ${file} is no longer on the branch; the next run makes it again`;
      return [{ id, reason, remedy: 'make-again' }];
    }
    for (const { path } of filesOnBranch(entry)) {
      const obstacle = findObstacle(fromRoot(place, path), foreign);
      if (obstacle === undefined) continue;
      const reason = `${quotePath(obstacle)} is on the branch by now and was not made by this action`;
      return [{ id, reason, remedy: 'clear-path' }];
    }
    return [];
  });
}

/** Changes that would put a file where another edit of the branch has one, and keeps it. */
function findClashes(
  tip: BranchTip,
  set: readonly WrittenChange[],
  remove: readonly string[],
): readonly LeftEdit[] {
  const given = new Set([...remove, ...set.map(({ id }) => id)]);
  const owners = new Map<string, string>();
  for (const [id, entry] of tip.recorded.lock.edits)
    if (!given.has(id)) for (const { path } of filesOnBranch(entry)) owners.set(foldPath(path), id);
  return set.flatMap(({ id, entry }) => {
    const files = filesOnBranch(entry);
    const taken = files.find(({ path }) => owners.has(foldPath(path)));
    if (taken === undefined) {
      for (const { path } of files) owners.set(foldPath(path), id);
      return [];
    }
    const owner = owners.get(foldPath(taken.path)) ?? '';
    const reason = `${quotePath(taken.path)} is a picture of edit ${quotePath(owner)}, which keeps it`;
    return [{ id, reason, remedy: 'wait-for-path' }];
  });
}

/** Whether the entry `id` must stay because an edit is left out that copies its files, or that was to replace them. */
function isNeeded(
  id: string,
  set: readonly WrittenChange[],
  left: ReadonlyMap<string, LeftEdit>,
  tip: BranchTip,
): boolean {
  const entry = tip.recorded.lock.edits.get(id);
  const paths = new Set((entry === undefined ? [] : filesOnBranch(entry)).map(({ path }) => foldPath(path)));
  return set.some(
    ({ id: other, entry: theirs, sources }) =>
      left.has(other) &&
      (filesOnBranch(theirs).some(({ path }) => paths.has(foldPath(path))) ||
        sources.some((source) => source.kind === 'branch' && paths.has(foldPath(source.path)))),
  );
}
