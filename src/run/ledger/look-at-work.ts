import type { ActionInputs } from '../../inputs/types.ts';
import { findDebts, nameSecondDestination, withoutDebts } from '../../ledger/life/debt.ts';
import { listDeliveredSince } from '../../ledger/life/delivered-since.ts';
import type { Times } from '../../ledger/life/prune.ts';
import type { AcceptedEntry, LedgerEntry } from '../../ledger/life/types.ts';
import { hasPictures, isOfThePast } from '../../plan/outputs.ts';
import type { InFlight, Plan } from '../../plan/types.ts';
import type { World } from '../../runner/world.ts';
import { listFound, type LedgerView } from './ledger-view.ts';
import { lookAtLedger, type JudgedLedger } from './look-at-ledger.ts';
import { nameDestination } from './name-destination.ts';
import { createRunWatch, type RunWatch } from './run-watch.ts';

/** What in the ledger decides about this run's edits. */
export type FlightInputs = Pick<
  ActionInputs,
  'githubToken' | 'deliver' | 'branch' | 'branchDirectory' | 'onUnknown' | 'shard'
>;

/** Work in flight, and what it means for this run. */
export interface WorkInFlight {
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
 * The inputs for opening the ledger: without one if it does not matter to the plan. What was delivered is never in flight,
 * so a run with nothing to do skips it; but an upload may still be owed, and of what the branch had before, something newer may be
 * in flight.
 */
export function skipIdleLedger<Inputs extends Pick<ActionInputs, 'deliver' | 'ledger'>>(
  { edits }: Plan,
  inputs: Inputs,
): Inputs {
  const isIdle = edits.every(
    ({ action }) => action.kind === 'aside' || (hasPictures(action) && !isOfThePast(action)),
  );
  return isIdle && !inputs.deliver.includes('artifact') ? { ...inputs, ledger: 'none' } : inputs;
}

/**
 * Looks at what is in flight, and asks about the runs behind it. `startedMs` is when this run began, on
 * the monotonic clock. Throws the signal's reason.
 */
export async function lookAtWork(
  view: LedgerView,
  startedMs: number,
  inputs: FlightInputs,
  world: Pick<World, 'clock' | 'process' | 'github'>,
  signal: AbortSignal,
): Promise<WorkInFlight> {
  const { isRunOver, isJobOver } = world.github(inputs.githubToken);
  const readTimes = (): Times => view.readTimes();
  const isLast = inputs.shard?.kind === 'merge';
  const watch = createRunWatch(view.thisStep, { ...world, readTimes, isRunOver, isJobOver, isLast });
  const { ledger: found, pruned } = listFound(view);
  const readAgain = async (): ReturnType<LedgerView['readAgain']> => {
    const again = await view.readAgain();
    return again === undefined ? undefined : withoutDebts(again);
  };
  const judged = await lookAtLedger(withoutDebts(found), readAgain, watch, signal);
  const destination = nameDestination(inputs);
  const { localMs, serverMs } = readTimes();
  // Deliveries are marked by a server's clock if that is known.
  const startedAtMs = (serverMs ?? localMs) - (world.clock.monotonicMs() - startedMs);
  const debts = inputs.deliver.includes('artifact')
    ? findDebts(found, nameSecondDestination(destination))
    : [];
  const owed = new Set(debts.map(({ requestId }) => requestId));
  const deliveredSince = listDeliveredSince([...judged.values()].flat(), {
    startedAtMs,
    destination,
  });
  const isNothing = judged.size === 0 && owed.size === 0;
  return {
    watch,
    judged,
    pruned,
    inFlight: isNothing
      ? undefined
      : { entries: judged, destination, owed, deliveredSince, onUnknown: inputs.onUnknown },
    debts,
  };
}
