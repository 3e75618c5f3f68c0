import type { EditClaims, DeliveredByOther } from '../../jobs/types.ts';
import type { ClaimableEdit } from '../../ledger/claims/types.ts';
import { createClaims, type ClaimsDeps } from '../../ledger/claims/create-claims.ts';
import { nameEntry } from '../../ledger/life/change-entry.ts';
import type { PlannedEdit } from '../../plan/types.ts';
import { takeOverJobs } from './take-over-jobs.ts';
import type { DeliveredEdits, ReadDelivered } from './read-delivered.ts';

/** The claims of a run, and what is left to do about them in the end. */
export interface RunClaims extends EditClaims {
  /** Releases what was claimed and not sent; for when no more claims are asked for. */
  releaseUnused(): Promise<void>;
}

export interface RunClaimsDeps extends Omit<ClaimsDeps<DeliveredByOther>, 'findDelivered'> {
  readonly waitForOtherRun: EditClaims['waitForOtherRun'];
  readonly readDelivered: ReadDelivered;
}

/**
 * The claims of a run's edits: those that are to be sent are claimed ahead, in batches; those that another run is working
 * on, once they are free. What another run delivered since the plan was made is not claimed.
 */
export function createRunClaims(edits: readonly PlannedEdit[], deps: RunClaimsDeps): RunClaims {
  const claims = createClaims(edits.flatMap(claimable), {
    ...deps,
    findDelivered: async () => {
      const read = await deps.readDelivered();
      return read.ok ? { ok: true, value: nameDelivered(read.value) } : read;
    },
  });
  return {
    ...claims,
    releaseIfUnused: async (edit) => {
      if (claimable(edit).length > 0) await claims.releaseIfUnused(edit);
    },
    waitForOtherRun: async (edit, ...call) => {
      const answer = await deps.waitForOtherRun(edit, ...call);
      if (answer.kind === 'submitted') await takeOverJobs([[edit, answer.entry]], deps);
      return answer;
    },
  };
}

function nameDelivered(delivered: DeliveredEdits): ReadonlyMap<string, DeliveredByOther> {
  return new Map(
    [...delivered].map(([fingerprint, { files, requestId }]) => [
      fingerprint,
      { kind: 'delivered', files, requestId },
    ]),
  );
}

function claimable({ id, fingerprint, action }: PlannedEdit): readonly ClaimableEdit[] {
  switch (action.kind) {
    case 'submit':
      return [{ id, fingerprint, kind: 'submit', over: action.over.map(nameEntry) }];
    case 'other-run':
      return [{ id, fingerprint, kind: 'other-run' }];
    case 'collect':
    case 'hold':
    case 'share':
    case 'unchanged':
    case 'adopt':
    case 'aside':
    case 'skip':
      return [];
  }
}
