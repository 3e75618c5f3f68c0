import type { Clock, Env } from '../shared/ports.ts';
import type { Result } from '../shared/result.ts';
import type { CallFault } from './call-github.ts';
import { createCaller } from './create-caller.ts';
import type { Repository } from './job-facts.ts';

/** An open pull request. */
export interface OpenPull {
  readonly number: number;
  /** Its page. */
  readonly url: string;
  readonly body: string;
}

/** A pull request, open or not. */
export interface LastPull extends Pick<OpenPull, 'number' | 'url'> {
  readonly isMerged: boolean;
}

/** From which branch of this repository to which one; short names. */
export interface PullBranches {
  readonly head: string;
  readonly base: string;
}

type Called<T> = Promise<Result<T, CallFault>>;

/** Pull requests between branches of this repository, with the job's token. */
export interface PullRequests {
  /** Undefined if none is open. */
  readonly find: (branches: PullBranches, signal: AbortSignal) => Called<OpenPull | undefined>;
  /** The one that was opened last, open or not; undefined if there never was one. */
  readonly findLast: (branches: PullBranches, signal: AbortSignal) => Called<LastPull | undefined>;
  readonly open: (
    branches: PullBranches,
    text: { readonly title: string; readonly body: string },
    signal: AbortSignal,
  ) => Called<OpenPull>;
  readonly update: (number: number, body: string, signal: AbortSignal) => Called<OpenPull>;
}

export interface PullRequestsDeps {
  readonly env: Env;
  readonly repository: Pick<Repository, 'owner' | 'name'>;
  readonly clock: Clock;
}

interface PullData {
  readonly number: number;
  readonly html_url: string;
  readonly body: string | null;
}

/** Opens pull requests with `token`, which must not be empty. */
export function createPullRequests(
  token: string,
  { env, repository, clock }: PullRequestsDeps,
): PullRequests {
  const at = { owner: repository.owner, repo: repository.name };
  const call = createCaller(token, { env, clock });
  return {
    find: async ({ head, base }, signal) =>
      await call(async ({ rest: { pulls } }) => {
        // Without its owner, GitHub does not filter by head.
        const wanted = { ...at, head: `${at.owner}:${head}`, base, state: 'open' as const };
        const { data } = await pulls.list({ ...wanted, request: { signal } });
        const [found] = data.filter((pull) => pull.head.ref === head);
        return found && describe(found);
      }),
    findLast: async ({ head, base }, signal) =>
      await call(async ({ rest: { pulls } }) => {
        const wanted = { ...at, head: `${at.owner}:${head}`, base, state: 'all' as const };
        const { data } = await pulls.list({ ...wanted, request: { signal } });
        const [last] = data.filter((pull) => pull.head.ref === head).toSorted((a, b) => b.number - a.number);
        return (
          last && { number: last.number, url: last.html_url, isMerged: (last.merged_at ?? null) !== null }
        );
      }),
    open: async ({ head, base }, { title, body }, signal) =>
      await call(async ({ rest: { pulls } }) =>
        describe((await pulls.create({ ...at, head, base, title, body, request: { signal } })).data),
      ),
    update: async (number, body, signal) =>
      await call(async ({ rest: { pulls } }) =>
        describe((await pulls.update({ ...at, pull_number: number, body, request: { signal } })).data),
      ),
  };
}

function describe({ number, html_url: url, body }: PullData): OpenPull {
  return { number, url, body: body ?? '' };
}
