import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { devNull, tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

import { createBareRepository } from '../../../demo/git-service/create-bare-repository.ts';
import {
  type GitService,
  type GitServiceOptions,
  startGitService,
} from '../../../demo/git-service/start-git-service.ts';

/** A service with the empty repository `acme/shop`, and a checkout with one commit that was not pushed. */
export interface GitServiceStage extends AsyncDisposable {
  readonly service: GitService;
  readonly repository: string;
  readonly checkout: string;
  /** Runs git in the checkout, with the token; gives what it prints. Rejects with `stderr` where it fails. */
  readonly git: (...args: readonly string[]) => Promise<string>;
}

/** Sets the stage; `token` is what the service asks for and git sends. */
export async function createGitServiceStage(
  options: Partial<GitServiceOptions> = {},
): Promise<GitServiceStage> {
  const root = await mkdtemp(path.join(tmpdir(), 'git-service-'));
  const repository = await createBareRepository(root, 'acme/shop');
  const service = await startGitService({ root, ...options });
  const checkout = path.join(root, 'checkout');
  await mkdir(checkout);
  async function git(...args: readonly string[]): Promise<string> {
    const { stdout } = await promisify(execFile)('git', args, {
      cwd: checkout,
      env: settings(options.token),
    });
    return stdout;
  }
  await git('init', '--quiet', '--initial-branch=main');
  await git('remote', 'add', 'origin', `${service.url}/acme/shop.git`);
  await writeFile(path.join(checkout, 'a.txt'), 'one\n');
  await git('add', '.');
  await git('commit', '--quiet', '--message', 'One');
  return {
    service,
    repository,
    checkout,
    git,
    [Symbol.asyncDispose]: async () => {
      await service[Symbol.asyncDispose]();
      await rm(root, { recursive: true, maxRetries: 5 });
    },
  };
}

function settings(token: string | undefined): NodeJS.ProcessEnv {
  const pair = Buffer.from(`x-access-token:${token ?? ''}`).toString('base64');
  return {
    PATH: process.env['PATH'],
    GIT_CONFIG_GLOBAL: devNull,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    GIT_AUTHOR_NAME: 'A',
    GIT_AUTHOR_EMAIL: 'a@example.com',
    GIT_COMMITTER_NAME: 'A',
    GIT_COMMITTER_EMAIL: 'a@example.com',
    ...(token !== undefined && {
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'http.extraHeader',
      GIT_CONFIG_VALUE_0: `Authorization: basic ${pair}`,
    }),
  };
}
