import { retryOffline } from '../../git/retry-offline.ts';
import type { Result } from '../../shared/result.ts';
import { readJoinedTip } from './read-joined-tip.ts';
import type { TipError } from './read-tip.ts';
import type { BranchTip, DeliverDeps, OpenedBranch } from './types.ts';

/** Reads what is on the branch by now; each question is asked again for a while if the server does not answer. */
export async function readTipAgain(
  { repository, place }: Pick<OpenedBranch, 'repository' | 'place'>,
  deps: DeliverDeps,
): Promise<Result<BranchTip, TipError>> {
  return await readJoinedTip(
    repository,
    place,
    deps.signal,
    async (question) => await retryOffline(question, deps),
  );
}
