import type { LockFile } from '../../lock/types.ts';

/** The commits that have what the edits were before, by fingerprint; pure. */
export function listPast({ edits }: Pick<LockFile, 'edits'>): ReadonlyMap<string, readonly string[]> {
  const past = new Map<string, string[]>();
  for (const { history = [] } of edits.values())
    for (const { fingerprint, commit } of history) {
      const known = past.get(fingerprint);
      if (known === undefined) past.set(fingerprint, [commit]);
      else known.push(commit);
    }
  return past;
}
