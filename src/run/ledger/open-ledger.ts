import { mkdtemp } from 'node:fs/promises';
import path from 'node:path';

import { chooseStore } from './choose-store.ts';
import { createThisStep } from './this-step.ts';
import type { ActionInputs } from '../../inputs/types.ts';
import { paceOf } from '../../plan/shards/pace.ts';
import { createLedger, type LedgerHandle } from '../../ledger/write/create-ledger.ts';
import { openJournal } from '../../ledger/write/journal.ts';
import { readTimes } from '../../ledger/write/save-changes.ts';
import type { LedgerResult } from '../../ledger/life/types.ts';
import type { LedgerView } from './ledger-view.ts';
import { askServerTime } from './ask-server-time.ts';
import { NOTHING_KEPT, type CacheStorePorts, type GitStorePorts, type OpenedStore } from './opened-store.ts';
import { startLeavingLimit } from '../../shared/leaving-limit.ts';
import { createStoppableStore } from './stoppable-store.ts';
import { orAborted } from '../../shared/or-aborted.ts';
import { wait } from '../../shared/wait.ts';
import type { World } from '../../runner/world.ts';

/** The runner's SIGTERM comes 7.5 s after its SIGINT; by then the report must be written, too. */
const LEAVING_MS = 6000;

/** What the ledger of a step uses, whichever store it takes. */
export type LedgerPorts = GitStorePorts &
  CacheStorePorts &
  Pick<World, 'github' | 'process' | 'state' | 'stop'>;

/** What this step knows of work in flight, and writes about it. */
export interface OpenedLedger extends AsyncDisposable, LedgerView {
  readonly handle: LedgerHandle;
  /** The store behind it, for asking whether it can be written. */
  readonly opened: OpenedStore;
  /** Whether the next run finds what is noted here. */
  keepsRecord(): boolean;
  /** From now on nothing is written to the store; what others write there can still be read. */
  stopKeeping(): void;
  /** Writes what is left to the store, for at most `limitMs`; afterwards nothing is written anymore. */
  finish(limitMs: number): Promise<LedgerResult<void>>;
}

/**
 * Reads what is in flight, as the input `ledger` says. If it cannot be read, `found` says why: whether that matters
 * depends on the plan. Throws the signal's reason if that ends the wait.
 */
export async function openLedger(
  inputs: Pick<ActionInputs, 'ledger' | 'githubToken' | 'deliver' | 'jobId' | 'shard'>,
  world: LedgerPorts,
  signal: AbortSignal,
): Promise<OpenedLedger> {
  const { clock, state, stop, temp } = world;
  await using made = new AsyncDisposableStack();
  const thisStep = createThisStep(inputs, world);
  // In a folder of its own, which is never uploaded; the post step finds it there if this process is killed.
  const file = path.join(await mkdtemp(path.join(temp, 'dreamina-journal-')), 'journal.jsonl');
  const journal = made.use(await openJournal(file));
  state.save({ journal: file });

  const opening = await chooseStore(inputs, world, signal);
  const opened = made.use(opening.ok ? opening.value : NOTHING_KEPT);
  const { store, keepsRecord, stopKeeping } = createStoppableStore(opened);
  const leaving = made.use(startLeavingLimit(clock, stop, LEAVING_MS));
  const finished = new AbortController();
  const done = new AbortController();
  made.defer(() => {
    done.abort();
  });
  let serverTime: Awaited<ReturnType<typeof askServerTime>>;
  const times = { clock, serverMs: () => serverTime?.() };
  const handle = createLedger({
    ...world,
    store,
    journal,
    step: thisStep,
    pace: paceOf(inputs.shard),
    ...times,
    signal: AbortSignal.any([leaving.signal, finished.signal]),
  });
  const first = !opening.ok ? opening : await orAborted(handle.open(), signal);
  if (first.ok) serverTime = await askServerTime(first.value.ledger, inputs.githubToken, world, signal);
  const read = first.ok && serverTime !== undefined ? await orAborted(handle.open(), signal) : first;
  if (!read.ok) signal.throwIfAborted();
  const resources = made.move();
  return {
    handle,
    thisStep,
    found: read,
    opened,
    readTimes: () => readTimes(times),
    readAgain: async () => {
      const again = await handle.open();
      return again.ok ? again.value.ledger : undefined;
    },
    keepsRecord,
    stopKeeping: () => {
      stopKeeping(read.ok);
    },
    finish: async (limitMs) => {
      // Nothing was claimed of a store that could not be read: it need not be asked again.
      if (!read.ok) return { ok: true, value: undefined };
      void wait(clock, limitMs, done.signal).then((isOver) => {
        if (isOver) finished.abort(new Error('it could not be reached in time'));
      });
      return await handle.flush();
    },
    [Symbol.asyncDispose]: async () => {
      await resources.disposeAsync();
    },
  };
}
