import * as core from '@actions/core';
import { statfs } from 'node:fs/promises';
import path from 'node:path';

import type { InputSource } from '../inputs/read-inputs.ts';
import { lazily } from '../shared/lazily.ts';
import { neutraliseLogText } from '../shared/log-line.ts';
import type { Clock, Env, Log, Random, ResolveHost } from '../shared/ports.ts';
import { formatProblem, type Problem } from '../shared/problem.ts';
import type { CommitSigner } from '../deliver/branch/commit-signer.ts';
import { createGitHub, type GitHub } from './ask-github.ts';
import { systemClock } from './clock.ts';
import { createSigner } from './github-commits.ts';
import { readJobFacts, readRepository, readText, type JobFacts, type Repository } from './job-facts.ts';
import { findOwnProcess, type OwnProcess } from './own-process.ts';
import { createPullComments, type PullComments } from './pull-comments.ts';
import { createPullRequests, type PullRequests } from './pull-requests.ts';
import { findEvent, readEvent, type RunnerEvent } from './read-event.ts';
import { createStepState, type StepStateStore } from './step-state.ts';
import { listenForStop } from './stop-signal.ts';

/** What the runner reads of a step while it runs and after it ended, even after a kill. */
export interface Actions extends InputSource {
  setOutput(name: string, value: string): void;
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
  /** Handed from the main entry to the post entry. */
  readonly state: StepStateStore;
  readonly resolveHost: ResolveHost;
  readonly repository: Repository;
  readonly job: JobFacts;
  readonly process: OwnProcess;
  readonly readEvent: () => Promise<RunnerEvent>;
  /** Asks GitHub with a token, which may be empty. */
  readonly github: (token: string) => GitHub;
  /** Comments on pull requests with a token, which must not be empty. */
  readonly pullComments: (token: string) => PullComments;
  /** Opens pull requests with a token, which must not be empty. */
  readonly pullRequests: (token: string) => PullRequests;
  /** Has GitHub make and sign commits with a token. */
  readonly commitSigner: (token: string) => CommitSigner;
  /** Absolute path of the checked-out repository. */
  readonly workspace: string;
  /** Absolute path of a folder that lives as long as the job. */
  readonly temp: string;
  /** Absolute path of the engine for renditions, beside the bundle. */
  readonly engineFolder: string;
  /** Aborted once the runner asks the step to stop, or after an error that nothing caught. */
  readonly stop: AbortSignal;
  /** Bytes that are free on the disk of a folder; undefined if the system does not say. */
  readonly freeBytes: (folder: string) => Promise<number | undefined>;
}

/** Builds the world from the runner's environment. Listens for the signals that end a step. */
export function createWorld(env: Env = process.env): World {
  // The artifact client reads it only from here; each of its uploads in flight holds 4 MiB.
  process.env['ACTIONS_ARTIFACT_UPLOAD_CONCURRENCY'] ??= '3';
  const repository = readRepository(env);
  const log = createLog();
  const source = findEvent(env);
  // `@actions/github` parses that file when it is loaded, and throws if it is empty. The event is read here.
  delete process.env['GITHUB_EVENT_PATH'];
  const event = lazily(async (): Promise<RunnerEvent> => await Promise.resolve(readEvent(source, log)));
  return {
    clock: systemClock,
    env,
    random: Math.random,
    log,
    actions: createActions(env),
    state: createStepState(core),
    resolveHost,
    repository,
    job: readJobFacts(env, repository),
    process: findOwnProcess(),
    readEvent: event,
    github: (token) => createGitHub(token, { env, repository, readEvent: event, clock: systemClock, log }),
    pullComments: (token) => createPullComments(token, { env, repository, clock: systemClock, log }),
    pullRequests: (token) => createPullRequests(token, { env, repository, clock: systemClock }),
    commitSigner: (token) => createSigner(token, { env, repository, clock: systemClock }),
    workspace: readText(env, 'GITHUB_WORKSPACE', process.cwd()),
    temp: readText(env, 'RUNNER_TEMP', process.cwd()),
    engineFolder: path.resolve(path.dirname(process.argv[1] ?? ''), '../engine'),
    stop: listenForStop(process),
    freeBytes,
  };
}

async function resolveHost(host: string): Promise<readonly string[]> {
  const { lookup } = await import('node:dns/promises');
  return (await lookup(host, { all: true })).map(({ address }) => address);
}

async function freeBytes(folder: string): Promise<number | undefined> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    return undefined;
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
