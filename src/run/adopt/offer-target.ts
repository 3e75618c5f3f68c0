import { hasFiles } from '../../lock/has-files.ts';
import type { OpenedBranch } from '../../deliver/branch/types.ts';
import { listEntries } from '../../plan/adopt/rank-offers.ts';
import type { OfferedEntry } from '../../plan/types.ts';
import { NOTHING_OFFERED, type FoundOffers } from './found-offers.ts';

/**
 * The `wanted` pictures (fingerprints) that are on the branch which the run's own one is to be merged into, or on the own branch
 * as it is before the merge; pure. Both together count as there, but of an edit that both have, only the pictures of one do, and
 * what was taken back on one of them is in neither. If the spec asks for the others, they are copied from where they still are
 * instead of being paid for again.
 */
export function offerTarget(own: OpenedBranch, wanted: ReadonlySet<string>): FoundOffers {
  const { repository, joined, place } = own;
  if (joined === undefined || place.into === undefined) return NOTHING_OFFERED;
  const { directory } = place;
  const { base: tip, tree, recorded, head } = joined;
  const branches = [
    { repository, place: { branch: place.into, directory }, tip, tree, recorded },
    ...(head === undefined ? [] : [{ repository, place: { branch: place.branch, directory }, ...head }]),
  ];
  const offers = branches.flatMap((each) => listOffered(each, wanted));
  return {
    offers: Map.groupBy(offers, ({ entry }) => entry.fingerprint),
    branches,
    faults: [],
    problems: [],
  };
}

function listOffered(
  { place, tip, recorded }: Pick<OpenedBranch, 'place' | 'recorded'> & { readonly tip: string },
  wanted: ReadonlySet<string>,
): readonly OfferedEntry[] {
  const on = { kind: 'target', branch: place.branch, commit: tip } as const;
  return listEntries(recorded.lock, wanted)
    .filter(([, entry]) => hasFiles(entry, recorded.paths))
    .map(([id, entry]) => ({ on, id, entry }));
}
