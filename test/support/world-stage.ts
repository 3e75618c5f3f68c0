import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { ActionInputs } from '../../src/inputs/types.ts';
import type { Env } from '../../src/shared/ports.ts';
import type { Problem } from '../../src/shared/problem.ts';
import { readJobFacts, readRepository } from '../../src/runner/job-facts.ts';
import { findEvent, readEvent } from '../../src/runner/read-event.ts';
import { createPullComments } from '../../src/runner/pull-comments.ts';
import { createStepState } from '../../src/runner/step-state.ts';
import { createPullRequests } from '../../src/runner/pull-requests.ts';
import type { World } from '../../src/runner/world.ts';
import { ENGINE_FOLDER } from './engine-folder.ts';
import { realClock } from './clocks.ts';
import { plainPicture } from './plain-picture.ts';

/** A world of plain objects around real folders, and what the runner got in it. */
export interface WorldStage extends AsyncDisposable {
  readonly world: World;
  readonly lines: string[];
  readonly outputs: Record<string, string>;
  readonly state: Record<string, string>;
  readonly annotations: Problem[];
  readonly summaries: string[];
  /** As the runner's signal would. */
  stop(): void;
}

const scopes = Buffer.from(JSON.stringify({ scp: 'Actions.Results:run:job' })).toString('base64url');

/** What a runner sets for the artifact service. The client reads its own variables from the process, where none are set. */
const RUNNER = {
  ACTIONS_RUNTIME_TOKEN: `e30.${scopes}.signature`,
  ACTIONS_RESULTS_URL: 'http://127.0.0.1:1/',
};

/** Makes a workspace with the given spec and a picture `a.png`; sockets are real, and so is time unless a clock is given. */
export async function createWorldStage(spec: string, env: Env = {}, clock = realClock): Promise<WorldStage> {
  const root = await mkdtemp(path.join(tmpdir(), 'world-'));
  const workspace = path.join(root, 'workspace');
  const temp = path.join(root, 'temp');
  await mkdir(workspace);
  await mkdir(temp);
  await writeFile(path.join(workspace, 'edits.yml'), spec);
  await writeFile(path.join(workspace, 'a.png'), await plainPicture(60, 40, '#936'));
  const stop = new AbortController();
  const repository = readRepository({ GITHUB_REPOSITORY: 'acme/shop', ...env });
  const seen = {
    lines: [] as string[],
    outputs: {} as Record<string, string>,
    state: {} as Record<string, string>,
    annotations: [] as Problem[],
    summaries: [] as string[],
  };
  const info = (text: string): void => {
    seen.lines.push(...text.split('\n'));
  };
  const log: World['log'] = { info, debug: info, group: async (_title, body) => await body() };
  const world: World = {
    clock,
    env: { ...RUNNER, ...env },
    random: Math.random,
    log,
    actions: {
      getInput: () => '',
      setSecret: () => undefined,
      setOutput: (name, value) => (seen.outputs[name] = value),
      annotate: (problem) => seen.annotations.push(problem),
      writeSummary: async (markdown) => {
        await Promise.resolve();
        seen.summaries.push(markdown);
      },
    },
    resolveHost: async () => await Promise.resolve(['93.184.215.14']),
    state: createStepState({
      saveState: (name, value) => {
        seen.state[name] = value;
      },
      getState: (name) => seen.state[name] ?? '',
    }),
    repository,
    job: readJobFacts(env, repository),
    process: { name: undefined, isOver: () => false },
    readEvent: async () => await Promise.resolve(readEvent(findEvent(env), log)),
    github: () => ({
      originOfPull: async (number) => await Promise.resolve({ kind: 'pull-request', number }),
      visibility: async () => await Promise.resolve('private'),
      isJobOver: async () => {
        await Promise.resolve();
      },
      isRunOver: async () => {
        await Promise.resolve(undefined);
      },
      isAncestor: async () => {
        await Promise.resolve(undefined);
      },
      pullState: async () => {
        await Promise.resolve(undefined);
      },
      serverTime: async () => await Promise.resolve(Date.now()),
    }),
    pullComments: (token) => createPullComments(token, { env, repository, clock, log }),
    pullRequests: (token) => createPullRequests(token, { env, repository, clock }),
    commitSigner: () => ({
      create: async () => await Promise.resolve({ kind: 'offline', why: 'no GitHub is here' }),
      treeOf: async () => {
        await Promise.resolve(undefined);
      },
    }),
    workspace,
    temp,
    engineFolder: ENGINE_FOLDER,
    stop: stop.signal,
    freeBytes: async () => {
      await Promise.resolve(undefined);
    },
  };
  return {
    ...seen,
    world,
    stop: () => {
      stop.abort(new Error('the step was stopped by SIGINT'));
    },
    [Symbol.asyncDispose]: async () => {
      await rm(root, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Inputs as action.yml defaults them, for a service at `apiUrl`. */
export function testInputs(apiUrl: string, changes: Partial<ActionInputs> = {}): ActionInputs {
  return {
    mode: { kind: 'apply' },
    spec: 'edits.yml',
    apiToken: 'rc-secret',
    apiUrl,
    githubToken: '',
    deliver: ['artifact'],
    artifactContents: 'new',
    branch: 'assets',
    adoptFrom: [],
    branchDirectory: '',
    commitMessage: 'Update the pictures',
    signCommits: false,
    prune: false,
    takesOnBranch: false,
    gallery: false,
    force: [],
    artifactName: 'pictures',
    maxParallel: 8,
    timeoutMs: 60_000,
    failOn: 'any',
    references: 'auto',
    outputHosts: [],
    ledger: 'none' as const,
    onUnknown: 'hold' as const,
    onTimeout: 'cancel' as const,
    only: [],
    untrackedFiles: [],
    comment: false,
    allowForks: false,
    ...changes,
  };
}
