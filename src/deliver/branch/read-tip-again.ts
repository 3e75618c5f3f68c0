import { retryOffline } from '../../git/retry-offline.ts';
import type { Result } from '../../shared/result.ts';
import { readTip, type TipError } from './read-tip.ts';
import type { BranchTip, DeliverDeps, OpenedBranch } from './types.ts';

/** Reads what is on the branch by now; each question is asked again for a while if the server does not answer. */
export async function readTipAgain(
  { repository, place }: Pick<OpenedBranch, 'repository' | 'place'>,
  deps: DeliverDeps,
): Promise<Result<BranchTip, TipError>> {
  return await readTip(
    repository,
    place,
    deps.signal,
    async (question) => await retryOffline(question, deps),
  );
}
