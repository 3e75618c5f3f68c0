import type { OpenedBranch } from '../../deliver/branch/types.ts';
import { listEntries } from '../../plan/adopt/rank-offers.ts';
import type { OfferedEntry } from '../../plan/types.ts';
import type { FoundOffers } from './find-offers.ts';

/**
 * The `wanted` pictures (fingerprints) that are on the branch which the run's own one is to be merged into; pure. Both
 * together count as there, but of an edit that both have, only the pictures of one do: if the spec goes back to what it asked
 * for before, the others are still on the target, and are copied from it instead of being paid for again.
 */
export function offerTarget(own: OpenedBranch | undefined, wanted: ReadonlySet<string>): FoundOffers {
  const { joined, place } = own ?? {};
  if (own === undefined || joined === undefined || place?.into === undefined)
    return { offers: new Map(), branches: [], faults: [], problems: [] };
  const { base: tip, tree, recorded } = joined;
  const on = { kind: 'target', branch: place.into, commit: tip } as const;
  const offers = listEntries(recorded.lock, wanted)
    .filter(([, { files }]) => files.every(({ path }) => recorded.paths.has(path)))
    .map(([id, entry]): OfferedEntry => ({ on, id, entry }));
  const target = {
    repository: own.repository,
    place: { branch: place.into, directory: place.directory },
    tip,
    tree,
    recorded,
  };
  return {
    offers: Map.groupBy(offers, ({ entry }) => entry.fingerprint),
    branches: [target],
    faults: [],
    problems: [],
  };
}
