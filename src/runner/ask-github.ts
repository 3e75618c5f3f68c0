import type { Step } from '../ledger/life/types.ts';
import { startDeadline } from '../shared/deadline.ts';
import { toSentence } from '../shared/sentence.ts';
import { describeError } from '../shared/describe-error.ts';
import type { Clock, Env, Log } from '../shared/ports.ts';
import { connectGitHub, type GitHubClient } from './connect-github.ts';
import type { Repository } from './job-facts.ts';
import type { CodeOrigin, RunnerEvent } from './read-event.ts';

/** Questions to GitHub that are asked with the job's token. */
export interface GitHub {
  /** `private` if it cannot be found out: then bytes are sent, which always works. */
  readonly visibility: (signal: AbortSignal) => Promise<'public' | 'private'>;
  /** Whether an attempt of another workflow run has certainly ended; undefined if that cannot be found out. */
  readonly isRunOver: (
    attempt: Pick<Step, 'runId' | 'attempt'>,
    signal: AbortSignal,
  ) => Promise<boolean | undefined>;
  /** Whether a job has certainly ended, by the id of its check run; undefined if that cannot be found out. */
  readonly isJobOver: (job: string, signal: AbortSignal) => Promise<boolean | undefined>;
  /** What time it is there (Unix ms), as clocks of runners may be wrong; undefined if that cannot be found out. */
  readonly serverTime: (signal: AbortSignal) => Promise<number | undefined>;
  /** Whether the commit `older` is an ancestor of `newer`; undefined if that cannot be found out. */
  readonly isAncestor: (older: string, newer: string, signal: AbortSignal) => Promise<boolean | undefined>;
  /** Whose code a pull request brings; `pull-request` if that cannot be found out. */
  readonly originOfPull: (number: number, signal: AbortSignal) => Promise<CodeOrigin>;
  /** Whether a pull request is open; undefined if that cannot be found out. */
  readonly pullState: (number: number, signal: AbortSignal) => Promise<PullState | undefined>;
}

/** A pull request as it is now. */
export type PullState =
  | { readonly kind: 'open' }
  | {
      readonly kind: 'closed';
      /** Unix ms. */
      readonly closedAtMs: number;
      /** The commit that brought it to its base branch; absent if it was closed without merging. */
      readonly mergeCommit?: string;
    };

export interface GitHubDeps {
  readonly env: Env;
  readonly repository: Pick<Repository, 'owner' | 'name'>;
  readonly readEvent: () => Promise<RunnerEvent>;
  readonly clock: Clock;
  readonly log: Log;
}

/** A longer wait would cost more time than the answer saves. */
const QUESTION_LIMIT_MS = 10_000;

type Rest = GitHubClient['rest'];

/** Asks with `token`; without one (empty), only what the event says is known. */
export function createGitHub(token: string, { env, repository, readEvent, clock, log }: GitHubDeps): GitHub {
  const { owner, name: repo } = repository;

  /** Undefined without an answer; the log says why. */
  async function ask<T>(
    what: string,
    signal: AbortSignal,
    question: (rest: Rest, request: { readonly signal: AbortSignal }) => Promise<T>,
  ): Promise<T | undefined> {
    if (token === '' || owner === '') return undefined;
    using limit = startDeadline(clock, QUESTION_LIMIT_MS, 'the question', signal);
    try {
      const { rest } = await connectGitHub(token, env);
      return await question(rest, { signal: limit.signal });
    } catch (error) {
      log.info(toSentence(`could not ask ${what}: ${describeError(error)}`));
      return undefined;
    }
  }
  return {
    visibility: async (signal) => {
      const isPrivate =
        (await readEvent()).isPrivate ??
        (await ask(`whether ${owner}/${repo} is public`, signal, async (rest, request) => {
          const { data } = await rest.repos.get({ owner, repo, request });
          return data.private;
        }));
      return isPrivate === false ? 'public' : 'private';
    },
    isRunOver: async ({ runId, attempt }, signal) => {
      if (!/^\d+$/.test(runId)) return undefined;
      return await ask(`whether run ${runId} has ended`, signal, async (rest, request) => {
        const { data } = await rest.actions.getWorkflowRun({ owner, repo, run_id: Number(runId), request });
        // A run is attempted again only after it has ended.
        return data.status === 'completed' || (data.run_attempt ?? 1) > attempt;
      });
    },
    isJobOver: async (job, signal) => {
      if (!/^\d+$/.test(job)) return undefined;
      return await ask(`whether job ${job} has ended`, signal, async (rest, request) => {
        const { data } = await rest.actions.getJobForWorkflowRun({
          owner,
          repo,
          job_id: Number(job),
          request,
        });
        return data.status === 'completed';
      });
    },
    serverTime: async (signal) => {
      const time = await ask('what time it is', signal, async (rest, request) => {
        // This question counts against no limit.
        const { headers } = await rest.rateLimit.get({ request });
        return Date.parse(headers.date ?? '');
      });
      return Number.isNaN(time) ? undefined : time;
    },
    isAncestor: async (older, newer, signal) => {
      const what = `whether commit ${newer} is newer than ${older}`;
      return await ask(what, signal, async (rest, request) => {
        const basehead = `${older}...${newer}`;
        const { data } = await rest.repos.compareCommitsWithBasehead({
          owner,
          repo,
          basehead,
          per_page: 1,
          request,
        });
        return data.status === 'ahead' || data.status === 'identical';
      });
    },
    originOfPull: async (number, signal) => {
      const what = `where pull request ${number} comes from`;
      const origin = await ask(what, signal, async (rest, request): Promise<CodeOrigin> => {
        const { data } = await rest.pulls.get({ owner, repo, pull_number: number, request });
        // GitHub gives no repository of the head if the fork was deleted.
        const head = data.head.repo as { readonly full_name: string } | null;
        const isOwn = head?.full_name.toLowerCase() === data.base.repo.full_name.toLowerCase();
        return isOwn ? { kind: 'own' } : { kind: 'fork', repository: head?.full_name };
      });
      return origin ?? { kind: 'pull-request', number };
    },
    pullState: async (number, signal) => {
      const what = `whether pull request ${number} is open`;
      return await ask(what, signal, async (rest, request): Promise<PullState | undefined> => {
        const { data } = await rest.pulls.get({ owner, repo, pull_number: number, request });
        if (data.state === 'open') return { kind: 'open' };
        const closedAtMs = Date.parse(data.closed_at ?? '');
        if (Number.isNaN(closedAtMs)) return undefined;
        const { merged, merge_commit_sha: commit } = data;
        return { kind: 'closed', closedAtMs, ...(merged && commit !== null && { mergeCommit: commit }) };
      });
    },
  };
}
