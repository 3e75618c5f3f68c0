import type { LockEntry } from './types.ts';

/** Whether all files of an entry are among these paths, which are relative to the branch directory; pure. */
export function hasFiles({ files }: Pick<LockEntry, 'files'>, paths: ReadonlySet<string>): boolean {
  return files.every(({ path }) => paths.has(path));
}
