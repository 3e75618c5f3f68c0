import { describeGitError } from '../../deliver/branch/describe-git-error.ts';
import { openPreview, readPreviews, type Unreadable } from '../../deliver/branch/read-previews.ts';
import { quotePath } from '../../deliver/branch/branch-paths.ts';
import type { OpenedBranch } from '../../deliver/branch/types.ts';
import type { GitError } from '../../git/types.ts';
import type { ActionInputs } from '../../inputs/types.ts';
import { listOffers, rankOffers, type Offer } from '../../plan/adopt/rank-offers.ts';
import type { OfferedEntry } from '../../plan/types.ts';
import type { World } from '../../runner/world.ts';
import { matchesGlob } from '../../shared/glob.ts';
import type { Problem } from '../../shared/problem.ts';
import { judgePulls, type PullPorts } from './judge-pulls.ts';

/** The inputs that choose the branches. */
export type PreviewInputs = Pick<
  ActionInputs,
  'adoptFrom' | 'branch' | 'baseBranch' | 'githubToken' | 'spec'
>;

/** Pictures of preview branches that a plan may use. */
export interface FoundOffers {
  /** By fingerprint, the best first: the others are taken if it cannot be copied after all. Never an empty list. */
  readonly offers: ReadonlyMap<string, readonly OfferedEntry[]>;
  /** The branches that they are on. */
  readonly branches: readonly OpenedBranch[];
  /** Why not everything is known of the branches; empty if all were read. */
  readonly faults: readonly Problem[];
}

/** Nothing is offered. */
const NOTHING: FoundOffers = { offers: new Map(), branches: [], faults: [] };

/** How many branches are kept in mind for the same pictures. */
const MOST_OFFERS = 3;

/** Whether a branch is a preview according to the input `adopt-from`; the branches that are published never are. */
export function isPreview(
  { adoptFrom, branch, baseBranch }: Pick<ActionInputs, 'adoptFrom' | 'branch' | 'baseBranch'>,
  name: string,
): boolean {
  return name !== branch && name !== baseBranch && adoptFrom.some((glob) => matchesGlob(glob, name));
}

/**
 * Looks for the `wanted` pictures (fingerprints) on the branches of the input `adopt-from`. Asks nothing if none is wanted.
 * Throws the signal's reason.
 */
export async function findOffers(
  wanted: ReadonlySet<string>,
  branch: OpenedBranch | undefined,
  inputs: PreviewInputs,
  world: PullPorts & Pick<World, 'clock' | 'random' | 'log'>,
  signal: AbortSignal,
): Promise<FoundOffers> {
  if (branch === undefined || inputs.adoptFrom.length === 0 || wanted.size === 0) return NOTHING;
  const { repository, place } = branch;
  const failed = (what: string, error: GitError): FoundOffers => {
    signal.throwIfAborted();
    const message = `${what} cannot be read: ${describeGitError(error, 'read', place, repository.remote)}`;
    return { ...NOTHING, faults: [{ severity: 'error', message }] };
  };
  const { directory } = place;
  const query = { repository, directory, isPreview: (name: string) => isPreview(inputs, name) };
  const read = await readPreviews(query, { ...world, signal });
  if (!read.ok) return failed('The branches of `adopt-from`', read.error);
  const { previews, unreadable } = read.value;
  // Their pictures may be the ones that this run would pay for again.
  if (unreadable.length > 0) return { ...NOTHING, faults: unreadable.map(describeUnreadable) };
  const byName = new Map(previews.map((preview) => [preview.branch, preview]));
  const offers = previews.flatMap((preview) => listOffers(preview, wanted));
  const standings = await judgePulls(offers, inputs, world, signal);
  const ranked = rankOffers(offers, (name) => standings.get(name) ?? 'other');
  const chosen = new Map<string, OfferedEntry[]>();
  const opened = new Map<string, OpenedBranch>();
  for (const offer of ranked) {
    const known = chosen.get(offer.entry.fingerprint) ?? [];
    const preview = byName.get(offer.on.branch);
    if (known.length === MOST_OFFERS || preview === undefined) continue;
    let there = opened.get(preview.branch);
    if (there === undefined) {
      const opening = await openPreview(repository, preview, directory, signal);
      if (!opening.ok) return failed(`Branch ${quotePath(preview.branch)}`, opening.error);
      there = opening.value;
      opened.set(preview.branch, there);
    }
    if (isComplete(offer, there)) chosen.set(offer.entry.fingerprint, [...known, offer]);
  }
  return { offers: chosen, branches: [...opened.values()], faults: [] };
}

function describeUnreadable({ branch, why }: Unreadable): Problem {
  const message = `Branch ${quotePath(branch)} may have pictures to adopt, and its lock file cannot be read: ${why} Or remove the branch, or leave it out of \`adopt-from\`.`;
  return { severity: 'error', message };
}

/** Whether all its files are on the branch. */
function isComplete({ entry }: Offer, { recorded }: OpenedBranch): boolean {
  return entry.files.every(({ path }) => recorded.paths.has(path));
}
