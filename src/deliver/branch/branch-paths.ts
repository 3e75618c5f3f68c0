import { filesOnBranch } from '../../lock/has-files.ts';
import { renditionRecords } from '../../lock/rendition-records.ts';
import type { LockFile } from '../../lock/types.ts';
import type { TreeFile } from '../../git/types.ts';
import { toPlainLine } from '../../shared/plain-text.ts';
import type { BranchPlace } from './types.ts';

/** Name of the lock file in the branch directory. */
export const LOCK_NAME = 'edits.lock.json';

/** Name of the gallery page in the branch directory: what a site shows for the folder. */
export const GALLERY_NAME = 'index.html';

/** A path relative to the branch directory as a path from the branch's root. */
export function fromRoot({ directory }: BranchPlace, path: string): string {
  return directory === '' ? path : `${directory}/${path}`;
}

/** Paths from the root of everything that the lock file names, and of the lock file itself. */
export function ownPaths(place: BranchPlace, { edits, pages, renditions }: LockFile): ReadonlySet<string> {
  const derived = renditionRecords(renditions).flatMap((each) => each.files);
  const files = [...[...edits.values()].flatMap(filesOnBranch), ...derived];
  return new Set(
    [...files.map(({ path }) => path), ...pages, LOCK_NAME].map((path) => fromRoot(place, path)),
  );
}

/** Every folder that a file at `path` needs, the outermost first. */
export function foldersOf(path: string): readonly string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

/** Whether it is a file with bytes of its own: no link, no submodule. */
export function isPlainFile({ mode }: TreeFile): boolean {
  return mode === '100644' || mode === '100755';
}

/** A path or name from anywhere, fit to be part of a sentence. */
export function quotePath(path: string): string {
  return `\`${toPlainLine(path)}\``;
}
