import { filesOnBranch } from '../../lock/has-files.ts';
import type { TreeChange, TreeFile } from '../../git/types.ts';
import type { LockFile } from '../../lock/types.ts';
import { fromRoot, LOCK_NAME, ownPaths } from './branch-paths.ts';
import { mergeFiles } from './merge-files.ts';
import { mergeLocks, type MergedLock } from './merge-locks.ts';
import type { BranchPlace } from './types.ts';

/** What a commit has, as far as a merge looks at it. */
export interface Side {
  readonly tree: ReadonlyMap<string, TreeFile>;
  readonly lock: LockFile;
}

/** What two branches are together. */
export interface Joined extends Side {
  /** How `tree` differs from that of the base. */
  readonly changes: readonly TreeChange[];
  /** Paths of others that both sides changed in different ways: then nothing can be built on this. */
  readonly conflicts: readonly string[];
  /** Whether the head brings anything that the base does not have. */
  readonly isAhead: boolean;
}

/**
 * Merges a branch into the one it proposes its pictures to; pure. `before`: what both had last in common. Files that a lock file
 * names follow their entries, files of others are merged path by path. A file that someone else put on the base is a conflict
 * where a picture is to be; a page of ours gives way to it.
 */
export function joinBranches(
  { before, head, base }: { readonly before: Side; readonly head: Side; readonly base: Side },
  place: BranchPlace,
): Joined {
  const { lock, fromHead } = mergeLocks(before.lock, head.lock, base.lock);
  const own = new Set([before, head, base].flatMap((side) => [...ownPaths(place, side.lock)]));
  const others = ({ tree }: Side): Files => new Map([...tree].filter(([path]) => !own.has(path)));
  const merged = mergeFiles(others(before), others(head), others(base));
  const ours = listOwn({ lock, fromHead }, head, base, place);
  const theirs = listForeign(own, before, base, place);
  const taken = [...theirs.keys()].filter((path) => {
    const picture = ours.get(path);
    return picture !== undefined && picture.blob !== theirs.get(path)?.blob;
  });
  const tree = new Map([...merged.files, ...theirs, ...ours]);
  const changes = listChanges(base.tree, tree);
  const isAhead = changes.length > 0 || fromHead.size > 0 || lock.edits.size !== base.lock.edits.size;
  return { tree, lock, changes, conflicts: [...merged.conflicts, ...taken], isAhead };
}

type Files = ReadonlyMap<string, TreeFile>;

/** Files of the base at our paths (`own`) that its lock file does not name, and that were not there before. */
function listForeign(own: ReadonlySet<string>, before: Side, base: Side, place: BranchPlace): Files {
  const ofBase = ownPaths(place, base.lock);
  const isOld = ({ path, blob }: TreeFile): boolean => before.tree.get(path)?.blob === blob;
  return new Map([...base.tree].filter(([path, file]) => own.has(path) && !ofBase.has(path) && !isOld(file)));
}

/** The files that the merged lock file names, from the side that their entries come from; pages and lock file are written again. */
function listOwn({ lock, fromHead }: MergedLock, head: Side, base: Side, place: BranchPlace): Files {
  const edits = [...lock.edits].map(([id, entry]) => ({
    files: filesOnBranch(entry),
    from: fromHead.has(id) ? head : base,
  }));
  const derived = Object.entries(lock.renditions ?? {}).flatMap(([original, bySettings]) =>
    Object.entries(bySettings).flatMap(([key, { files }]) =>
      files.map(({ path }) => ({ path, sides: [sideOf(path, original, key)] })),
    ),
  );
  const listed = [
    ...[...base.lock.pages, LOCK_NAME].map((path) => ({ path, sides: [base] })),
    ...edits.flatMap(({ files, from }) => files.map(({ path }) => ({ path, sides: [from] }))),
    ...derived,
  ];
  return new Map(
    listed.flatMap(({ path, sides }) => {
      const full = fromRoot(place, path);
      const file = sides.map(({ tree }) => tree.get(full)).find((found) => found !== undefined);
      return file === undefined ? [] : [[full, file] as const];
    }),
  );

  function sideOf(path: string, original: string, key: string): Side {
    const record = base.lock.renditions?.[original]?.[key];
    return record?.files.some((file) => file.path === path) === true ? base : head;
  }
}

function listChanges(from: Files, to: Files): readonly TreeChange[] {
  const removed = [...from.keys()].filter((path) => !to.has(path)).map((path) => ({ path }));
  const set = [...to.values()].filter(({ path, blob, mode }) => {
    const was = from.get(path);
    return was?.blob !== blob || was.mode !== mode;
  });
  return [...removed, ...set];
}
