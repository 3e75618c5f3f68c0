import { mkdtemp } from 'node:fs/promises';
import path from 'node:path';

import { openRepository } from '../../git/open-repository.ts';
import { checkWritable } from '../../git/push.ts';
import { retryOffline } from '../../git/retry-offline.ts';
import type { GitRepository } from '../../git/types.ts';
import { findCacheFault } from '../../ledger/stores/cache-available.ts';
import { createCacheEntries } from '../../ledger/stores/cache-client.ts';
import { createCacheStore } from '../../ledger/stores/cache-store.ts';
import { createGitStore, judgeLedgerKind, LEDGER_REF } from '../../ledger/stores/git-store.ts';
import type { LayerStore } from '../../ledger/stores/layer.ts';
import type { LedgerError, LedgerResult } from '../../ledger/life/types.ts';
import type { World } from '../../runner/world.ts';
import { NOTHING_KEPT, type CacheStorePorts, type GitStorePorts, type OpenedStore } from './opened-store.ts';

/**
 * Opens the store in the job's repository; asks nothing of the network yet. It has a private repository of its own, so
 * that it can be read at the same time as the branch. `denied` if there is no git to do it with.
 */
export async function openGitStore(
  token: string,
  world: GitStorePorts,
  signal: AbortSignal,
): Promise<LedgerResult<OpenedStore>> {
  const { env, repository, temp } = world;
  const folder = path.join(await mkdtemp(path.join(temp, 'dreamina-ledger-')), 'repository.git');
  const remote = { url: `${repository.url}.git`, token };
  const opened = await openRepository(folder, remote, env, signal);
  if (!opened.ok) {
    const { kind, why } = opened.error;
    const message = `The ledger of work in flight cannot be kept in the repository: ${why}.`;
    return { ok: false, error: { kind: judgeLedgerKind(kind), message } };
  }
  const own = opened.value;
  return {
    ok: true,
    value: {
      kind: 'git',
      store: createGitStore(own),
      findWriteFault: async (until) => await findGitFault(own, world, until),
      [Symbol.asyncDispose]: async () => {
        await own[Symbol.asyncDispose]();
      },
    },
  };
}

async function findGitFault(
  repository: GitRepository,
  world: Pick<World, 'clock' | 'random' | 'log'>,
  signal: AbortSignal,
): Promise<LedgerError | undefined> {
  const writable = await retryOffline(async () => await checkWritable(repository, LEDGER_REF, signal), {
    ...world,
    signal,
  });
  signal.throwIfAborted();
  if (writable.ok) return undefined;
  const kind = judgeLedgerKind(writable.error.kind);
  const what = `The ledger of work in flight (${LEDGER_REF}) cannot be written: ${writable.error.why}.`;
  const todo = kind === 'denied' ? ' Give the job `permissions: contents: write`.' : '';
  return { kind, message: `${what}${todo}` };
}

/** Opens the store in the Actions cache; asks nothing of the network yet. `denied` if the runner offers none. */
export function openCacheStore({
  env,
  job,
  workspace,
  clock,
  random,
}: CacheStorePorts): LedgerResult<OpenedStore<LayerStore>> {
  const fault = findCacheFault(env);
  if (fault !== undefined) {
    const message = `The ledger of work in flight cannot be kept in the Actions cache: ${fault}.`;
    return { ok: false, error: { kind: 'denied', message } };
  }
  const store = createCacheStore({ entries: createCacheEntries(workspace), clock, run: job, random });
  return {
    ok: true,
    value: {
      kind: 'cache',
      store,
      findWriteFault: async (signal) => {
        const found = await store.findWriteFault(signal);
        signal.throwIfAborted();
        return found;
      },
      [Symbol.asyncDispose]: NOTHING_KEPT[Symbol.asyncDispose],
    },
  };
}
