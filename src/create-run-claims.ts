import type { Claims, ClaimAnswer } from './jobs/types.ts';
import type { ClaimableEdit } from './ledger/claim-slot.ts';
import { createClaims, type Claims as LedgerClaims, type ClaimsDeps } from './ledger/create-claims.ts';
import type { PlannedEdit } from './plan/types.ts';
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
  const submits = edits.filter(({ action }) => action.kind === 'submit');
  const ahead = createClaims(submits.map(claimable), core);
  const alone = new Map<string, LedgerClaims>();

  function claimsOf(edit: PlannedEdit): LedgerClaims {
    if (edit.action.kind === 'submit') return ahead;
    const claims = alone.get(edit.fingerprint) ?? createClaims([claimable(edit)], core);
    alone.set(edit.fingerprint, claims);
    return claims;
  }
  function tellDelivered({ fingerprint }: PlannedEdit): ClaimAnswer {
    const entry = delivered.get(fingerprint);
    if (entry === undefined) throw new Error(`${fingerprint} was delivered, and is not there`);
    return { kind: 'delivered', files: entry.files, requestId: entry.requestId };
  }
  return {
    claim: async (edit, signal) => {
      const answer = await claimsOf(edit).claim(edit, signal);
      switch (answer.kind) {
        case 'claimed':
        case 'elsewhere':
          return answer;
        case 'delivered':
          return tellDelivered(edit);
        case 'failed':
          return { kind: 'failed', message: answer.error.message };
      }
    },
    posting: async (edit) => {
      await claimsOf(edit).posting(edit);
    },
    submitted: async (edit, ...job) => {
      await claimsOf(edit).submitted(edit, ...job);
    },
    unclear: async (edit) => {
      await claimsOf(edit).unclear(edit);
    },
    released: async (edit) => {
      await claimsOf(edit).released(edit);
    },
    waitElsewhere: deps.waitElsewhere,
    releaseUnused: async () => {
      for (const claims of [ahead, ...alone.values()]) await claims.releaseUnused();
    },
  };
}

function claimable({ id, fingerprint, action }: PlannedEdit): ClaimableEdit {
  const there = action.kind === 'submit' ? action.replaces : undefined;
  switch (there?.state) {
    case undefined:
      return { id, fingerprint };
    case 'claimed':
    case 'unclear':
      return { id, fingerprint, replaces: there.claimant };
    case 'submitted':
    case 'settled':
      return { id, fingerprint, replacesJob: there.requestId };
  }
}
