import { quotePath } from '../../deliver/branch/branch-paths.ts';
import type { OpenedBranch } from '../../deliver/branch/types.ts';
import type { ActionInputs } from '../../inputs/types.ts';
import type { World } from '../../runner/world.ts';
import type { Problem } from '../../shared/problem.ts';

/**
 * A warning if the branch of a pull request that was never merged is gone: pictures that only it had are about to be paid for
 * again. Says nothing if GitHub does not answer. Throws the signal's reason.
 */
export async function warnOfLostHead(
  branch: Pick<OpenedBranch, 'tip' | 'place'> | undefined,
  { githubToken }: Pick<ActionInputs, 'githubToken'>,
  world: Pick<World, 'pullRequests'>,
  signal: AbortSignal,
): Promise<readonly Problem[]> {
  if (branch?.place.into === undefined || branch.tip !== undefined) return [];
  const { branch: head, into: base } = branch.place;
  const last = await world.pullRequests(githubToken).findLast({ head, base }, signal);
  signal.throwIfAborted();
  if (!last.ok || last.value === undefined || last.value.isMerged) return [];
  const { number, url } = last.value;
  const message = `Branch ${quotePath(head)} was deleted, and its pull request ${number} was not merged, so pictures that only it had are made and paid for again. To use them instead, cancel the run and restore the branch: ${url}`;
  return [{ severity: 'warning', message }];
}
