import * as core from '@actions/core';
import { lookup } from 'node:dns/promises';
import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import * as z from 'zod';

import type { RepositoryFacts } from './references/types.ts';
import type { InputSource } from './inputs/read-inputs.ts';
import { startDeadline } from './shared/deadline.ts';
import { describeError } from './shared/describe-error.ts';
import { neutraliseLogText } from './shared/log-line.ts';
import type { Clock, Env, Log, Random, ResolveHost } from './shared/ports.ts';
import { formatProblem, type Problem } from './shared/problem.ts';

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
  /** Absolute path of the checked-out repository. */
  readonly workspace: string;
  /** Absolute path of a folder that lives as long as the job. */
  readonly temp: string;
  /** Aborted once the runner asks the step to stop. */
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
    workspace: env['GITHUB_WORKSPACE'] ?? process.cwd(),
    temp: env['RUNNER_TEMP'] ?? process.cwd(),
    stop: listenForStop(),
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

function listenForStop(): AbortSignal {
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGBREAK'] as const) {
    process.on(name, () => {
      stop.abort(new Error(`the step was stopped by ${name}`));
    });
  }
  return stop.signal;
}

function createRepositoryFacts(env: Env): RepositoryFacts {
  const [owner = '', name = ''] = (env['GITHUB_REPOSITORY'] ?? '').split('/');
  return {
    owner,
    name,
    sha: env['GITHUB_SHA'],
    serverUrl: env['GITHUB_SERVER_URL'] ?? 'https://github.com',
    visibility: async (signal) => await readVisibility(env, owner, name, signal),
  };
}

/** From the event, else asked of the REST API, else `private`: then bytes are sent, which always works. */
async function readVisibility(
  env: Env,
  owner: string,
  name: string,
  signal: AbortSignal,
): Promise<'public' | 'private'> {
  const fromEvent = await readEventRepository(env['GITHUB_EVENT_PATH']);
  if (fromEvent !== undefined) return fromEvent ? 'private' : 'public';
  const token = core.getInput('github-token');
  if (token === '' || owner === '') return 'private';
  const { getOctokit } = await import('@actions/github');
  using limit = startDeadline({ now: Date.now, sleep }, VISIBILITY_LIMIT_MS, 'the question', signal);
  try {
    const octokit = getOctokit(token, { baseUrl: env['GITHUB_API_URL'] ?? 'https://api.github.com' });
    const request = { signal: limit.signal };
    const { data } = await octokit.rest.repos.get({ owner, repo: name, request });
    return data.private ? 'private' : 'public';
  } catch (error) {
    core.info(neutraliseLogText(`Could not ask whether ${owner}/${name} is public: ${describeError(error)}`));
    return 'private';
  }
}

/** An answer that takes longer costs more time than sending the bytes. */
const VISIBILITY_LIMIT_MS = 10_000;

/** Whether the event's repository is private; undefined where there is no event that says so. */
async function readEventRepository(eventPath: string | undefined): Promise<boolean | undefined> {
  if (eventPath === undefined) return undefined;
  try {
    const event = eventSchema.safeParse(JSON.parse(await readFile(eventPath, 'utf8')));
    return event.data?.repository.private;
  } catch (error) {
    core.debug(neutraliseLogText(`The event cannot be read: ${describeError(error)}`));
    return undefined;
  }
}

const eventSchema = z.object({ repository: z.object({ private: z.boolean() }) });
