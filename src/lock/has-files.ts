import type { LockedFile, LockEntry } from './types.ts';

type EntryFiles = Pick<LockEntry, 'files' | 'stored'>;

/** Files of the branch that belong to an entry: none if it was set aside or discarded; pure. */
export function filesOnBranch({ files, stored }: EntryFiles): readonly LockedFile[] {
  return stored === undefined ? files : [];
}

/** Whether all files of an entry are among these paths, which are relative to the branch directory; pure. */
export function hasFiles({ files, stored }: EntryFiles, paths: ReadonlySet<string>): boolean {
  return stored === undefined && files.every(({ path }) => paths.has(path));
}

/** Whether nothing is missing of an entry: a take that was set aside or discarded needs no files on the branch; pure. */
export function isWhole(entry: EntryFiles & Pick<LockEntry, 'take'>, paths: ReadonlySet<string>): boolean {
  return (entry.stored !== undefined && entry.take !== undefined) || hasFiles(entry, paths);
}
