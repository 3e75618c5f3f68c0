import type { ActionInputs } from '../../inputs/types.ts';
import type { LedgerResult } from '../../ledger/life/types.ts';
import { NOTHING_KEPT, type CacheStorePorts, type GitStorePorts, type OpenedStore } from './opened-store.ts';

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
  const { ledger } = inputs;
  if (ledger === 'none') return { ok: true, value: NOTHING_KEPT };
  // Loaded only when it is needed.
  const { openKeptStore } = await import(/* webpackChunkName: "ledger" */ './open-kept-store.ts');
  return await openKeptStore({ ...inputs, ledger }, world, signal);
}
