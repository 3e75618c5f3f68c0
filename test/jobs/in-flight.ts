import type { EditClaims } from '../../src/jobs/types.ts';
import type { LedgerEntry } from '../../src/ledger/life/types.ts';
import type { PlannedEdit } from '../../src/plan/types.ts';
import { claimed, accepted, THEM, maybeSent } from '../ledger/samples.ts';
import { grantAll, makeEdit } from './run-plan.ts';

/** An edit that an earlier run paid for. */
export function collect(id: string, requestId: string, facts: Partial<PlannedEdit> = {}): PlannedEdit {
  return makeEdit(id, { action: { kind: 'collect', entry: accepted(THEM, requestId) }, ...facts });
}

/** An edit that another run is working on. */
export function otherRun(id: string, facts: Partial<PlannedEdit> = {}): PlannedEdit {
  return makeEdit(id, { action: { kind: 'other-run', entry: claimed(THEM) }, ...facts });
}

/** An edit of which no one knows whether it was sent. */
export function hold(id: string, entry: LedgerEntry = maybeSent(THEM)): PlannedEdit {
  return makeEdit(id, { action: { kind: 'hold', entry } });
}

/** EditClaims that write down what they are asked, as `claim hero`, and do what `other` says, otherwise grant everything. */
export function writeDown(calls: string[], other: Partial<EditClaims> = {}): EditClaims {
  const claims = { ...grantAll, ...other };
  return {
    expect: (upcoming) => {
      claims.expect(upcoming);
    },
    claim: async (edit, signal) => {
      calls.push(`claim ${edit.id}`);
      return await claims.claim(edit, signal);
    },
    posting: async (edit) => {
      calls.push(`posting ${edit.id}`);
      await claims.posting(edit);
    },
    accepted: async (edit, requestId, atMs) => {
      calls.push(`accepted ${edit.id} ${requestId}`);
      await claims.accepted(edit, requestId, atMs);
    },
    maybeSent: async (edit) => {
      calls.push(`maybe-sent ${edit.id}`);
      await claims.maybeSent(edit);
    },
    released: async (edit) => {
      calls.push(`released ${edit.id}`);
      await claims.released(edit);
    },
    releaseIfUnused: async (edit) => {
      await claims.releaseIfUnused(edit);
    },
    waitForOtherRun: async (edit, entry, signal) => {
      calls.push(`wait ${edit.id}`);
      return await claims.waitForOtherRun(edit, entry, signal);
    },
  };
}

/** For `waitForOtherRun`: the other run goes on for ever. */
export async function waitForEver(_: PlannedEdit, __: LedgerEntry, signal: AbortSignal): Promise<never> {
  const { promise, reject } = Promise.withResolvers<never>();
  const onAbort = (): void => {
    reject(signal.reason as Error);
  };
  if (signal.aborted) onAbort();
  signal.addEventListener('abort', onAbort);
  return await promise;
}
