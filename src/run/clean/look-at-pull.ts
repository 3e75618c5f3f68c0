import type { ActionInputs } from '../../inputs/types.ts';
import type { PullFacts } from '../../plan/clean/judge-preview.ts';
import { isOlder, type AncestryPorts } from '../../runner/is-older.ts';

/** What is known about a pull request, and whether this run's commit has its merge. Throws the signal's reason. */
export async function lookAtPull(
  number: number,
  inputs: Pick<ActionInputs, 'githubToken' | 'spec'>,
  world: AncestryPorts,
  signal: AbortSignal,
): Promise<PullFacts | undefined> {
  const pull = await world.github(inputs.githubToken).pullState(number, signal);
  signal.throwIfAborted();
  if (pull?.kind !== 'closed') return pull;
  const { closedAtMs, mergeCommit } = pull;
  if (mergeCommit === undefined) return { kind: 'closed', closedAtMs };
  const { sha } = world.repository;
  const isIncluded =
    sha === undefined
      ? undefined
      : sha === mergeCommit || (await isOlder(mergeCommit, sha, inputs, world, signal));
  return { kind: 'closed', closedAtMs, merge: { isIncluded } };
}
