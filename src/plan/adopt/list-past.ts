import type { LockFile } from '../../lock/types.ts';
import type { OfferedEntry } from '../types.ts';

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

/**
 * The offers of older commits by fingerprint, the commit first that is remembered for just these pictures; pure. Others may have
 * older pictures of the same request.
 */
export function rankPast(
  offers: readonly OfferedEntry[],
  past: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, readonly OfferedEntry[]> {
  const rank = ({ on, entry }: OfferedEntry): number => {
    const index = past.get(entry.fingerprint)?.indexOf(on.commit) ?? -1;
    return index < 0 ? Infinity : index;
  };
  const inOrder = offers.toSorted((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0));
  return Map.groupBy(inOrder, ({ entry }) => entry.fingerprint);
}
