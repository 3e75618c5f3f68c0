import {
  startGitService,
  type GitService,
  type GitServiceOptions,
} from '../../demo/git-service/start-git-service.ts';
import type { GitRepository, GitResult } from '../../src/git/types.ts';
import type { Env } from '../../src/shared/ports.ts';
import { createDiskRemote, type DiskRemote } from './disk-remote.ts';

/** Unlike any other text, so that it can be looked for. */
export const TOKEN = 'ghs_Xq7secret0fTheTest';
export const BASIC = Buffer.from(`x-access-token:${TOKEN}`).toString('base64');

/** A repository behind a git server that wants `TOKEN`. */
export interface HttpRemote extends AsyncDisposable {
  readonly disk: DiskRemote;
  readonly service: GitService;
  readonly url: string;
  /** Opens a private repository on it, with `TOKEN` unless set otherwise. */
  open(token?: string, env?: Env): Promise<GitResult<GitRepository>>;
  /** Requests since the last call, in short: `GET info/refs`, `POST git-upload-pack`. */
  asked(): readonly string[];
}

export async function createHttpRemote(options: Partial<GitServiceOptions> = {}): Promise<HttpRemote> {
  const disk = await createDiskRemote();
  const service = await startGitService({ root: disk.root, token: TOKEN, ...options });
  const url = `${service.url}/acme/shop.git`;
  let seen = 0;
  return {
    disk,
    service,
    url,
    open: async (token = TOKEN, env = { PATH: process.env['PATH'] }) => await disk.open({ url, token }, env),
    asked: () => {
      const news = service.requests.slice(seen);
      seen = service.requests.length;
      return news.map(({ method, path }) => `${method} ${path.replace(/^\/acme\/shop\.git\/|\?.*$/g, '')}`);
    },
    [Symbol.asyncDispose]: async () => {
      await service[Symbol.asyncDispose]();
      await disk[Symbol.asyncDispose]();
    },
  };
}
