import type { Claims } from './jobs/types.ts';
import { createClaims, type Claims as LedgerClaims, type ClaimsDeps } from './ledger/create-claims.ts';
import type { ClaimableEdit } from './ledger/claim-slot.ts';
import type { PlannedEdit } from './plan/types.ts';

/** The claims of a run, and what is left to do about them in the end. */
export interface RunClaims extends Claims {
  /** Gives back what was claimed and not sent; for when no more claims are asked for. */
  releaseUnused(): Promise<void>;
}

/**
 * The claims of a run's edits: those that are to be sent are claimed ahead, in batches; those that another run is at alone,
 * once they are free.
 */
export function createRunClaims(
  edits: readonly PlannedEdit[],
  waitElsewhere: Claims['waitElsewhere'],
  deps: ClaimsDeps,
): RunClaims {
  const submits = edits.filter(({ action }) => action.kind === 'submit');
  const ahead = createClaims(submits.map(claimable), deps);
  const alone = new Map<string, LedgerClaims>();

  function claimsOf(edit: PlannedEdit): LedgerClaims {
    if (edit.action.kind === 'submit') return ahead;
    const claims = alone.get(edit.fingerprint) ?? createClaims([claimable(edit)], deps);
    alone.set(edit.fingerprint, claims);
    return claims;
  }
  return {
    claim: async (edit, signal) => {
      const answer = await claimsOf(edit).claim(edit, signal);
      return answer.kind === 'failed' ? { kind: 'failed', message: answer.error.message } : answer;
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
    waitElsewhere,
    releaseUnused: async () => {
      await Promise.all(
        [ahead, ...alone.values()].map(async (claims) => {
          await claims.releaseUnused();
        }),
      );
    },
  };
}

function claimable({ id, fingerprint, action }: PlannedEdit): ClaimableEdit {
  const replaces = action.kind === 'submit' ? action.replaces?.claimant : undefined;
  return { id, fingerprint, ...(replaces !== undefined && { replaces }) };
}
