import { startDeadline } from '../../shared/deadline.ts';
import { describeError } from '../../shared/describe-error.ts';
import { createLine } from '../../shared/line.ts';
import { orAborted } from '../../shared/or-aborted.ts';
import type { Clock, Random } from '../../shared/ports.ts';
import { uniqueSuffix } from '../../shared/unique-suffix.ts';
import type { CacheEntries, CacheEntry } from './cache-client.ts';
import type { Layer, LayerStore } from './layer.ts';
import { damaged, parseLayer } from './parse-ledger.ts';
import { renderLedger } from './render-ledger.ts';
import type { Snapshot, LedgerError, LedgerResult } from '../life/types.ts';

/** Keys of entries that hold a ledger; the newest one counts. */
export const LEDGER_PREFIX = 'dreamina-ledger-';

/**
 * Keys of entries that say that there is no ledger. The client reports a failure in the same way as nothing found; if
 * one of these is found instead, there is certainly no ledger.
 */
export const BEGIN_PREFIX = 'dreamina-begin-';

/** A longer call will not succeed; the client itself tries again for half a minute. */
const CALL_LIMIT_MS = 90_000;

export interface CacheStoreDeps {
  readonly entries: CacheEntries;
  readonly clock: Clock;
  /** The workflow run that writes. */
  readonly run: { readonly runId: string; readonly attempt: number };
  readonly random: Random;
}

export interface CacheStore extends LayerStore {
  /**
   * Why nothing can be saved; undefined if it can. Saves again what was read, unless something was already saved. To be
   * called after a read.
   */
  findWriteFault(signal: AbortSignal): Promise<LedgerError | undefined>;
}

/**
 * Keeps the ledger in entries of the Actions cache, a new one for each write. The service has no compare-and-swap:
 * before a write it is asked whether the newest entry is still the one that was read, so two runs that write within the
 * same second or two may both believe that they were the only one. Runs of other branches see only the entries of the
 * default branch.
 */
export function createCacheStore({ entries, clock, run, random }: CacheStoreDeps): CacheStore {
  const prefixes = [LEDGER_PREFIX, BEGIN_PREFIX];
  const unique = uniqueSuffix(random);
  const writer = `${run.runId || '0'}-${run.attempt}-${unique}`;
  /** The client requires a key of its own before the prefixes. */
  const unusedKey = `${BEGIN_PREFIX}${writer}-0`;
  let count = 0;
  let hasSaved = false;
  let known: (Snapshot & Layer) | undefined;
  /** What this step wrote last, and the keys that it replaced: the service may still show one of those. */
  let last: (Snapshot & Layer) | undefined;
  const replaced = new Set<string>();
  /** The entry that a test write made from another one. */
  let copy: { readonly of: string | undefined; readonly key: string } | undefined;
  const line = createLine();

  /** A call that is no longer awaited goes on, and the next one begins after it. */
  async function call<T>(
    what: 'read' | 'written',
    signal: AbortSignal,
    work: () => Promise<LedgerResult<T>>,
  ): Promise<LedgerResult<T>> {
    return await callCache(clock, what, signal, async () => await line.run(work));
  }
  async function save(prefix: string, { ledger, removed }: Layer): Promise<string | undefined> {
    count += 1;
    const key = `${prefix}${writer}-${count}`;
    if (!(await entries.save(key, renderLedger(ledger, removed)))) return undefined;
    hasSaved = true;
    return key;
  }
  async function load(): ReturnType<CacheEntries['load']> {
    const found = await entries.load(unusedKey, prefixes);
    if (found !== undefined) return found;
    // Nothing, or nothing readable: once there is a beginning, these two are different.
    const begun = await save(BEGIN_PREFIX, { ledger: new Map(), removed: new Set() });
    return begun === undefined ? undefined : await entries.load(unusedKey, prefixes);
  }
  async function read(signal: AbortSignal): Promise<LedgerResult<Snapshot & Layer>> {
    const found = await load();
    if (found === undefined) return failed('unreachable', 'read', 'the service did not give an entry');
    if (last !== undefined && replaced.has(found.key)) return { ok: true, value: last };
    const layer = await parseEntry(found, signal);
    if (layer.ok) known = layer.value;
    return layer;
  }
  function removedAt(version: string | undefined): ReadonlySet<string> {
    return [last, known].find((layer) => layer?.version === version)?.removed ?? new Set();
  }
  /** Whether what was read as `version` is still the latest. */
  function isCurrent(newest: string, version: string | undefined): boolean {
    if (newest === version || (copy?.of === version && copy?.key === newest)) return true;
    return replaced.has(newest) && last?.version === version;
  }
  async function write(
    layer: Layer,
    version: string | undefined,
  ): Promise<LedgerResult<{ readonly version: string } | 'moved'>> {
    const newest = await entries.find(unusedKey, prefixes);
    if (newest === undefined)
      return failed('unreachable', 'written', 'the service does not say what is there');
    if (!isCurrent(newest, version)) return { ok: true, value: 'moved' };
    const key = await save(LEDGER_PREFIX, layer);
    if (key === undefined) return failed('unreachable', 'written', 'the service did not accept a new entry');
    for (const old of [newest, version, last?.version]) if (old !== undefined) replaced.add(old);
    last = { ...layer, version: key };
    return { ok: true, value: { version: key } };
  }
  /** What others write in the meantime proves nothing for this step. */
  async function proveWritable(signal: AbortSignal): Promise<LedgerResult<undefined>> {
    while (!hasSaved && known !== undefined) {
      const { version } = known;
      const written = await write(known, version);
      if (!written.ok) return written;
      if (written.value !== 'moved') copy = { of: version, key: written.value.version };
      else {
        const again = await read(signal);
        if (!again.ok) return again;
      }
    }
    return { ok: true, value: undefined };
  }
  return {
    read: async (signal) => await call('read', signal, async () => await read(signal)),
    write: async (ledger, version, signal, removed = removedAt(version)) =>
      await call('written', signal, async () => await write({ ledger, removed }, version)),
    findWriteFault: async (signal) => {
      const tried = await call('written', signal, async () => await proveWritable(signal));
      return tried.ok ? undefined : tried.error;
    },
  };
}

/** The ledger that an entry of the cache holds. */
export async function parseEntry(
  { key, text }: CacheEntry,
  signal: AbortSignal,
): Promise<LedgerResult<Snapshot & Layer>> {
  const source = `the cache entry ${key}`;
  if (text === undefined) return damaged(source, 'there is no ledger in it');
  const layer = await parseLayer(text, source, signal);
  return layer.ok ? { ok: true, value: { ...layer.value, version: key } } : layer;
}

/** Why the cache could not be used. */
/** Awaits a call of the client, which cannot be aborted, for as long as it may succeed. */
export async function callCache<T>(
  clock: Clock,
  what: 'read' | 'written',
  signal: AbortSignal,
  work: () => Promise<LedgerResult<T>>,
): Promise<LedgerResult<T>> {
  using limit = startDeadline(clock, CALL_LIMIT_MS, 'the call of the Actions cache', signal);
  try {
    signal.throwIfAborted();
    return await orAborted(work(), limit.signal);
  } catch (error) {
    return failed(signal.aborted ? 'stopped' : 'unreachable', what, describeError(error));
  }
}

function failed(
  kind: 'unreachable' | 'stopped',
  what: 'read' | 'written',
  why: string,
): { readonly ok: false; readonly error: LedgerError } {
  const message = `The ledger of work in flight cannot be ${what} in the Actions cache: ${why}.`;
  return { ok: false, error: { kind, message } };
}
