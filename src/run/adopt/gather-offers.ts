import type { OpenedBranch } from '../../deliver/branch/types.ts';
import type { OfferedEntry } from '../../plan/types.ts';
import type { World } from '../../runner/world.ts';
import type { Problem } from '../../shared/problem.ts';
import { findOffers, type PreviewInputs } from './find-offers.ts';
import { findPast } from './find-past.ts';
import type { FoundOffers } from './found-offers.ts';
import type { PullPorts } from './judge-pulls.ts';
import { offerTarget } from './offer-target.ts';

/** The branches that count as there. */
interface NearBranches {
  readonly branch: OpenedBranch;
  readonly base: OpenedBranch | undefined;
}

/**
 * Looks for the `wanted` pictures (fingerprints) wherever they may be copied from, the nearest places first: what is found
 * there is not asked for anywhere else. Throws the signal's reason.
 */
export async function gatherOffers(
  wanted: ReadonlySet<string>,
  { branch, base }: NearBranches,
  inputs: PreviewInputs,
  world: PullPorts & Pick<World, 'clock' | 'random' | 'log'>,
  signal: AbortSignal,
): Promise<FoundOffers> {
  const left = new Set(wanted);
  const places = [
    () => offerTarget(branch, left),
    async () => await findPast(branch, left, { ...world, signal }),
    async () => await findPast(base, left, { ...world, signal }),
    async () => await findOffers(left, branch, inputs, world, signal),
  ];
  const offers = new Map<string, readonly OfferedEntry[]>();
  const [branches, faults, problems]: [OpenedBranch[], Problem[], Problem[]] = [[], [], []];
  for (const look of places) {
    const found = await look();
    branches.push(...found.branches);
    faults.push(...found.faults);
    problems.push(...found.problems);
    for (const [fingerprint, same] of found.offers) {
      offers.set(fingerprint, same);
      left.delete(fingerprint);
    }
  }
  return { offers, branches, faults, problems };
}
