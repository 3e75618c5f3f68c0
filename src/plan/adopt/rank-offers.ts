import type { LockedPreview, LockEntry, LockFile } from '../../lock/types.ts';
import type { OfferedEntry } from '../types.ts';

/** A finished edit of a preview branch, and the pull request that the branch belongs to. */
export interface Offer extends OfferedEntry {
  /** Absent if the branch does not say. */
  readonly preview?: LockedPreview;
}

/** What is known about the pull request of a preview; `other`: it is closed, or the branch names none. */
export type Standing = 'merged-here' | 'other' | 'unknown' | 'open';

/** The finished edits of one branch that have a wanted fingerprint; pure. */
export function listOffers(
  { branch, commit, lock }: { readonly branch: string; readonly commit: string; readonly lock: LockFile },
  wanted: ReadonlySet<string>,
): readonly Offer[] {
  const { preview } = lock;
  return listEntries(lock, wanted).map(([id, entry]) => ({
    on: { kind: 'preview', branch, commit },
    id,
    entry,
    ...(preview !== undefined && { preview }),
  }));
}

/** The entries of a lock file with a wanted fingerprint whose pictures are files of the branch; pure. */
export function listEntries(
  { edits }: Pick<LockFile, 'edits'>,
  wanted: ReadonlySet<string>,
): readonly (readonly [id: string, entry: LockEntry])[] {
  return [...edits].filter(([, { fingerprint, stored }]) => wanted.has(fingerprint) && stored === undefined);
}

/** Names of branches that offer pictures which another branch offers too: only then does it matter which one is taken. */
export function listContested(offers: readonly Offer[]): ReadonlySet<string> {
  const byFingerprint = Map.groupBy(offers, ({ entry }) => entry.fingerprint);
  return new Set(
    [...byFingerprint.values()].flatMap((same) => {
      const branches = new Set(same.map(({ on }) => on.branch));
      return branches.size > 1 ? [...branches] : [];
    }),
  );
}

/**
 * The offers in the order in which they are taken; pure. Those of a pull request that was merged with this run's commit come
 * first, those of open ones last, since their pictures are still being discussed; the newest picture comes first among equals.
 */
export function rankOffers(
  offers: readonly Offer[],
  standingOf: (branch: string) => Standing,
): readonly Offer[] {
  const rank = ({ on }: Offer): number => ORDER.indexOf(standingOf(on.branch));
  return offers.toSorted(
    (a, b) =>
      rank(a) - rank(b) ||
      Date.parse(b.entry.finishedAt) - Date.parse(a.entry.finishedAt) ||
      compare(a.on.branch, b.on.branch) ||
      compare(a.id, b.id),
  );
}

const ORDER: readonly Standing[] = ['merged-here', 'other', 'unknown', 'open'];

/** By code unit, so that the order is the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
