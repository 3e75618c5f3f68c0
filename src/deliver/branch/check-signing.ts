import { retryOffline } from '../../git/retry-offline.ts';
import type { GitResult } from '../../git/types.ts';
import type { Problem } from '../../shared/problem.ts';
import { describeUnsigned, type CommitSigner, type SignedAnswer } from './commit-signer.ts';
import type { DeliverDeps, OpenedBranch } from './types.ts';

/**
 * Checks whether GitHub signs commits, by one with the files of `commit` that no branch will name. What rules of the branch
 * refuse shows only in a real push. If that commit cannot be read, nothing is known, and the delivery will show it.
 */
export async function checkSigning(
  { place }: Pick<OpenedBranch, 'place'>,
  commit: string | undefined,
  signer: CommitSigner,
  deps: DeliverDeps,
): Promise<readonly Problem[]> {
  const { signal } = deps;
  const tree = commit === undefined ? undefined : await signer.treeOf(commit, signal);
  if (commit === undefined || tree === undefined) return [];
  const order = { tree, parents: [commit], message: 'Check whether commits are signed' };
  const asked = await retryOffline(async (): Promise<GitResult<SignedAnswer>> => {
    const answer = await signer.create(order, signal);
    return answer.kind === 'offline' ? { ok: false, error: answer } : { ok: true, value: answer };
  }, deps);
  const answer = asked.ok ? asked.value : ({ kind: 'offline', why: asked.error.why } as const);
  if (answer.kind === 'signed') return [];
  return [{ severity: 'error', message: describeUnsigned(answer, place.branch) }];
}
