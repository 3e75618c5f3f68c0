import type { OtherRunAnswer } from '../../jobs/types.ts';
import { isDeadClaim, pickRuling } from '../../ledger/life/judge-entry.ts';
import type { Ledger, LedgerEntry } from '../../ledger/life/types.ts';
import type { OpenedLedger } from '../ledger/open-ledger.ts';
import type { PlannedEdit } from '../../plan/types.ts';
import type { DeliveredEdits, ReadDelivered } from './read-delivered.ts';
import type { RunWatch } from '../ledger/run-watch.ts';
import { createLine } from '../../shared/line.ts';
import { orAborted } from '../../shared/or-aborted.ts';
import type { World } from '../../runner/world.ts';

/** Time between two looks at the ledger; up to half as much again at random, so that runs do not look in step. */
const LOOK_MS = 5000;

export interface OtherRunDeps extends Pick<World, 'clock' | 'random' | 'log'> {
  readonly ledger: { readonly handle: Pick<OpenedLedger['handle'], 'open'> };
  readonly readDelivered: ReadDelivered;
  readonly watch: RunWatch;
  /** Ends every look. */
  readonly signal: AbortSignal;
}

/** What was seen at one look; undefined if it could not be seen. */
interface Look {
  readonly ledger: Ledger | undefined;
  /** Why another look will not see it either. */
  readonly blocked: string | undefined;
  /** The branch is read only if an entry is gone, and only once. */
  delivered(): Promise<DeliveredEdits | undefined>;
}

/**
 * Waits for edits that other runs are working on, all together: one look at the ledger serves every wait. Each wait
 * ends as soon as its edit has a request id, is free or delivered, or can never become known. It rejects with its
 * signal's reason, and if the ledger can no longer be read.
 */
export function createOtherRunWait(
  deps: OtherRunDeps,
): (edit: PlannedEdit, entry: LedgerEntry, signal: AbortSignal) => Promise<OtherRunAnswer> {
  const { ledger, readDelivered, watch, clock, random, log } = deps;
  let coming: Promise<Look> | undefined;
  /** The look that begins when the one under way has ended: only that one certainly sees what is there now. */
  let next: Promise<Look> | undefined;
  const line = createLine();

  async function look(): Promise<Look> {
    await clock.sleep(LOOK_MS * (1 + random() / 2), deps.signal);
    coming = undefined;
    return await lookNow();
  }
  async function lookNow(): Promise<Look> {
    const read = await ledger.handle.open();
    if (!read.ok) log.debug(`Cannot see what other runs do: ${read.error.message}`);
    let delivered: Promise<DeliveredEdits | undefined> | undefined;
    return {
      ledger: read.ok ? read.value.ledger : undefined,
      blocked: read.ok || read.error.kind === 'unreachable' ? undefined : read.error.message,
      delivered: async () => await (delivered ??= lookAtBranch()),
    };
  }
  async function lookAfresh(): Promise<Look> {
    next ??= line.run(async () => {
      next = undefined;
      return await lookNow();
    });
    return await next;
  }
  async function lookAtBranch(): Promise<DeliveredEdits | undefined> {
    const read = await readDelivered();
    if (!read.ok) log.debug(`Cannot see what other runs delivered: ${read.error.message}`);
    return read.ok ? read.value : undefined;
  }
  /** What the branch says, or else `otherwise`. */
  async function judgeDelivered(
    fingerprint: string,
    look: Pick<Look, 'delivered'>,
    otherwise: OtherRunAnswer,
  ): Promise<OtherRunAnswer | undefined> {
    const delivered = await look.delivered();
    if (delivered === undefined) return undefined;
    const entry = delivered.get(fingerprint);
    if (entry === undefined) return otherwise;
    return { kind: 'delivered', files: entry.files, requestId: entry.requestId };
  }
  async function judgeThere(
    entries: readonly LedgerEntry[],
    seen: Pick<Look, 'delivered'>,
    signal: AbortSignal,
  ): Promise<OtherRunAnswer | undefined> {
    const judged = await Promise.all(entries.map(async (entry) => await watch.judge(entry, signal)));
    const ruling = pickRuling(judged);
    switch (ruling?.verdict) {
      case undefined:
      case 'ours':
        return { kind: 'free' };
      case 'collect':
        return { kind: 'submitted', entry: ruling.entry };
      case 'delivered':
        // What was delivered to another destination was paid for all the same, and can be collected.
        return await judgeDelivered(ruling.entry.fingerprint, seen, {
          kind: 'submitted',
          entry: ruling.entry,
        });
      case 'unknown':
        return { kind: 'unknown', entry: ruling.entry };
      case 'other-run':
        return undefined;
    }
  }
  async function judgeSeen(
    { fingerprint }: PlannedEdit,
    seen: Look,
    ledger: Ledger,
    signal: AbortSignal,
  ): Promise<OtherRunAnswer | undefined> {
    const entries = ledger.get(fingerprint);
    return entries === undefined
      ? await judgeDelivered(fingerprint, seen, { kind: 'free' })
      : await judgeThere(entries, seen, signal);
  }
  async function judgeNow(edit: PlannedEdit, signal: AbortSignal): Promise<OtherRunAnswer | undefined> {
    const seen = await lookAfresh();
    return seen.ledger === undefined ? undefined : await judgeSeen(edit, seen, seen.ledger, signal);
  }
  return async (edit, first, signal) => {
    /**
     * A claim that was seen before its run was known to be over may have changed since: the last look comes after that.
     */
    const confirm = async (
      judged: Promise<OtherRunAnswer | undefined>,
    ): Promise<OtherRunAnswer | undefined> => {
      const seen = await orAborted(judged, signal);
      const isDoubtful = seen?.kind === 'unknown' && isDeadClaim({ verdict: 'unknown', entry: seen.entry });
      return isDoubtful ? await orAborted(judgeNow(edit, signal), signal) : seen;
    };
    let end = await confirm(judgeThere([first], { delivered: lookAtBranch }, signal));
    while (end === undefined) {
      coming ??= look();
      const seen = await orAborted(coming, signal);
      if (seen.blocked !== undefined) throw new Error(seen.blocked);
      if (seen.ledger === undefined) continue;
      end = await confirm(judgeSeen(edit, seen, seen.ledger, signal));
    }
    return end;
  };
}
