import type { ActionInputs } from '../../inputs/types.ts';
import { pruneOld, type PrunedLedger } from '../../ledger/life/prune.ts';
import type { LedgerResult, LedgerStore } from '../../ledger/life/types.ts';
import { createCacheEntries } from '../../ledger/stores/cache-client.ts';
import { findCacheFault } from '../../ledger/stores/cache-available.ts';
import { createCacheOverGit } from '../../ledger/stores/cache-over-git.ts';
import { createCacheReader } from '../../ledger/stores/cache-reader.ts';
import type { LayerStore } from '../../ledger/stores/layer.ts';
import { readStore, readTimes } from '../../ledger/write/save-changes.ts';
import type { World } from '../../runner/world.ts';
import type { LedgerView } from './ledger-view.ts';
import { askServerTime } from './ask-server-time.ts';
import { openCacheStore, openGitStore } from './open-store.ts';
import { NOTHING_KEPT, type CacheStorePorts, type GitStorePorts } from './opened-store.ts';
import { createThisStep } from './this-step.ts';

type ReadingInputs = Pick<ActionInputs, 'ledger' | 'githubToken' | 'deliver' | 'jobId'>;
type ReadingPorts = GitStorePorts & CacheStorePorts & Pick<World, 'github' | 'process'>;

/** A store that is only read. */
type ReadableStore<Store extends LedgerStore = LedgerStore> = AsyncDisposable & { readonly store: Store };

/**
 * Reads what is in flight for a run that sends nothing: nothing is written, neither to the store nor on this machine. If it
 * cannot be read, `found` says why. Throws the signal's reason; then nothing is left open.
 */
export async function readLedger(
  inputs: ReadingInputs,
  world: ReadingPorts,
  signal: AbortSignal,
): Promise<LedgerView & AsyncDisposable> {
  const { clock } = world;
  await using made = new AsyncDisposableStack();
  const opening = await openToRead(inputs, world, signal);
  const { store } = made.use(opening.ok ? opening.value : NOTHING_KEPT);
  const thisStep = createThisStep(inputs, world);
  let serverTime: Awaited<ReturnType<typeof askServerTime>>;
  const times = { clock, serverMs: () => serverTime?.() };
  const deps = { ...world, store, step: thisStep, ...times, signal };
  const read = opening.ok ? await readStore(deps) : opening;
  signal.throwIfAborted();
  if (read.ok) serverTime = await askServerTime(read.value.ledger, inputs.githubToken, world, signal);
  const found: LedgerResult<PrunedLedger> = read.ok
    ? { ok: true, value: pruneOld(read.value.ledger, readTimes(times)) }
    : read;
  const resources = made.move();
  return {
    thisStep,
    found,
    readTimes: () => readTimes(times),
    readAgain: async () => {
      const again = await readStore(deps);
      return again.ok ? pruneOld(again.value.ledger, readTimes(times)).ledger : undefined;
    },
    [Symbol.asyncDispose]: async () => {
      await resources.disposeAsync();
    },
  };
}

/** The store that the input `ledger` names. `auto` reads whatever a run that applies may have written. */
async function openToRead(
  { ledger, githubToken, deliver }: ReadingInputs,
  world: ReadingPorts,
  signal: AbortSignal,
): Promise<LedgerResult<ReadableStore>> {
  switch (ledger) {
    case 'none':
      return { ok: true, value: NOTHING_KEPT };
    case 'git':
      return await openGitStore(githubToken, world, signal);
    case 'cache':
      return openCacheToRead(world);
    case 'auto': {
      const opening = await openGitStore(githubToken, world, signal);
      // A token that may push the branch may also write the ledger.
      if (deliver.includes('branch') || findCacheFault(world.env) !== undefined) return opening;
      const cache = openCacheToRead(world);
      if (!opening.ok) return opening.error.kind === 'denied' ? cache : opening;
      if (!cache.ok) return opening;
      const git = opening.value;
      return {
        ok: true,
        value: {
          store: createCacheOverGit(cache.value.store, git.store),
          [Symbol.asyncDispose]: async () => {
            await git[Symbol.asyncDispose]();
          },
        },
      };
    }
  }
}

function openCacheToRead(world: CacheStorePorts): LedgerResult<ReadableStore<LayerStore>> {
  const opened = openCacheStore(world);
  if (!opened.ok) return opened;
  const store = createCacheReader(createCacheEntries(world.workspace), world.clock);
  return { ok: true, value: { ...opened.value, store } };
}
