import { requestIdOf, type EditOutcome, type EndFacts, type JobFact } from '../../src/plan/outcome.ts';
import type { PlannedEdit } from '../../src/plan/types.ts';
import type { EditError } from '../../src/shared/edit-error.ts';

/** What a test says about an end; the rest is plain. `requestId` is short for a job of the kind that the state has. */
export type OutcomeFacts = Partial<EndFacts> & {
  readonly edit?: PlannedEdit;
  readonly job?: JobFact;
  readonly error?: EditError | undefined;
  readonly requestId?: string;
  readonly submittedAtMs?: number;
};

/** An edit's end in this state, with a job and an error that fit to it. */
export function outcomeOf(
  edit: PlannedEdit,
  state: EditOutcome['state'],
  facts: OutcomeFacts = {},
): EditOutcome {
  const { requestId, submittedAtMs, ...more } = facts;
  const base = { edit, outputUrls: [], files: [], unchangedFiles: [], timings: {}, warnings: [] };
  const isWell = state === 'succeeded' || state === 'unchanged' || state === 'adopted';
  const error = isWell ? {} : { error: { code: 'internal-error', message: 'It is so.' } };
  const job = jobOf(state, requestId, submittedAtMs);
  // Some tests name combinations that no run has, so that each fact can be looked at by itself.
  return { ...base, state, job, ...error, ...more } as EditOutcome;
}

function jobOf(state: EditOutcome['state'], requestId: string | undefined, submittedAtMs = 0): JobFact {
  switch (state) {
    case 'succeeded':
      return { kind: 'made', requestId: requestId ?? 'req-1', submittedAtMs };
    case 'unchanged':
    case 'adopted':
      return { kind: 'delivered', requestId: requestId ?? 'req-1' };
    case 'cancelled':
      return { kind: 'over-empty', requestId: requestId ?? 'req-1', submittedAtMs };
    case 'unknown':
      return requestId === undefined ? { kind: 'maybe-sent' } : { kind: 'open', requestId, submittedAtMs };
    case 'failed':
    case 'pending':
    case 'skipped':
      return requestId === undefined ? { kind: 'none' } : { kind: 'open', requestId, submittedAtMs };
  }
}

/** An outcome as tests compare it: with the request id beside the state. */
export function withRequestId(outcome: EditOutcome): EditOutcome & { readonly requestId?: string } {
  const requestId = requestIdOf(outcome);
  return { ...outcome, ...(requestId !== undefined && { requestId }) };
}
