import type { ActionInputs } from '../../inputs/types.ts';
import type { Plan } from '../../plan/types.ts';
import { lookAtWork, skipIdleLedger, type FlightInputs, type WorkInFlight } from '../ledger/look-at-work.ts';
import { openLedger, type LedgerPorts, type OpenedLedger } from '../ledger/open-ledger.ts';

/** Work in flight, and the ledger that has it, open for writing. Disposing of it closes the ledger. */
export interface MetLedger extends AsyncDisposable, WorkInFlight {
  readonly ledger: OpenedLedger;
}

/**
 * Opens the ledger and looks at what is in flight. `startedMs` is when this run began, on the monotonic clock.
 * Throws the signal's reason; then nothing is left open.
 */
export async function meetLedger(
  plan: Plan,
  startedMs: number,
  inputs: FlightInputs & Pick<ActionInputs, 'ledger' | 'shard'>,
  world: LedgerPorts,
  signal: AbortSignal,
): Promise<MetLedger> {
  await using made = new AsyncDisposableStack();
  const ledger = made.use(await openLedger(skipIdleLedger(plan, inputs), world, signal));
  const work = await lookAtWork(ledger, startedMs, inputs, world, signal);
  const resources = made.move();
  return {
    ...work,
    ledger,
    [Symbol.asyncDispose]: async () => {
      await resources.disposeAsync();
    },
  };
}
