import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { CacheScope } from '../../../demo/cache-service/cache-entries.ts';
import { startCacheService, type CacheService } from '../../../demo/cache-service/start-cache-service.ts';
import { createCacheEntries } from '../../../src/ledger/stores/cache-client.ts';
import { createCacheStore, type CacheStore } from '../../../src/ledger/stores/cache-store.ts';
import { realClock } from '../../support/clocks.ts';

/** A cache service, and a workspace in which the client of this process works. Only one may be there at a time. */
export interface CacheStage extends AsyncDisposable {
  readonly service: CacheService;
  /** A store as the step of another run opens it; from now on the client is that step's. */
  open(run: string, scope?: Partial<CacheScope>): CacheStore;
  /** What is in the workspace. */
  left(): Promise<readonly string[]>;
  /** The calls since the last time, e.g. `CreateCacheEntry` or `PUT`. */
  asked(): readonly string[];
}

export async function createCacheStage(): Promise<CacheStage> {
  const root = await mkdtemp(path.join(tmpdir(), 'cache-'));
  const [workspace, temp] = [path.join(root, 'workspace'), path.join(root, 'temp')];
  await mkdir(workspace);
  await mkdir(temp);
  const service = await startCacheService();
  // The client reads its own variables from the process, and its paths from where that is.
  const before = process.cwd();
  process.chdir(workspace);
  const own = {
    GITHUB_WORKSPACE: workspace,
    RUNNER_TEMP: temp,
    GITHUB_SERVER_URL: 'https://github.com',
  };
  Object.assign(process.env, own);
  let seen = 0;
  return {
    service,
    open: (run, scope) => {
      const env = service.env(scope);
      Object.assign(process.env, env);
      return createCacheStore({
        entries: createCacheEntries(workspace),
        clock: realClock,
        run: { runId: run, attempt: 1 },
        random: Math.random,
      });
    },
    left: async () => await readdir(workspace),
    asked: () => {
      const calls = service.requests.slice(seen);
      seen = service.requests.length;
      return calls.map(({ method, path: where }) =>
        where.startsWith('/twirp') ? where.slice(where.lastIndexOf('/') + 1) : method,
      );
    },
    [Symbol.asyncDispose]: async () => {
      process.chdir(before);
      for (const name of [...Object.keys(own), ...Object.keys(service.env())])
        Reflect.deleteProperty(process.env, name);
      await service[Symbol.asyncDispose]();
      await rm(root, { recursive: true, maxRetries: 5 });
    },
  };
}
