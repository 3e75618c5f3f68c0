import type { ActionInputs } from '../../inputs/types.ts';
import { findCacheFault } from '../../ledger/stores/cache-available.ts';
import { createCacheOverGit } from '../../ledger/stores/cache-over-git.ts';
import type { LedgerResult } from '../../ledger/life/types.ts';
import {
  NOTHING_KEPT,
  openCacheStore,
  openGitStore,
  type CacheStorePorts,
  type GitStorePorts,
  type OpenedStore,
} from './open-store.ts';

/**
 * Opens the store that the input `ledger` names. `auto` takes the repository; if the token may only read there, the
 * Actions cache, on top of what the repository records. If the runner offers no cache either, the run learns before it
 * sends anything that nothing is kept. Throws the signal's reason if that ends the wait.
 */
export async function chooseStore(
  inputs: Pick<ActionInputs, 'ledger' | 'githubToken' | 'deliver'>,
  world: GitStorePorts & CacheStorePorts,
  signal: AbortSignal,
): Promise<LedgerResult<OpenedStore>> {
  switch (inputs.ledger) {
    case 'none':
      return { ok: true, value: NOTHING_KEPT };
    case 'git':
      return await openGitStore(inputs.githubToken, world, signal);
    case 'cache':
      return openCacheStore(world);
    case 'auto':
      return await chooseFreely(inputs, world, signal);
  }
}

async function chooseFreely(
  { githubToken, deliver }: Pick<ActionInputs, 'githubToken' | 'deliver'>,
  world: GitStorePorts & CacheStorePorts,
  signal: AbortSignal,
): Promise<LedgerResult<OpenedStore>> {
  const isCacheThere = findCacheFault(world.env) === undefined;
  if (githubToken === '') return isCacheThere ? openCacheStore(world) : { ok: true, value: NOTHING_KEPT };
  const opening = await openGitStore(githubToken, world, signal);
  // A token that may push the branch may also write the ledger.
  if (!isCacheThere || deliver.includes('branch')) return opening;
  if (!opening.ok) return opening.error.kind === 'denied' ? openCacheStore(world) : opening;
  const git = opening.value;
  const fault = await git.findWriteFault(signal);
  if (fault?.kind !== 'denied') {
    // Known by now: it is not asked again.
    return { ok: true, value: { ...git, findWriteFault: async () => await Promise.resolve(fault) } };
  }
  const cache = openCacheStore(world);
  if (!cache.ok) return opening;
  world.log.info(`${fault.message} It is kept in the Actions cache instead.`);
  const store = createCacheOverGit(cache.value.store, git.store);
  return {
    ok: true,
    value: {
      ...cache.value,
      store,
      [Symbol.asyncDispose]: async () => {
        await git[Symbol.asyncDispose]();
      },
    },
  };
}
