import type { Clock, Env, Log } from '../shared/ports.ts';
import type { Result } from '../shared/result.ts';
import type { CallFault } from './call-github.ts';
import type { GitHubClient } from './connect-github.ts';
import { createCaller } from './create-caller.ts';
import type { Repository } from './job-facts.ts';
import type { PullHead } from './read-event.ts';

/** A comment on a pull request. */
export interface PullComment {
  readonly id: number;
  /** The login, e.g. `github-actions[bot]`; empty if the account was deleted. */
  readonly author: string;
  readonly body: string;
}

type Called<T> = Promise<Result<T, CallFault>>;

/** Comments on pull requests, with the job's token. */
export interface PullComments {
  /** Whose token it is: the author of what is written with it. */
  readonly self: (signal: AbortSignal) => Called<string>;
  /** Number of the open pull request whose head is this commit; undefined if there is none. */
  readonly findPull: (head: PullHead, signal: AbortSignal) => Called<number | undefined>;
  /** The first comment, on any page, of which `isWanted` holds. */
  readonly find: (
    pull: number,
    isWanted: (comment: PullComment) => boolean,
    signal: AbortSignal,
  ) => Called<PullComment | undefined>;
  /** All comments, on any page, of which `isWanted` holds, the oldest first. */
  readonly findAll: (
    pull: number,
    isWanted: (comment: PullComment) => boolean,
    signal: AbortSignal,
  ) => Called<readonly PullComment[]>;
  /** Gives the comment's page. */
  readonly create: (pull: number, body: string, signal: AbortSignal) => Called<string>;
  /** Gives the comment's page. */
  readonly update: (id: number, body: string, signal: AbortSignal) => Called<string>;
  /** It is no fault if it is gone already. */
  readonly remove: (id: number, signal: AbortSignal) => Called<void>;
}

export interface PullCommentsDeps {
  readonly env: Env;
  readonly repository: Pick<Repository, 'owner' | 'name'>;
  readonly clock: Clock;
  readonly log: Log;
}

/** Who comments with a job's own token. */
const JOB_BOT = 'github-actions[bot]';

/** As many comments as GitHub gives at once. */
const PAGE = 100;

/** Comments with `token`, which must not be empty. */
export function createPullComments(
  token: string,
  { env, repository, clock, log }: PullCommentsDeps,
): PullComments {
  const at = { owner: repository.owner, repo: repository.name };
  const call = createCaller(token, { env, clock });
  return {
    self: async (signal) => {
      const request = { signal };
      // REST does not say this to a job's own token; GraphQL says it to every token.
      const viewer = await call(async ({ graphql }) => {
        const answer = await graphql<{ readonly viewer: { readonly login: string } }>(
          '{ viewer { login } }',
          { request },
        );
        return answer.viewer.login;
      });
      // What passes must not decide it: with a wrong answer, the comment is not found, and a second one is written.
      if (viewer.ok || viewer.error.kind === 'failed') return viewer;
      const user = await call(
        async ({ rest }) => (await rest.users.getAuthenticated({ request })).data.login,
      );
      if (user.ok || user.error.kind === 'failed') return user;
      log.debug(`It is not known whose token it is (${user.error.why}), so it counts as a job's own.`);
      return { ok: true, value: JOB_BOT };
    },
    findPull: async ({ owner, branch, sha }, signal) =>
      await call(async ({ rest }) => {
        const head = `${owner}:${branch}`;
        const { data } = await rest.pulls.list({
          ...at,
          head,
          state: 'open',
          per_page: PAGE,
          request: { signal },
        });
        return data.find((pull) => pull.head.sha === sha)?.number;
      }),
    find: async (pull, isWanted, signal) =>
      await call(async (client) => {
        for await (const comments of listPages(client, pull, signal)) {
          const found = comments.find(isWanted);
          if (found !== undefined) return found;
        }
        return undefined;
      }),
    findAll: async (pull, isWanted, signal) =>
      await call(async (client) => {
        const found: PullComment[] = [];
        for await (const comments of listPages(client, pull, signal))
          found.push(...comments.filter(isWanted));
        return found.toSorted((a, b) => a.id - b.id);
      }),
    create: async (pull, body, signal) =>
      await call(async ({ rest }) => {
        const request = { signal };
        return (await rest.issues.createComment({ ...at, issue_number: pull, body, request })).data.html_url;
      }),
    update: async (id, body, signal) =>
      await call(async ({ rest }) => {
        const request = { signal };
        return (await rest.issues.updateComment({ ...at, comment_id: id, body, request })).data.html_url;
      }),
    remove: async (id, signal) =>
      await call(async ({ rest }) => {
        try {
          await rest.issues.deleteComment({ ...at, comment_id: id, request: { signal } });
        } catch (error) {
          if ((error as { readonly status?: number }).status !== 404) throw error;
        }
      }),
  };

  async function* listPages(
    { rest, paginate }: GitHubClient,
    pull: number,
    signal: AbortSignal,
  ): AsyncGenerator<readonly PullComment[]> {
    const question = { ...at, issue_number: pull, per_page: PAGE, request: { signal } };
    for await (const { data } of paginate.iterator(rest.issues.listComments, question))
      yield data.map(({ id, user, body }) => ({ id, author: user?.login ?? '', body: body ?? '' }));
  }
}
