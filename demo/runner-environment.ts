import path from 'node:path';

import { evaluateTemplate } from './evaluate-expression.ts';
import type { Contexts } from './evaluate-expression.ts';
import type { ActionMetadata } from './action-metadata.ts';

/** The run that a step belongs to, as far as the action can see it. */
export interface RunFacts {
  readonly repository: string;
  readonly sha: string;
  readonly runId: string;
  readonly attempt: number;
  readonly token: string;
  readonly jobIndex: number;
  readonly jobTotal: number;
  /** The id of the job's check run. */
  readonly checkRunId?: number;
}

/** A first attempt of a push to a repository that does not exist. */
export const defaultRunFacts: RunFacts = {
  repository: 'acme/storefront',
  sha: '0123456789abcdef0123456789abcdef01234567',
  runId: '4711',
  attempt: 1,
  token: 'ghs_a-token-that-opens-nothing',
  jobIndex: 0,
  jobTotal: 1,
};

/** Where the runner keeps what belongs to one step. All paths are absolute. */
export interface StepFiles {
  readonly workspace: string;
  readonly temp: string;
  readonly eventFile: string;
  readonly output: string;
  readonly state: string;
  readonly environment: string;
  readonly addPath: string;
  readonly summary: string;
}

/**
 * The inputs as the runner hands them over: those given, and for the others the defaults of action.yml with their
 * expressions evaluated. Throws for an input that action.yml does not know.
 */
export function inputVariables(
  metadata: ActionMetadata,
  given: Readonly<Record<string, string>>,
  facts: RunFacts,
): Record<string, string> {
  const contexts: Contexts = {
    'github.token': facts.token,
    'github.repository': facts.repository,
    'github.run_id': facts.runId,
    'github.run_attempt': facts.attempt,
    // Empty on a runner that does not name it.
    'job.check_run_id': facts.checkRunId ?? '',
    'strategy.job-index': facts.jobIndex,
    'strategy.job-total': facts.jobTotal,
  };
  const surplus = Object.keys(given).filter((name) => !Object.hasOwn(metadata.inputs, name));
  if (surplus.length > 0) throw new Error(`action.yml has no input ${surplus.join(', ')}`);
  const variables: Record<string, string> = {};
  for (const [name, input] of Object.entries(metadata.inputs)) {
    const value =
      given[name] ?? (input.default && evaluateTemplate(input.default, contexts)) ?? input.default;
    // Upper case and spaces only: a dash stays a dash, which no shell could set.
    if (value !== undefined) variables[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] = value;
  }
  return variables;
}

/** The folder in which Node keeps compiled code, if there is one: else each of hundreds of runs compiles the bundle. */
function compileCache(): Readonly<Record<string, string>> {
  const folder = process.env['NODE_COMPILE_CACHE'];
  return folder === undefined ? {} : { NODE_COMPILE_CACHE: folder };
}

/** The environment that a hosted Linux runner gives to a step, with nothing of ours in it but PATH and that folder. */
export function runnerVariables(files: StepFiles, facts: RunFacts): Record<string, string> {
  const [owner = ''] = facts.repository.split('/');
  return {
    CI: 'true',
    HOME: path.join(files.temp, 'home'),
    PATH: process.env['PATH'] ?? '',
    ...compileCache(),
    // Windows cannot start a program without it.
    ...(process.platform === 'win32' && { SystemRoot: process.env['SystemRoot'] ?? '' }),
    TMPDIR: files.temp,
    GITHUB_ACTION: '__acme_dreamina-edit-action',
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTOR: 'octocat',
    GITHUB_API_URL: 'https://api.github.com',
    GITHUB_ENV: files.environment,
    GITHUB_EVENT_NAME: 'push',
    GITHUB_EVENT_PATH: files.eventFile,
    GITHUB_GRAPHQL_URL: 'https://api.github.com/graphql',
    GITHUB_JOB: 'pictures',
    GITHUB_OUTPUT: files.output,
    GITHUB_PATH: files.addPath,
    GITHUB_REF: 'refs/heads/main',
    GITHUB_REF_NAME: 'main',
    GITHUB_REF_TYPE: 'branch',
    GITHUB_REPOSITORY: facts.repository,
    GITHUB_REPOSITORY_OWNER: owner,
    GITHUB_RUN_ATTEMPT: String(facts.attempt),
    GITHUB_RUN_ID: facts.runId,
    GITHUB_RUN_NUMBER: '7',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_SHA: facts.sha,
    GITHUB_STATE: files.state,
    GITHUB_STEP_SUMMARY: files.summary,
    GITHUB_WORKFLOW: 'Pictures',
    GITHUB_WORKSPACE: files.workspace,
    RUNNER_ARCH: 'X64',
    RUNNER_ENVIRONMENT: 'github-hosted',
    RUNNER_NAME: 'GitHub Actions 1',
    RUNNER_OS: 'Linux',
    RUNNER_TEMP: files.temp,
    RUNNER_TOOL_CACHE: path.join(files.temp, 'tools'),
  };
}
