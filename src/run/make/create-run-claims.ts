import type { Claims, ClaimAnswer } from '../../jobs/types.ts';
import type { ClaimableEdit } from '../../ledger/claims/claim-slot.ts';
import { createClaims, type ClaimsDeps } from '../../ledger/claims/create-claims.ts';
import { nameEntry } from '../../ledger/life/change-entry.ts';
import type { PlannedEdit } from '../../plan/types.ts';
import type { DeliveredEdits, ReadDelivered } from './read-delivered.ts';

/** The claims of a run, and what is left to do about them in the end. */
export interface RunClaims extends Claims {
  /** Gives back what was claimed and not sent; for when no more claims are asked for. */
  releaseUnused(): Promise<void>;
}

export interface RunClaimsDeps extends Omit<ClaimsDeps, 'findDelivered'> {
  readonly waitElsewhere: Claims['waitElsewhere'];
  readonly readDelivered: ReadDelivered;
}

/**
 * The claims of a run's edits: those that are to be sent are claimed ahead, in batches; those that another run is at alone,
 * once they are free. What another run delivered since the plan was made is not claimed.
 */
export function createRunClaims(edits: readonly PlannedEdit[], deps: RunClaimsDeps): RunClaims {
  let delivered: DeliveredEdits = new Map();
  const core: ClaimsDeps = {
    ...deps,
    findDelivered: async () => {
      const read = await deps.readDelivered();
      if (!read.ok) return read;
      delivered = new Map([...delivered, ...read.value]);
      return { ok: true, value: new Set(delivered.keys()) };
    },
  };
  const claims = createClaims(edits.flatMap(claimable), core);

  function tellDelivered({ fingerprint }: PlannedEdit): ClaimAnswer {
    const entry = delivered.get(fingerprint);
    if (entry === undefined) throw new Error(`${fingerprint} was delivered, and is not there`);
    return { kind: 'delivered', files: entry.files, requestId: entry.requestId };
  }
  return {
    ...claims,
    claim: async (edit, signal) => {
      const answer = await claims.claim(edit, signal);
      switch (answer.kind) {
        case 'claimed':
        case 'other-run':
          return answer;
        case 'delivered':
          return tellDelivered(edit);
        case 'failed':
          return { kind: 'failed', message: answer.error.message };
      }
    },
    forgone: async (edit) => {
      if (claimable(edit).length > 0) await claims.forgone(edit);
    },
    waitElsewhere: deps.waitElsewhere,
  };
}

function claimable({ id, fingerprint, action }: PlannedEdit): readonly ClaimableEdit[] {
  switch (action.kind) {
    case 'submit':
      return [{ id, fingerprint, over: action.over.map(nameEntry) }];
    case 'other-run':
      return [{ id, fingerprint, isElsewhere: true, over: [] }];
    case 'collect':
    case 'hold':
    case 'share':
    case 'unchanged':
    case 'skip':
      return [];
  }
}
