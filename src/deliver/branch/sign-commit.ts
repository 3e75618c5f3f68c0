import { fetchCommit } from '../../git/fetch-commit.ts';
import { pushCommit } from '../../git/push.ts';
import { readFrame, type CommitContent } from '../../git/read-frame.ts';
import { stageRef } from '../../git/stage.ts';
import { retryOffline } from '../../git/retry-offline.ts';
import type { GitError, GitRepository, GitResult } from '../../git/types.ts';
import type { Result } from '../../shared/result.ts';
import { describeUnsigned, type CommitSigner } from './commit-signer.ts';
import type { TipError } from './read-tip.ts';
import type { BranchPlace, DeliverDeps } from './types.ts';

/**
 * Has GitHub make the same commit again, signed: same tree, same parents, same message. The objects go to the server under
 * a ref of their own, which is added to `stages` and must be removed with the push of the branch. Returns the signed
 * commit, which is in the private repository then.
 */
export async function signCommit(
  repository: GitRepository,
  commit: string,
  { signer, place, stages }: SigningDeps,
  deps: DeliverDeps,
): Promise<Result<string, TipError>> {
  const { clock, random, signal } = deps;
  const frame = await readFrame(repository, commit, signal);
  if (!frame.ok) return gitError(frame.error);
  const ref = stageRef(clock.now(), random);
  stages.push(ref);
  const pushed = await pushCommit(repository, { commit, ref }, signal);
  if (!pushed.ok && pushed.error.kind === 'refused')
    return unsigned(
      { kind: 'refused', why: `the server refuses the ref ${ref}: ${pushed.error.why}` },
      place,
    );
  if (!pushed.ok) return gitError(pushed.error);

  const answer = await signer.create(frame.value, signal);
  if (answer.kind === 'offline') return gitError(answer);
  if (answer.kind !== 'signed') return unsigned(answer, place);
  const fetched = await fetchPatiently(repository, answer.commit, deps);
  if (!fetched.ok) return gitError(fetched.error);
  const made = await readFrame(repository, answer.commit, signal);
  if (!made.ok) return gitError(made.error);
  if (isSame(made.value, frame.value)) return { ok: true, value: answer.commit };
  return unsigned(
    { kind: 'refused', why: `the commit ${answer.commit} has other content than asked for` },
    place,
  );
}

/** What signing needs besides the repository. */
export interface SigningDeps {
  readonly signer: CommitSigner;
  readonly place: Pick<BranchPlace, 'branch'>;
  /** Full names of refs on the remote that are to be removed in the end. */
  readonly stages: string[];
}

/** A commit that REST made a moment ago may not have reached each of the server's machines. */
async function fetchPatiently(
  repository: GitRepository,
  commit: string,
  deps: DeliverDeps,
): Promise<GitResult<void>> {
  const why = `the server does not have the commit ${commit}, which GitHub says it made`;
  const notYet: GitResult<boolean> = { ok: false, error: { kind: 'offline', why } };
  const fetched = await retryOffline(async () => {
    const found = await fetchCommit(repository, commit, deps.signal);
    return found.ok && !found.value ? notYet : found;
  }, deps);
  if (fetched.ok) return { ok: true, value: undefined };
  return fetched.error.why === why ? { ok: false, error: { kind: 'failed', why } } : fetched;
}

function isSame(made: CommitContent, wanted: CommitContent): boolean {
  return made.tree === wanted.tree && made.parents.join(' ') === wanted.parents.join(' ');
}

function unsigned(
  answer: Parameters<typeof describeUnsigned>[0],
  { branch }: Pick<BranchPlace, 'branch'>,
): Result<never, TipError> {
  const message = describeUnsigned(answer, branch);
  return { ok: false, error: { kind: 'unfit', problems: [{ severity: 'error', message }] } };
}

function gitError(error: GitError): Result<never, TipError> {
  return { ok: false, error: { kind: 'git', error } };
}
