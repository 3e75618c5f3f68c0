import { getOctokit } from '@actions/github';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { createBareRepository } from '../../../demo/git-service/create-bare-repository.ts';
import { startGitHub, type GitHub, type GitHubOptions } from './start-github.ts';

/** The fake over an empty bare repository, and GitHub's own client. */
export interface GitHubStage extends AsyncDisposable {
  readonly github: GitHub;
  /** Absolute path of the bare repository. */
  readonly gitDir: string;
  readonly rest: ReturnType<typeof getOctokit>['rest'];
}

/** Of every call: whose repository it is. */
export const at = { owner: 'acme', repo: 'storefront' };

/** Sets the stage for a test of calls. */
export async function createGitHubStage(options: GitHubOptions = {}): Promise<GitHubStage> {
  await using made = new AsyncDisposableStack();
  const root = await mkdtemp(path.join(tmpdir(), 'github-'));
  made.defer(async () => {
    await rm(root, { recursive: true, maxRetries: 5 });
  });
  const gitDir = await createBareRepository(root, 'acme/storefront');
  const github = made.use(await startGitHub({ gitDir, repository: 'acme/storefront', ...options }));
  const running = made.move();
  return {
    github,
    gitDir,
    rest: getOctokit('ghs_token', { baseUrl: github.url }).rest,
    [Symbol.asyncDispose]: async () => {
      await running.disposeAsync();
    },
  };
}

/** The status and the words with which a call is refused; `none` if it is not. */
export async function refusalOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'none';
  } catch (error) {
    const { status, message } = error as { readonly status: number; readonly message: string };
    return `${status} ${message.replace(/ - https:.*/s, '')}`;
  }
}
