import type { LockFile } from '../../lock/types.ts';

/** The commits that have what the edits were before, and the takes that were set aside, by fingerprint; pure. */
export function listPast({ edits }: Pick<LockFile, 'edits'>): ReadonlyMap<string, readonly string[]> {
  const past = new Map<string, string[]>();
  for (const { fingerprint: own, stored, heldBy, history = [] } of edits.values()) {
    const aside = stored === undefined || heldBy === undefined ? [] : [{ fingerprint: own, commit: heldBy }];
    for (const { fingerprint, commit } of [...aside, ...history]) {
      const known = past.get(fingerprint);
      if (known === undefined) past.set(fingerprint, [commit]);
      else known.push(commit);
    }
  }
  return past;
}
