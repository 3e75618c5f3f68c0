import type { LedgerHandle, NotedChange } from '../../ledger/write/create-ledger.ts';
import type { PaidEntry, Step } from '../../ledger/life/types.ts';
import type { PlannedEdit } from '../../plan/types.ts';
import type { Clock } from '../../shared/ports.ts';
import { nameClaim } from '../../ledger/life/change-entry.ts';

export interface TakeOverDeps {
  readonly ledger: Pick<LedgerHandle, 'note'>;
  readonly step: Step;
  /** Where the pictures of this run are to go. */
  readonly destination: string;
  readonly clock: Pick<Clock, 'now'>;
  readonly overAtMs: number;
}

/** A job that this run is going to collect, and the edit that it is for. */
export type Collected = readonly [edit: Pick<PlannedEdit, 'id' | 'fingerprint'>, entry: PaidEntry];

/**
 * Notes jobs that were submitted for another destination, or that another run has delivered, as jobs for this run's
 * destination too. If this run does not get to deliver them, the next run to the same destination collects them: without
 * the note it would find nothing that is left to collect, and would pay again.
 */
export async function takeOverJobs(jobs: readonly Collected[], deps: TakeOverDeps): Promise<void> {
  const changes = jobs
    .filter(([, entry]) => entry.state === 'delivered' || entry.destination !== deps.destination)
    .map((job) => noteFor(job, deps));
  if (changes.length > 0) await deps.ledger.note(changes);
}

function noteFor(
  [{ id: edit, fingerprint }, { requestId, submittedAtMs }]: Collected,
  { step, destination, clock, overAtMs }: TakeOverDeps,
): NotedChange {
  // By the request, so that the same note made twice is one entry.
  const id = nameClaim(step, requestId);
  const claim = { id, fingerprint, edit, destination, step, claimedAtMs: clock.now(), overAtMs };
  return { kind: 'accepted', claim, requestId, submittedAtMs };
}
