import type { TreeFile } from '../../git/types.ts';
import { foldPath } from '../../shared/fold-path.ts';
import { foldersOf, isPlainFile } from './branch-paths.ts';

/** What is on a branch and is not ours. Keys are folded paths from the root, values the same paths unfolded. */
export interface ForeignFiles {
  readonly files: ReadonlyMap<string, string>;
  /** Folders of foreign files, each with one file below it. */
  readonly folders: ReadonlyMap<string, string>;
}

/** All files but those in `own`; a link or a submodule is never ours, as we make none. */
export function findForeign(tree: ReadonlyMap<string, TreeFile>, own: ReadonlySet<string>): ForeignFiles {
  const files = new Map<string, string>();
  const folders = new Map<string, string>();
  for (const file of tree.values()) {
    if (own.has(file.path) && isPlainFile(file)) continue;
    const key = foldPath(file.path);
    files.set(key, file.path);
    for (const folder of foldersOf(key)) folders.set(folder, file.path);
  }
  return { files, folders };
}

/**
 * The foreign file that keeps a file of ours from being at `path` (from the root), also on systems that ignore case: at
 * the path itself, below it, or at the path of a folder that it needs. Undefined if the way is free.
 */
export function findObstacle(path: string, foreign: ForeignFiles): string | undefined {
  const key = foldPath(path);
  return foreign.files.get(key) ?? foreign.folders.get(key) ?? findObstacleAbove(key, foreign);
}

/** The foreign file at the path of a folder that a file at the folded path `key` needs. */
export function findObstacleAbove(key: string, { files }: ForeignFiles): string | undefined {
  for (const folder of foldersOf(key)) {
    const file = files.get(folder);
    if (file !== undefined) return file;
  }
  return undefined;
}
