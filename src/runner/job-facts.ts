import type { Env } from '../shared/ports.ts';

/** The repository whose workflow runs. */
export interface Repository {
  /** Empty outside a workflow. */
  readonly owner: string;
  readonly name: string;
  /** E.g. `https://github.com`, without a slash at its end. */
  readonly serverUrl: string;
  /** Its page, e.g. `https://github.com/acme/shop`. */
  readonly url: string;
  /** The commit of this run, known to be on the server; undefined if the runner names none. */
  readonly sha: string | undefined;
}

/** Which job of which workflow run this step is in. */
export interface JobFacts {
  /** Empty outside a workflow. */
  readonly runId: string;
  /** Counts from 1. */
  readonly attempt: number;
  /** The workflow's name. */
  readonly workflow: string;
  /** The job's key in its workflow. */
  readonly name: string;
  /** The page of the workflow run. */
  readonly runUrl: string;
}

/** Reads the repository from the runner's environment; it is on github.com unless the runner says otherwise. */
export function readRepository(env: Env): Repository {
  const [owner = '', name = ''] = (env['GITHUB_REPOSITORY'] ?? '').split('/');
  const serverUrl = readText(env, 'GITHUB_SERVER_URL', 'https://github.com').replace(/\/+$/, '');
  // Other runners leave it empty if they find no repository.
  const sha = readText(env, 'GITHUB_SHA', undefined);
  return { owner, name, serverUrl, url: `${serverUrl}/${owner}/${name}`, sha };
}

/** Reads the job from the runner's environment. An attempt that is not a number (on runners other than GitHub's) is the first. */
export function readJobFacts(env: Env, { url }: Pick<Repository, 'url'>): JobFacts {
  const runId = env['GITHUB_RUN_ID'] ?? '';
  const attempt = env['GITHUB_RUN_ATTEMPT'] ?? '';
  return {
    runId,
    attempt: /^[1-9]\d{0,8}$/.test(attempt) ? Number(attempt) : 1,
    workflow: readText(env, 'GITHUB_WORKFLOW', 'workflow'),
    name: readText(env, 'GITHUB_JOB', 'job'),
    runUrl: `${url}/actions/runs/${runId}`,
  };
}

/** A variable of the environment; one that is empty counts as one that is not set. */
export function readText<Otherwise extends string | undefined>(
  env: Env,
  name: string,
  otherwise: Otherwise,
): string | Otherwise {
  const text = env[name] ?? '';
  return text === '' ? otherwise : text;
}
