import type { getOctokit } from '@actions/github';
import { readFile } from 'node:fs/promises';
import * as z from 'zod';

import type { Claimant } from '../ledger/life/types.ts';
import { startDeadline } from '../shared/deadline.ts';
import { describeError } from '../shared/describe-error.ts';
import type { Clock, Env, Log } from '../shared/ports.ts';
import { readText, type Repository } from './job-facts.ts';

/** Questions to GitHub that are asked with the job's token. */
export interface GitHub {
  /** `private` if it cannot be found out: then bytes are sent, which always works. */
  readonly visibility: (signal: AbortSignal) => Promise<'public' | 'private'>;
  /** Whether an attempt of another workflow run has certainly ended; undefined if that cannot be found out. */
  readonly isRunOver: (
    attempt: Pick<Claimant, 'runId' | 'attempt'>,
    signal: AbortSignal,
  ) => Promise<boolean | undefined>;
}

export interface GitHubDeps {
  readonly env: Env;
  readonly repository: Pick<Repository, 'owner' | 'name'>;
  readonly clock: Clock;
  readonly log: Log;
}

/** A longer wait would cost more time than the answer saves. */
const QUESTION_LIMIT_MS = 10_000;

type Rest = ReturnType<typeof getOctokit>['rest'];

/** Asks with `token`; without one (empty), only what the event says is known. */
export function createGitHub(token: string, { env, repository, clock, log }: GitHubDeps): GitHub {
  const { owner, name: repo } = repository;

  /** Undefined without an answer; the log says why. */
  async function ask<T>(
    what: string,
    signal: AbortSignal,
    question: (rest: Rest, request: { readonly signal: AbortSignal }) => Promise<T>,
  ): Promise<T | undefined> {
    if (token === '' || owner === '') return undefined;
    const { getOctokit } = await import('@actions/github');
    using limit = startDeadline(clock, QUESTION_LIMIT_MS, 'the question', signal);
    try {
      const octokit = getOctokit(token, {
        baseUrl: readText(env, 'GITHUB_API_URL', 'https://api.github.com'),
      });
      return await question(octokit.rest, { signal: limit.signal });
    } catch (error) {
      log.info(`Could not ask ${what}: ${describeError(error)}`);
      return undefined;
    }
  }
  return {
    visibility: async (signal) => {
      const isPrivate =
        (await readEventPrivacy(env, log)) ??
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
  };
}

const eventSchema = z.object({ repository: z.object({ private: z.boolean() }) });

/** Whether the event's repository is private; undefined if there is no event that says so. */
async function readEventPrivacy(env: Env, log: Log): Promise<boolean | undefined> {
  const file = env['GITHUB_EVENT_PATH'];
  if (file === undefined) return undefined;
  try {
    const event = eventSchema.safeParse(JSON.parse(await readFile(file, 'utf8')));
    return event.data?.repository.private;
  } catch (error) {
    log.debug(`Could not read the event: ${describeError(error)}`);
    return undefined;
  }
}
