import { describeGitError } from '../../deliver/branch/describe-git-error.ts';
import { openPreview, readPreviews, type PreviewBranch } from '../../deliver/branch/read-previews.ts';
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
  /** By fingerprint. */
  readonly offers: ReadonlyMap<string, OfferedEntry>;
  /** The branches that they are on. */
  readonly branches: readonly OpenedBranch[];
  /** Why nothing is known of the branches; empty if they were read. */
  readonly faults: readonly Problem[];
  /** Warnings only. */
  readonly problems: readonly Problem[];
}

/** Nothing is offered. */
const NOTHING: FoundOffers = { offers: new Map(), branches: [], faults: [], problems: [] };

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
  const failed = (error: GitError): FoundOffers => {
    signal.throwIfAborted();
    const message = `The branches of \`adopt-from\` cannot be read: ${describeGitError(error, 'read', place, repository.remote)}`;
    return { ...NOTHING, faults: [{ severity: 'error', message }] };
  };
  const { directory } = place;
  const query = { repository, directory, isPreview: (name: string) => isPreview(inputs, name) };
  const read = await readPreviews(query, { ...world, signal });
  if (!read.ok) return failed(read.error);
  const { previews, unreadable } = read.value;
  const byName = new Map(previews.map((preview) => [preview.branch, preview]));
  const offers = previews.flatMap((preview) => listOffers(preview, wanted));
  const standings = await judgePulls(offers, inputs, world, signal);
  const ranked = rankOffers(offers, (name) => standings.get(name) ?? 'other');
  const chosen = new Map<string, OfferedEntry>();
  const opened = new Map<string, OpenedBranch>();
  for (const offer of ranked) {
    if (chosen.has(offer.entry.fingerprint)) continue;
    const preview = byName.get(offer.on.branch);
    if (preview === undefined) continue;
    const there = opened.get(preview.branch) ?? (await open(preview));
    if (there === undefined) continue;
    opened.set(preview.branch, there);
    if (isComplete(offer, there)) chosen.set(offer.entry.fingerprint, offer);
  }
  const problems = unreadable.map(({ branch: name, why }): Problem => ({
    severity: 'warning',
    message: `Branch ${quotePath(name)} is left out, so its pictures are not adopted: ${why}`,
  }));
  return { offers: chosen, branches: [...opened.values()], faults: [], problems };

  async function open(preview: PreviewBranch): Promise<OpenedBranch | undefined> {
    const there = await openPreview(repository, preview, directory, signal);
    if (!there.ok) world.log.info(`Cannot list the files of branch ${preview.branch}: ${there.error.why}`);
    return there.ok ? there.value : undefined;
  }
}

/** Whether all its files are on the branch. */
function isComplete({ entry }: Offer, { recorded }: OpenedBranch): boolean {
  return entry.files.every(({ path }) => recorded.paths.has(path));
}
