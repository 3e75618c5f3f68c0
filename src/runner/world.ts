import * as core from '@actions/core';
import type { getOctokit } from '@actions/github';
import { lookup } from 'node:dns/promises';
import { setTimeout as delay } from 'node:timers/promises';

import type { InputSource } from '../inputs/read-inputs.ts';
import type { Claimant } from '../ledger/life/types.ts';
import { listenForEnd } from './stop-signal.ts';
import { readEventPrivacy } from './read-event.ts';
import type { RepositoryFacts } from '../references/types.ts';
import { startDeadline } from '../shared/deadline.ts';
import { describeError } from '../shared/describe-error.ts';
import { neutraliseLogText } from '../shared/log-line.ts';
import type { Clock, Env, Log, Random, ResolveHost } from '../shared/ports.ts';
import { formatProblem, type Problem } from '../shared/problem.ts';

/** What the runner reads of a step while it goes and after it ended, even after a kill. */
export interface Actions extends InputSource {
  setOutput(name: string, value: string): void;
  /** State is handed from the main entry to the post entry of the same step. */
  saveState(name: string, value: string): void;
  /** Empty where nothing was saved. */
  getState(name: string): string;
  /** Shows a problem in the log and beside the line it is about. */
  readonly annotate: (problem: Problem) => void;
  /** Replaces the step's job summary. */
  writeSummary(markdown: string): Promise<void>;
}

/** The outside, as ports. Nothing else in `src/` reads the clock, the environment or chance. */
export interface World {
  readonly clock: Clock;
  readonly env: Env;
  readonly random: Random;
  readonly log: Log;
  readonly actions: Actions;
  readonly resolveHost: ResolveHost;
  readonly repository: RepositoryFacts;
  /** Whether an attempt of another workflow run has surely ended; undefined where that cannot be learned. */
  readonly isRunOver: (
    attempt: Pick<Claimant, 'runId' | 'attempt'>,
    signal: AbortSignal,
  ) => Promise<boolean | undefined>;
  /** Absolute path of the checked-out repository. */
  readonly workspace: string;
  /** Absolute path of a folder that lives as long as the job. */
  readonly temp: string;
  /** Aborted once the runner asks the step to stop, or an error came that nobody caught. */
  readonly stop: AbortSignal;
}

/** Builds the world from the runner's environment. Listens for the signals that end a step. */
export function createWorld(env: Env = process.env): World {
  // The artifact client reads it from here alone; each of its uploads in flight holds 8 MiB.
  process.env['ACTIONS_ARTIFACT_UPLOAD_CONCURRENCY'] ??= '2';
  return {
    clock: { now: Date.now, sleep },
    env,
    random: Math.random,
    log: createLog(),
    actions: createActions(env),
    resolveHost: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
    repository: createRepositoryFacts(env),
    isRunOver: async (attempt, signal) => await readRunEnd(env, attempt, signal),
    workspace: env['GITHUB_WORKSPACE'] ?? process.cwd(),
    temp: env['RUNNER_TEMP'] ?? process.cwd(),
    stop: listenForEnd(process),
  };
}

/** The longest wait that one timer can hold (2^31 - 1 ms); a longer one would fire at once. */
const LONGEST_TIMER_MS = 2_147_483_647;

async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  try {
    for (let leftMs = ms; leftMs > 0; leftMs -= LONGEST_TIMER_MS) {
      await delay(Math.min(leftMs, LONGEST_TIMER_MS), undefined, signal === undefined ? {} : { signal });
    }
  } finally {
    signal?.throwIfAborted(); // the reason itself, not the timer's AbortError around it
  }
}

function createLog(): Log {
  const print = (text: string): void => {
    core.info(neutraliseLogText(text));
  };
  return {
    info: print,
    debug: (text) => {
      core.debug(neutraliseLogText(text));
    },
    group: async (title, body) => await core.group(neutraliseLogText(title), body),
  };
}

function createActions(env: Env): Actions {
  return {
    getInput: (name) => core.getInput(name),
    setSecret: core.setSecret,
    setOutput: core.setOutput,
    saveState: core.saveState,
    getState: core.getState,
    annotate: (problem) => {
      // The runner's log shows no position of an annotation, so the text carries it as well.
      const show = problem.severity === 'error' ? core.error : core.warning;
      const { at } = problem;
      show(formatProblem(problem), at && { file: at.file, startLine: at.line, startColumn: at.column });
    },
    writeSummary: async (markdown) => {
      if (env['GITHUB_STEP_SUMMARY'] === undefined) return;
      await core.summary.addRaw(markdown).write({ overwrite: true });
    },
  };
}

function createRepositoryFacts(env: Env): RepositoryFacts {
  const { owner, name } = repositoryOf(env);
  return {
    owner,
    name,
    sha: env['GITHUB_SHA'],
    serverUrl: env['GITHUB_SERVER_URL'] ?? 'https://github.com',
    visibility: async (signal) => await readVisibility(env, signal),
  };
}

function repositoryOf(env: Env): { readonly owner: string; readonly name: string } {
  const [owner = '', name = ''] = (env['GITHUB_REPOSITORY'] ?? '').split('/');
  return { owner, name };
}

/** From the event, else asked of the REST API, else `private`: then bytes are sent, which always works. */
async function readVisibility(env: Env, signal: AbortSignal): Promise<'public' | 'private'> {
  const fromEvent = await readEventPrivacy(env['GITHUB_EVENT_PATH']).catch((error: unknown) => {
    core.debug(neutraliseLogText(`The event cannot be read: ${describeError(error)}`));
    return undefined;
  });
  if (fromEvent !== undefined) return fromEvent ? 'private' : 'public';
  const { owner, name: repo } = repositoryOf(env);
  const isPrivate = await askGitHub(
    env,
    signal,
    `whether ${owner}/${repo} is public`,
    async (rest, request) => {
      const { data } = await rest.repos.get({ owner, repo, request });
      return data.private;
    },
  );
  return isPrivate === false ? 'public' : 'private';
}

/** A run is attempted again only when it has ended. */
async function readRunEnd(
  env: Env,
  { runId, attempt }: Pick<Claimant, 'runId' | 'attempt'>,
  signal: AbortSignal,
): Promise<boolean | undefined> {
  const { owner, name: repo } = repositoryOf(env);
  if (!/^\d+$/.test(runId)) return undefined;
  return await askGitHub(env, signal, `whether run ${runId} has ended`, async (rest, request) => {
    const { data } = await rest.actions.getWorkflowRun({ owner, repo, run_id: Number(runId), request });
    return data.status === 'completed' || (data.run_attempt ?? 1) > attempt;
  });
}

/** An answer that takes longer costs more time than it is worth. */
const QUESTION_LIMIT_MS = 10_000;

type Rest = ReturnType<typeof getOctokit>['rest'];

/** Asks the REST API with the job's token; undefined where there is none, or no answer: that is told in the log. */
async function askGitHub<T>(
  env: Env,
  signal: AbortSignal,
  what: string,
  ask: (rest: Rest, request: { readonly signal: AbortSignal }) => Promise<T>,
): Promise<T | undefined> {
  const token = core.getInput('github-token');
  if (token === '' || repositoryOf(env).owner === '') return undefined;
  const { getOctokit } = await import('@actions/github');
  using limit = startDeadline({ now: Date.now, sleep }, QUESTION_LIMIT_MS, 'the question', signal);
  try {
    const octokit = getOctokit(token, { baseUrl: env['GITHUB_API_URL'] ?? 'https://api.github.com' });
    return await ask(octokit.rest, { signal: limit.signal });
  } catch (error) {
    core.info(neutraliseLogText(`Could not ask ${what}: ${describeError(error)}`));
    return undefined;
  }
}
