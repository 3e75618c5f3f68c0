import { hasAnswer } from '../ledger/life/change-entry.ts';
import { describeUnknown } from '../ledger/life/describe-entry.ts';
import type { LedgerEntry } from '../ledger/life/types.ts';
import type { EditOutcome, EndFacts } from '../plan/outcome.ts';
import type { PlannedEdit } from '../plan/types.ts';
import { describeError } from '../shared/describe-error.ts';
import type { DeliveredByOther, Uses } from './types.ts';

/** How an edit ended, without the edit itself; facts that are left out are unknown or empty. */
export type Ending = LessFacts<EditOutcome>;

type LessFacts<T> = T extends EditOutcome ? Omit<T, 'edit' | keyof EndFacts> & Partial<EndFacts> : never;

/** The outcome of an edit that ended in this way. */
export function endEdit(edit: PlannedEdit, ending: Ending): EditOutcome {
  const nothing = { outputUrls: [], files: [], unchangedFiles: [], timings: {}, warnings: [] };
  return { edit, ...nothing, ...ending };
}

/** An outcome as the run reports it: an edit that was to be sent and is not may still be to come. */
export function nameUnsent(outcome: EditOutcome, unsent: 'skipped' | 'pending'): EditOutcome {
  // What the plan leaves out on purpose is not to come.
  return outcome.state === 'skipped' && outcome.edit.action.kind !== 'skip'
    ? { ...outcome, state: unsent }
    : outcome;
}

/**
 * The ending of an edit that was or may have been paid for, and cannot be collected: with its age, the run that sent
 * it, its request id if there is one, and what to do.
 */
export function holdEdit(entry: LedgerEntry, nowMs: number): Ending {
  const what = describeUnknown(entry, nowMs);
  if (hasAnswer(entry)) {
    const { requestId, submittedAtMs } = entry;
    const message = `It was not sent: ${what}. Only a run with \`on-unknown: resubmit\` has it made, and pays, again.`;
    const job = { kind: 'lost', requestId, submittedAtMs, isRecorded: true } as const;
    return { state: 'unknown', job, error: { code: 'unknown-submit', message } };
  }
  const message =
    `It was not sent, because it may be paid for already: ${what}. ` +
    'Look for it among your requests on RunComfy; a run with `on-unknown: resubmit` sends it again.';
  return { state: 'unknown', job: { kind: 'maybe-sent' }, error: { code: 'unknown-submit', message } };
}

/**
 * The ending of an edit that another run delivered: unchanged, with fresh addresses for the edits that use it, if the
 * service still has them. Never throws: a surprise is the edit's failure.
 */
export async function takeDelivered(
  { files, requestId }: DeliveredByOther,
  { queue, deadline }: Uses<'queue' | 'deadline'>,
): Promise<Ending> {
  try {
    const result = await queue.result(requestId, deadline.signal);
    const outputUrls = result.ok && result.value.kind === 'succeeded' ? result.value.output.urls : [];
    return { state: 'unchanged', job: { kind: 'delivered', requestId }, unchangedFiles: files, outputUrls };
  } catch (error) {
    const message = `Another run delivered it (request ${requestId}), but an internal error came up here: ${describeError(error)}. Run again: it is taken from the branch, at no cost.`;
    return { state: 'failed', job: { kind: 'none' }, error: { code: 'internal-error', message } };
  }
}
