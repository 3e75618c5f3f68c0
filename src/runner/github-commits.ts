import type { CommitSigner, SignedAnswer } from '../deliver/branch/commit-signer.ts';
import { startDeadline } from '../shared/deadline.ts';
import type { Clock, Env } from '../shared/ports.ts';
import type { Result } from '../shared/result.ts';
import type { CallFault } from './call-github.ts';
import type { GitHubClient } from './connect-github.ts';
import { createCaller } from './create-caller.ts';
import type { Repository } from './job-facts.ts';

type Rest = GitHubClient['rest'];
type Made = Awaited<ReturnType<Rest['git']['createCommit']>>['data'];

export interface SignerDeps {
  readonly env: Env;
  readonly repository: Pick<Repository, 'owner' | 'name'>;
  readonly clock: Clock;
}

/** GitHub ends a request by itself after ten seconds; more is a dead connection. */
const CALL_LIMIT_MS = 30_000;

/** Lets GitHub make commits: it signs those that an app's token makes without naming an author. Throws only the signal's reason. */
export function createSigner(token: string, { env, repository, clock }: SignerDeps): CommitSigner {
  const at = { owner: repository.owner, repo: repository.name };
  const callOnce = createCaller(token, { env, clock });

  async function call<T>(
    ask: (rest: Rest, request: { readonly signal: AbortSignal }) => Promise<T>,
    signal: AbortSignal,
  ): Promise<Result<T, CallFault>> {
    using limit = startDeadline(clock, CALL_LIMIT_MS, 'the request', signal);
    const request = { signal: limit.signal };
    const called = await callOnce(async ({ rest }) => await ask(rest, request));
    if (!called.ok) signal.throwIfAborted();
    return called;
  }
  return {
    create: async ({ tree, parents, message }, signal) =>
      judgeSigned(
        await call(async ({ git }, request) => {
          const order = { tree, parents: [...parents], message };
          return (await git.createCommit({ ...at, ...order, request })).data;
        }, signal),
      ),
    treeOf: async (commit, signal) => {
      const read = await call(
        async ({ git }, request) => (await git.getCommit({ ...at, commit_sha: commit, request })).data,
        signal,
      );
      return read.ok ? read.value.tree.sha : undefined;
    },
  };
}

/** What GitHub's answer means; pure. */
export function judgeSigned(made: Result<Pick<Made, 'sha' | 'verification'>, CallFault>): SignedAnswer {
  if (!made.ok) {
    const { kind, why } = made.error;
    return { kind: kind === 'failed' ? 'offline' : kind, why: `GitHub did not make the commit: ${why}` };
  }
  const { sha, verification } = made.value;
  if (verification.verified) return { kind: 'signed', commit: sha };
  return { kind: 'unsigned', why: `GitHub did not sign the commit (${verification.reason})` };
}
