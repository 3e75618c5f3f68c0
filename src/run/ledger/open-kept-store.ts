import type { ActionInputs, LedgerMode } from '../../inputs/types.ts';
import { findCacheFault } from '../../ledger/stores/cache-available.ts';
import { createCacheOverGit } from '../../ledger/stores/cache-over-git.ts';
import type { LedgerResult } from '../../ledger/life/types.ts';
import { openCacheStore, openGitStore } from './open-store.ts';
import { NOTHING_KEPT, type CacheStorePorts, type GitStorePorts, type OpenedStore } from './opened-store.ts';

/** The inputs that choose a store which keeps what is written. */
export type KeptInputs = Pick<ActionInputs, 'githubToken' | 'deliver'> & {
  readonly ledger: Exclude<LedgerMode, 'none'>;
};

/** Opens a store that keeps what is written. `auto` may find none. Throws the signal's reason if that ends the wait. */
export async function openKeptStore(
  inputs: KeptInputs,
  world: GitStorePorts & CacheStorePorts,
  signal: AbortSignal,
): Promise<LedgerResult<OpenedStore>> {
  switch (inputs.ledger) {
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
