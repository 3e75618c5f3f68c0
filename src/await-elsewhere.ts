import { readTip } from './deliver/branch/read-tip.ts';
import type { OpenedBranch } from './deliver/branch/types.ts';
import type { ElsewhereEnd } from './jobs/types.ts';
import type { Ledger, LedgerEntry } from './ledger/types.ts';
import type { LockEntry } from './lock/types.ts';
import type { OpenedLedger } from './open-ledger.ts';
import type { PlannedEdit } from './plan/types.ts';
import type { RunWatch } from './run-watch.ts';
import { orAborted } from './shared/or-aborted.ts';
import type { World } from './world.ts';

/** Between two looks at the ledger; half of it more by chance, so that runs do not look in step. */
const LOOK_MS = 5000;

export interface ElsewhereDeps extends Pick<World, 'clock' | 'random' | 'log'> {
  readonly ledger: Pick<OpenedLedger, 'handle'>;
  /** Absent where nothing goes to a branch: what another run delivered is then not ours to have. */
  readonly opened?: OpenedBranch;
  readonly watch: RunWatch;
  /** Ends all looking. */
  readonly signal: AbortSignal;
}

/** What was seen at one look; the branch is looked at only where an entry is gone. */
interface Look {
  readonly ledger: Ledger | undefined;
  readonly delivered: () => Promise<ReadonlyMap<string, LockEntry> | undefined>;
}

/**
 * Waits for edits that other runs are at, all together: one look at the ledger serves all that wait. Each wait ends as soon
 * as its edit has a request id, is free or delivered, or nobody will ever know; it rejects with its signal's reason.
 */
export function createElsewhereWait(
  deps: ElsewhereDeps,
): (edit: PlannedEdit, entry: LedgerEntry, signal: AbortSignal) => Promise<ElsewhereEnd> {
  const { ledger, opened, watch, clock, random, log } = deps;
  let coming: Promise<Look> | undefined;
  let reading: Promise<unknown> = Promise.resolve();

  async function look(): Promise<Look> {
    await clock.sleep(LOOK_MS * (1 + random() / 2), deps.signal);
    coming = undefined;
    const read = await ledger.handle.open();
    if (!read.ok) log.debug(`What other runs do cannot be seen: ${read.error.message}`);
    let branch: Promise<ReadonlyMap<string, LockEntry> | undefined> | undefined;
    return {
      ledger: read.ok ? read.value.ledger : undefined,
      delivered: async () => await (branch ??= readDelivered()),
    };
  }
  /** By fingerprint. One after the other, as two fetches of a tip at once get into each other's way. */
  async function readDelivered(): Promise<ReadonlyMap<string, LockEntry> | undefined> {
    if (opened === undefined) return new Map();
    const tip = reading.then(async () => await readTip(opened.repository, opened.place, deps.signal));
    reading = tip.catch(() => undefined);
    const read = await tip;
    if (!read.ok) {
      log.debug('What other runs delivered cannot be seen');
      return undefined;
    }
    const { lock, paths } = read.value.recorded;
    const there = [...lock.edits.values()].filter(({ files }) => files.every(({ path }) => paths.has(path)));
    return new Map(there.map((entry) => [entry.fingerprint, entry]));
  }
  async function judgeGone(edit: PlannedEdit, seen: Look): Promise<ElsewhereEnd | undefined> {
    const delivered = await seen.delivered();
    if (delivered === undefined) return undefined;
    const entry = delivered.get(edit.fingerprint);
    return entry === undefined
      ? { kind: 'free' }
      : { kind: 'delivered', files: entry.files, requestId: entry.requestId };
  }
  async function judgeThere(entry: LedgerEntry, signal: AbortSignal): Promise<ElsewhereEnd | undefined> {
    if (entry.state === 'submitted') return { kind: 'submitted', entry };
    switch (await watch.judge(entry, signal)) {
      case 'ours':
        return { kind: 'free' };
      case 'unknown':
        return { kind: 'unclear', entry };
      case 'elsewhere':
      case 'collect':
        return undefined;
    }
  }
  return async (edit, first, signal) => {
    let end = await judgeThere(first, signal);
    while (end === undefined) {
      coming ??= look();
      const seen = await orAborted(coming, signal);
      const entry = seen.ledger?.get(edit.fingerprint);
      if (seen.ledger === undefined) continue;
      end =
        entry === undefined
          ? await orAborted(judgeGone(edit, seen), signal)
          : await judgeThere(entry, signal);
    }
    return end;
  };
}
