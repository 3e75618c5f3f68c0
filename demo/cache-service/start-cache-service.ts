import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { CacheEntries, DEFAULT_REF, type CacheEntry, type CacheScope } from './cache-entries.ts';
import { CacheFaults } from './cache-faults.ts';
import { createRequestHandler, type ArtifactsBehind, type CacheRequestRecord } from './handle-request.ts';
import { loadMessageTypes } from './twirp-messages.ts';

/** What the runner would set for a step, so that the client, `@actions/cache`, comes here. */
export type CacheEnv = Readonly<
  Record<'ACTIONS_RESULTS_URL' | 'ACTIONS_RUNTIME_TOKEN' | 'ACTIONS_CACHE_SERVICE_V2', string>
>;

/** A local cache service (version 2), for one repository. */
export interface CacheService extends AsyncDisposable {
  readonly url: string;
  /** For a step of a job on the default branch, or as `scope` says. */
  env(scope?: Partial<CacheScope>): CacheEnv;
  /** Oldest first, those included whose upload was not finished. */
  readonly entries: readonly CacheEntry[];
  readonly requests: readonly CacheRequestRecord[];
  readonly faults: CacheFaults;
}

/** Starts the service on a free port of 127.0.0.1. What is not about the cache goes to `artifacts`. */
export async function startCacheService(artifacts?: ArtifactsBehind): Promise<CacheService> {
  const entries = new CacheEntries();
  const faults = new CacheFaults();
  const requests: CacheRequestRecord[] = [];
  const scopes = new Map<string, CacheScope>();
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const messages = await loadMessageTypes();
  server.on(
    'request',
    createRequestHandler({
      url,
      scopes,
      entries,
      faults,
      requests,
      messages,
      ...(artifacts && { artifacts }),
    }),
  );
  return {
    url,
    env: (scope = {}) => {
      const token = createRuntimeToken();
      scopes.set(token, { ref: DEFAULT_REF, mayWrite: true, ...scope });
      return {
        ACTIONS_RESULTS_URL: `${url}/`,
        ACTIONS_RUNTIME_TOKEN: token,
        ACTIONS_CACHE_SERVICE_V2: 'True',
      };
    },
    entries: entries.entries,
    requests,
    faults,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** A token in the form of the runner's: the artifact client reads the run's and the job's ids from its scopes. */
function createRuntimeToken(): string {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const scp = `Actions.Example Actions.Results:${randomUUID()}:${randomUUID()}`;
  return [part({ alg: 'none', typ: 'JWT' }), part({ scp }), part(randomUUID())].join('.');
}
