import type { ActionInputs } from '../../inputs/types.ts';
import { listContested, type Offer, type Standing } from '../../plan/adopt/rank-offers.ts';
import type { PullState } from '../../runner/ask-github.ts';
import { isOlder, type AncestryPorts } from '../../runner/is-older.ts';

export type PullPorts = AncestryPorts;

/** Each pull request may take a request or two; about any more, nothing is known. */
const MOST_ASKED = 30;

/**
 * How the pull requests stand whose branches offer the same pictures, by branch. Asks nothing if each picture is offered
 * once. Throws the signal's reason.
 */
export async function judgePulls(
  offers: readonly Offer[],
  inputs: Pick<ActionInputs, 'githubToken' | 'spec'>,
  world: PullPorts,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Standing>> {
  const contested = listContested(offers);
  const previews = new Map(
    offers.flatMap(({ on, preview }) =>
      preview !== undefined && contested.has(on.branch) ? [[on.branch, preview] as const] : [],
    ),
  );
  const { sha } = world.repository;
  if (previews.size === 0 || sha === undefined) return new Map();
  const github = world.github(inputs.githubToken);
  // Whether a pull request is open matters only beside others: one of which nothing is known comes after closed ones.
  const standings = new Map<string, Standing>([...previews.keys()].map((branch) => [branch, 'unknown']));
  for (const [branch, { pullRequest, commit }] of [...previews].slice(0, MOST_ASKED)) {
    const pull = await github.pullState(pullRequest, signal);
    signal.throwIfAborted();
    if (pull !== undefined) standings.set(branch, judge(pull));
    // Without the right to ask about pull requests, a merge commit still shows what it merged.
    else if (commit !== undefined && (await isOlder(commit, sha, inputs, world, signal)) === true)
      standings.set(branch, 'merged-here');
  }
  return standings;

  function judge(pull: PullState): Standing {
    if (pull.kind === 'open') return 'open';
    return pull.mergeCommit === sha ? 'merged-here' : 'other';
  }
}
