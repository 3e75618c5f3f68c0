import type { TreeFile } from '../../git/types.ts';

type Files = ReadonlyMap<string, TreeFile>;

/** The files of a merge, and the paths that both sides changed in different ways. */
export interface MergedFiles {
  readonly files: Files;
  readonly conflicts: readonly string[];
}

/**
 * Merges the files of two branches, path by path; pure. `before`: what both had last in common. What only one side changed
 * is as on that side. Nothing is merged within a file.
 */
export function mergeFiles(before: Files, head: Files, base: Files): MergedFiles {
  const files = new Map(base);
  const conflicts: string[] = [];
  for (const path of new Set([...before.keys(), ...head.keys()])) {
    const [was, ours, theirs] = [before.get(path), head.get(path), base.get(path)];
    if (isSame(ours, was) || isSame(ours, theirs)) continue;
    if (!isSame(theirs, was)) conflicts.push(path);
    else if (ours === undefined) files.delete(path);
    else files.set(path, ours);
  }
  return { files, conflicts };
}

function isSame(one: TreeFile | undefined, other: TreeFile | undefined): boolean {
  return one?.blob === other?.blob && one?.mode === other?.mode;
}
