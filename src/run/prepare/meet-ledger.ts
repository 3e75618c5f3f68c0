import type { ActionInputs } from '../../inputs/types.ts';
import type { Ledger } from '../../ledger/life/types.ts';
import type { InFlight, Plan } from '../../plan/types.ts';
import type { World } from '../../runner/world.ts';
import { judgeLedger, type JudgedLedger } from '../ledger/judge-entries.ts';
import { openLedger, type OpenedLedger } from '../ledger/open-ledger.ts';
import { createRunWatch, type RunWatch } from '../ledger/run-watch.ts';

/** Work in flight, and what it means for this run. Disposing of it closes the ledger. */
export interface MetLedger extends AsyncDisposable {
  readonly ledger: OpenedLedger;
  readonly watch: RunWatch;
  readonly judged: JudgedLedger;
  /** The same, as a plan takes it; undefined if nothing is in flight. */
  readonly inFlight: InFlight | undefined;
}

/** Reads what is in flight and asks about the runs behind it. Throws the signal's reason; then nothing is left open. */
export async function meetLedger(
  plan: Plan,
  inputs: ActionInputs,
  world: World,
  signal: AbortSignal,
): Promise<MetLedger> {
  // What was delivered is never in flight, so a run with nothing to do skips the ledger.
  const isAllThere = plan.edits.every(({ action }) => action.kind === 'unchanged');
  await using made = new AsyncDisposableStack();
  const ledger = made.use(
    await openLedger(isAllThere ? { ...inputs, ledger: 'none' } : inputs, world, signal),
  );
  const { isRunOver } = world.github(inputs.githubToken);
  const watch = createRunWatch(ledger.thisStep, { ...world, isRunOver });
  const readAgain = async (): Promise<Ledger | undefined> => {
    const read = await ledger.handle.open();
    return read.ok ? read.value.ledger : undefined;
  };
  const judged = await judgeLedger(ledger.found, readAgain, watch, signal);
  const resources = made.move();
  return {
    ledger,
    watch,
    judged,
    inFlight: judged.size === 0 ? undefined : { entries: judged, onUnknown: inputs.onUnknown },
    [Symbol.asyncDispose]: async () => {
      await resources.disposeAsync();
    },
  };
}
