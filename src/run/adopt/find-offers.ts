import { hasFiles } from '../../lock/has-files.ts';
import { describeGitError } from '../../deliver/branch/describe-git-error.ts';
import {
  openPreview,
  type PreviewBranch,
  type Unreadable,
  type UnseenBranch,
} from '../../deliver/branch/read-previews.ts';
import { quotePath } from '../../deliver/branch/branch-paths.ts';
import type { BranchPlace, OpenedBranch } from '../../deliver/branch/types.ts';
import type { GitError } from '../../git/types.ts';
import type { ActionInputs } from '../../inputs/types.ts';
import { listOffers, rankOffers } from '../../plan/adopt/rank-offers.ts';
import type { OfferedEntry } from '../../plan/types.ts';
import type { World } from '../../runner/world.ts';
import { listSome } from '../../shared/list-some.ts';
import type { Problem } from '../../shared/problem.ts';
import { NOTHING_OFFERED, type FoundOffers } from './found-offers.ts';
import { judgePulls, type PullPorts } from './judge-pulls.ts';
import { readAdoptable, type AdoptInputs } from './read-adoptable.ts';

/** The inputs that choose the branches. */
export type PreviewInputs = AdoptInputs & Pick<ActionInputs, 'githubToken' | 'spec'>;

/** How many branches are kept in mind for the same pictures. */
const MOST_OFFERS = 3;

/**
 * Looks for the `wanted` pictures (fingerprints) on the branches of the input `adopt-from`. Asks nothing if none is wanted.
 * Throws the signal's reason.
 */
export async function findOffers(
  wanted: ReadonlySet<string>,
  branch: OpenedBranch,
  inputs: PreviewInputs,
  world: PullPorts & Pick<World, 'clock' | 'random' | 'log'>,
  signal: AbortSignal,
): Promise<FoundOffers> {
  if (inputs.adoptFrom.length === 0 || wanted.size === 0) return NOTHING_OFFERED;
  const { repository, place } = branch;
  const read = await readAdoptable(branch, inputs, { ...world, signal });
  if (!read.ok) return { ...NOTHING_OFFERED, faults: [read.error] };
  const { previews, unreadable, unseen } = read.value;
  // Their pictures may be the ones that this run would pay for again.
  if (unreadable.length > 0) return { ...NOTHING_OFFERED, faults: unreadable.map(describeUnreadable) };
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
      const opening = await openPreview(repository, preview, place.directory, signal);
      signal.throwIfAborted();
      if (!opening.ok)
        return { ...NOTHING_OFFERED, faults: [describeUnlisted(preview, opening.error, branch)] };
      there = opening.value;
      opened.set(preview.branch, there);
    }
    if (hasFiles(offer.entry, there.recorded.paths)) chosen.set(offer.entry.fingerprint, [...known, offer]);
  }
  const isAllOffered = [...wanted].every((each) => chosen.has(each));
  const problems = isAllOffered ? [] : describeUnseen(unseen, place);
  return { offers: chosen, branches: [...opened.values()], faults: [], problems };
}

function describeUnlisted(
  { branch }: PreviewBranch,
  error: GitError,
  { place, repository }: OpenedBranch,
): Problem {
  const message = describeGitError(error, 'read', { ...place, branch }, repository.remote);
  return { severity: 'error', message };
}

function describeUnreadable({ branch, why }: Unreadable): Problem {
  const message = `Branch ${quotePath(branch)} may have pictures to adopt, and its lock file cannot be read: ${why} Or remove the branch, or leave it out of \`adopt-from\`.`;
  return { severity: 'error', message };
}

/** Warnings about branches whose pictures are made and paid for again if they are what the spec asks for. */
function describeUnseen(
  unseen: readonly UnseenBranch[],
  { directory }: Pick<BranchPlace, 'directory'>,
): readonly Problem[] {
  const named = (kind: UnseenBranch['kind']): readonly string[] =>
    unseen.flatMap((each) => (each.kind === kind ? [quotePath(each.branch)] : []));
  const [deleted, without] = [named('deleted'), named('no-lock')];
  const where = directory === '' ? 'at the root' : `in ${quotePath(directory)}`;
  return [
    ...(deleted.length === 0
      ? []
      : [
          `Deleted while this run read it, so that its pictures are not adopted: ${listSome(deleted, MOST_NAMED)}. Edits that only such a branch had are made and paid for again.`,
        ]),
    ...(without.length === 0
      ? []
      : [
          `No lock file ${where}, so that the pictures of the branch are not seen: ${listSome(without, MOST_NAMED)}. If it is a preview, give its workflow the same \`branch-directory\`; otherwise leave the branch out of \`adopt-from\`.`,
        ]),
  ].map((message) => ({ severity: 'warning', message }));
}

/** How many branches a warning names. */
const MOST_NAMED = 5;
