import { describeError } from '../../shared/describe-error.ts';
import { formatDuration } from '../../shared/duration.ts';
import type { Clock, Log, Random } from '../../shared/ports.ts';
import { retry } from '../../shared/retry.ts';
import { retryDelayMs } from '../../shared/retry-delay.ts';
import { applyChanges } from '../life/apply-changes.ts';
import { pruneOld, type Times } from '../life/prune.ts';
import type {
  LedgerChange,
  LedgerEntry,
  LedgerError,
  LedgerResult,
  LedgerStore,
  Snapshot,
  Step,
} from '../life/types.ts';

/** What keeping the ledger needs of the outside. */
export interface StoreDeps {
  readonly store: LedgerStore;
  readonly step: Step;
  readonly clock: Clock;
  /** What time it is by a server, in Unix ms; undefined if that is not known. */
  readonly serverMs: () => number | undefined;
  readonly random: Random;
  readonly log: Log;
  /** Ends every attempt to reach the store. */
  readonly signal: AbortSignal;
}

/** What is in the way of claims, by fingerprint. */
export type Refused = ReadonlyMap<string, LedgerEntry>;

/** Changes that are in the store by now. */
export interface SavedChanges {
  readonly snapshot: Snapshot;
  readonly refused: Refused;
  /** Whether the store had to be read: others may have written since it was last known. */
  readonly wasRead: boolean;
}

/**
 * Brings changes into the store, on top of what others wrote meanwhile; tries until it is done, `signal` ends it or
 * trying again would not help. `known` is what the store last held, if that is known. `takeChanges` is called before
 * each attempt: what was added meanwhile goes along. Entries that are too old are removed.
 */
export async function saveChanges(
  known: Snapshot | undefined,
  takeChanges: () => readonly LedgerChange[],
  deps: StoreDeps,
): Promise<LedgerResult<SavedChanges>> {
  let base = known;
  let isRead = false;
  const attempt = async (): Promise<LedgerResult<SavedChanges | 'moved'>> => {
    if (base === undefined) {
      const read = await deps.store.read(deps.signal);
      if (!read.ok) return read;
      base = read.value;
      isRead = true;
    }
    const { ledger, version } = base;
    const changes = takeChanges();
    const { ledger: young, pruned } = pruneOld(ledger, readTimes(deps));
    const { ledger: changed, refused } = applyChanges(young, changes);
    // Forgetting old deliveries does not justify a write of its own.
    const next = changes.length === 0 && pruned.length === 0 ? ledger : changed;
    if (next === ledger) {
      // Everything is there already, as after a write whose answer was lost. What was known before may be out of date.
      if (isRead || changes.length === 0)
        return { ok: true, value: { snapshot: base, refused, wasRead: isRead } };
      base = undefined;
      return await attempt();
    }
    const written = await deps.store.write(next, version, deps.signal);
    if (!written.ok || written.value === 'moved') base = undefined;
    if (!written.ok) return written;
    if (written.value === 'moved') return { ok: true, value: 'moved' };
    const after = { ledger: next, version: written.value.version };
    return { ok: true, value: { snapshot: after, refused, wasRead: isRead } };
  };
  return await untilReached(deps, Infinity, attempt);
}

/** Reads the store; during an outage it makes `mostTries` attempts, which take up to 16 s if there are six. */
export async function readStore(deps: StoreDeps, mostTries = 6): Promise<LedgerResult<Snapshot>> {
  return await untilReached(deps, mostTries, async () => await deps.store.read(deps.signal));
}

async function untilReached<T>(
  { clock, random, log, signal }: StoreDeps,
  mostTries: number,
  attempt: () => Promise<LedgerResult<T | 'moved'>>,
): Promise<LedgerResult<T>> {
  const startedMs = clock.monotonicMs();
  let isOut = false;
  // As a function: why it was stopped is known only when the wait for the next attempt was cut short.
  const conclude = await retry<() => LedgerResult<T>>(
    async (tries) => {
      if (signal.aborted) return { kind: 'done', value: () => stopped(signal) };
      const result = await attempt();
      if (!result.ok) {
        if (result.error.kind !== 'unreachable' || tries >= mostTries)
          return { kind: 'done', value: () => result };
        if (!isOut) log.info(`${result.error.message} Trying again.`);
        isOut = true;
      } else if (result.value !== 'moved') {
        const { value } = result;
        if (isOut)
          log.info(`The ledger is reachable again after ${formatDuration(clock.monotonicMs() - startedMs)}.`);
        return { kind: 'done', value: () => ({ ok: true, value }) };
      }
      return { kind: 'again', value: () => stopped(signal), waitMs: retryDelayMs(tries, random) };
    },
    { clock, signal },
  );
  return conclude();
}

function stopped(signal: AbortSignal): { readonly ok: false; readonly error: LedgerError } {
  const message = `The ledger of work in flight could not be written completely: ${describeError(signal.reason)}.`;
  return { ok: false, error: { kind: 'stopped', message } };
}

/** What time it is, as far as that is known. */
export function readTimes({ clock, serverMs }: Pick<StoreDeps, 'clock' | 'serverMs'>): Times {
  return { localMs: clock.now(), serverMs: serverMs() };
}
