import type { PlannedEdit } from '../../plan/types.ts';
import type { SubmitAnswer } from '../../queue/types.ts';
import { describeError } from '../../shared/describe-error.ts';
import type { EditError } from '../../shared/edit-error.ts';
import { composeInput } from './compose-input.ts';
import { takeDelivered, type Ending } from '../endings.ts';
import { readNotSentReason, readStopReason } from '../stop-reason.ts';
import type { ClaimAnswer, EditDeps } from '../types.ts';

/** An edit that the service accepted. */
export interface Submitted {
  readonly requestId: string;
  /** Milliseconds since the epoch: when its submit began. */
  readonly submittedAtMs: number;
}

/** Another run was first: nothing was sent here. */
export type SentElsewhere = Extract<ClaimAnswer, { readonly kind: 'other-run' }>;

/**
 * Submits an edit that is claimed for this run alone: gives the request id, or how the edit ended without one. Waits
 * first until its pictures fit in memory beside those of the other submits. What became of the claim is recorded, but
 * an accepted request id is left to the caller. `onPosting` is called when it can no longer be said that nothing was sent.
 */
export async function submitEdit(
  edit: PlannedEdit,
  onPosting: () => void,
  deps: EditDeps,
): Promise<Submitted | SentElsewhere | Ending> {
  const { claims, submitSignal, uploads, kept, purse } = deps;
  const excess = purse.reserve(edit);
  if (excess !== undefined) return { state: 'skipped', job: NO_JOB, error: excess };
  // Before the room in memory is taken: it may be waited for long.
  const claim = await claims.claim(edit, submitSignal);
  if (claim.kind !== 'claimed') {
    purse.giveBack(edit);
    return await settleRefusal(claim, deps);
  }
  const needed = edit.needs.flatMap((id) => kept.get(id) ?? []);
  const bytes = deps.uploadBytes(edit, needed);
  const sent = await uploads.spend(bytes, submitSignal, async () => await sendEdit(edit, onPosting, deps));
  const end = sent ?? { kind: 'unsent', end: notSent(deps) };
  if (end.kind !== 'unsent') return await settleAnswer(edit, end.answer, end.submittedAtMs, deps);
  purse.giveBack(edit);
  await claims.released(edit);
  return end.end;
}

const NO_JOB = { kind: 'none' } as const;

/** How an edit goes on that may not be sent. */
async function settleRefusal(
  claim: Exclude<ClaimAnswer, { readonly kind: 'claimed' }>,
  deps: EditDeps,
): Promise<SentElsewhere | Ending> {
  switch (claim.kind) {
    case 'other-run':
      return claim;
    case 'delivered':
      return await takeDelivered(claim, deps);
    case 'failed':
      return notRecorded(claim.message, deps);
  }
}

type Sent =
  | { readonly kind: 'unsent'; readonly end: Ending }
  | { readonly kind: 'sent'; readonly answer: SubmitAnswer; readonly submittedAtMs: number };

/** What was made sendable is let go on return: `data:` URIs must not be in memory while the job is waited for. */
async function sendEdit(edit: PlannedEdit, onPosting: () => void, deps: EditDeps): Promise<Sent> {
  const { claims, queue, clock, submitSignal } = deps;
  const input = await composeInput(edit, deps);
  if (submitSignal.aborted) return { kind: 'unsent', end: notSent(deps) };
  if (!input.ok) {
    const error: EditError = { code: 'reference-unusable', message: input.error };
    return { kind: 'unsent', end: { state: 'failed', job: NO_JOB, error } };
  }
  try {
    await claims.posting(edit);
  } catch (error) {
    return { kind: 'unsent', end: notRecorded(`${describeError(error)}.`, deps) };
  }
  onPosting();
  const submittedAtMs = clock.now();
  return { kind: 'sent', answer: await queue.submit(input.value, submitSignal), submittedAtMs };
}

async function settleAnswer(
  edit: PlannedEdit,
  answer: SubmitAnswer,
  submittedAtMs: number,
  deps: EditDeps,
): Promise<Submitted | Ending> {
  const { claims, purse } = deps;
  if (answer.kind === 'accepted') return { requestId: answer.requestId, submittedAtMs };
  const { code, message, stopsRun } = answer.error;
  if (stopsRun) deps.stopRun(answer.error);
  if (answer.kind === 'unclear') {
    await claims.maybeSent(edit);
    const next = deps.keepsRecord ? ' Only a run with `on-unknown: resubmit` sends it again.' : '';
    const error = { code, message: `${message}${next}` };
    return { state: 'unknown', job: { kind: 'maybe-sent' }, error };
  }
  purse.giveBack(edit);
  await claims.released(edit);
  return answer.kind === 'rejected'
    ? { state: 'failed', job: { kind: 'refused', submittedAtMs }, error: { code, message } }
    : { state: 'skipped', job: NO_JOB, error: { code: readStopReason(deps.submitSignal).code, message } };
}

/** What cannot be recorded must not be sent: this edit, and all that come after it. */
function notRecorded(reason: string, deps: EditDeps): Ending {
  if (deps.submitSignal.aborted) return notSent(deps);
  const why = `Cannot guarantee that it is submitted only once: ${reason}`;
  deps.stopRun({ message: why });
  return { state: 'skipped', job: NO_JOB, error: { code: 'not-recorded', message: `Not sent. ${why}` } };
}

function notSent({ submitSignal }: EditDeps): Ending {
  return { state: 'skipped', job: NO_JOB, error: readNotSentReason(submitSignal) };
}
