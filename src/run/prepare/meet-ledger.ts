import type { ActionInputs } from '../../inputs/types.ts';
import { listDeliveredSince } from '../../ledger/life/delivered-since.ts';
import { findDebts, nameSecondDestination, withoutDebts } from '../../ledger/life/debt.ts';
import type { Times } from '../../ledger/life/prune.ts';
import type { AcceptedEntry, Ledger, LedgerEntry } from '../../ledger/life/types.ts';
import type { InFlight, Plan } from '../../plan/types.ts';
import { lookAtLedger, type JudgedLedger } from '../ledger/look-at-ledger.ts';
import { nameDestination } from '../ledger/name-destination.ts';
import { listFound, openLedger, type LedgerPorts, type OpenedLedger } from '../ledger/open-ledger.ts';
import { createRunWatch, type RunWatch } from '../ledger/run-watch.ts';

type LedgerInputs = Pick<
  ActionInputs,
  'ledger' | 'githubToken' | 'deliver' | 'branch' | 'branchDirectory' | 'onUnknown'
>;

/** Work in flight, and what it means for this run. Disposing of it closes the ledger. */
export interface MetLedger extends AsyncDisposable {
  readonly ledger: OpenedLedger;
  readonly watch: RunWatch;
  readonly judged: JudgedLedger;
  /** Entries that are too old to keep. */
  readonly pruned: readonly LedgerEntry[];
  /** The same, as a plan takes it; undefined if nothing is in flight. */
  readonly inFlight: InFlight | undefined;
  /** Pictures on the branch whose upload by an earlier run failed; none if this run uploads no artifact beside it. */
  readonly debts: readonly AcceptedEntry[];
}

/**
 * Reads what is in flight and asks about the runs behind it. `startedAtMs` is the start of this run, by the clock of this
 * machine. Throws the signal's reason; then nothing is left open.
 */
export async function meetLedger(
  plan: Plan,
  startedAtMs: number,
  inputs: LedgerInputs,
  world: LedgerPorts,
  signal: AbortSignal,
): Promise<MetLedger> {
  // What was delivered is never in flight, so a run with nothing to do skips the ledger; but an upload may still be owed.
  const isUploading = inputs.deliver.includes('artifact');
  const hasNothingToDo = !isUploading && plan.edits.every(({ action }) => action.kind === 'unchanged');
  await using made = new AsyncDisposableStack();
  const ledger = made.use(
    await openLedger(hasNothingToDo ? { ...inputs, ledger: 'none' } : inputs, world, signal),
  );
  const { isRunOver } = world.github(inputs.githubToken);
  const watch = createRunWatch(ledger.thisStep, {
    ...world,
    readTimes: () => ledger.readTimes(),
    isRunOver,
  });
  const readAgain = async (): Promise<Ledger | undefined> => {
    const read = await ledger.handle.open();
    return read.ok ? withoutDebts(read.value.ledger) : undefined;
  };
  const { ledger: found, pruned } = listFound(ledger);
  const judged = await lookAtLedger(withoutDebts(found), readAgain, watch, signal);
  const destination = nameDestination(inputs);
  const second = nameSecondDestination(destination);
  const debts = isUploading ? findDebts(found, second) : [];
  const owed = new Set(debts.map(({ requestId }) => requestId));
  const deliveredSince = listDeliveredSince([...judged.values()].flat(), {
    startedAtMs: startedAtMs + serverAheadMs(ledger.readTimes()),
    destination,
  });
  const isNothing = judged.size === 0 && owed.size === 0;
  const resources = made.move();
  return {
    ledger,
    watch,
    judged,
    pruned,
    inFlight: isNothing
      ? undefined
      : { entries: judged, destination, owed, deliveredSince, onUnknown: inputs.onUnknown },
    debts,
    [Symbol.asyncDispose]: async () => {
      await resources.disposeAsync();
    },
  };
}

/** Deliveries are marked by a server's clock if that is known. */
function serverAheadMs({ localMs, serverMs }: Times): number {
  return (serverMs ?? localMs) - localMs;
}
