import { decideLedgerChanges, type ClosingFacts } from './decide-ledger-changes.ts';
import { listFound } from '../ledger/ledger-view.ts';
import type { OpenedLedger } from '../ledger/open-ledger.ts';
import type { EditOutcome } from '../../plan/outcome.ts';
import type { Problem } from '../../shared/problem.ts';

/** Everything else in the run is done by then. */
const LIMIT_MS = 60_000;

/**
 * Records in the ledger how the edits ended, and writes everything to the store that is not there yet. Returns a
 * warning if that fails: the post step has the journal, and tries again.
 */
export async function closeLedger(
  edits: readonly EditOutcome[],
  ledger: Pick<OpenedLedger, 'found' | 'thisStep' | 'readTimes' | 'handle' | 'finish' | 'keepsRecord'>,
  facts: Omit<ClosingFacts, 'found' | 'thisStep' | 'nowMs'>,
): Promise<readonly Problem[]> {
  const { thisStep } = ledger;
  const { ledger: found } = listFound(ledger);
  const { localMs, serverMs } = ledger.readTimes();
  const changes = decideLedgerChanges(edits, { ...facts, found, thisStep, nowMs: serverMs ?? localMs });
  if (changes.length > 0) await ledger.handle.note(changes);
  const flushed = await ledger.finish(LIMIT_MS);
  if (flushed.ok || !ledger.keepsRecord()) return [];
  const message = `${flushed.error.message} The post step tries again. If that fails too, the next run collects once more what this one delivered, and holds as unknown what this one left at the service.`;
  return [{ severity: 'warning', message }];
}
