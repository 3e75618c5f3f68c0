import type { LedgerEntry, PaidJob } from '../../ledger/life/types.ts';
import type { PlannedEdit } from '../../plan/types.ts';
import type { SubmitAnswer } from '../../queue/types.ts';
import { describeError } from '../../shared/describe-error.ts';
import type { EditError } from '../../shared/edit-error.ts';
import type { Place } from '../../shared/places.ts';
import { takeDelivered, type Ending } from '../endings.ts';
import { readNotSentReason, readStopReason } from '../stop-reason.ts';
import type { EditClaimAnswer, Uses } from '../types.ts';
import { composeInput } from './compose-input.ts';

/** How far an edit came, in case something breaks. */
export interface Progress {
  /** The job that makes it. */
  job?: PaidJob;
  /** Whether a submit may have left. */
  hasLeft: boolean;
  /** Its place among the jobs at the service, from its submit until the job has ended. */
  place?: Place;
  /** When it was about to be sent, or its paid job was first looked at; monotonic ms. */
  begunMs?: number;
}

/** What became of an edit that was to be submitted. */
export type AfterSubmit =
  | { readonly kind: 'accepted'; readonly job: PaidJob }
  /** Another run was first: nothing was sent here. */
  | { readonly kind: 'other-run'; readonly entry: LedgerEntry }
  | { readonly kind: 'ended'; readonly ending: Ending };

export type SubmitDeps = Uses<
  | 'queue'
  | 'claims'
  | 'keepsRecord'
  | 'budget'
  | 'files'
  | 'clock'
  | 'deadline'
  | 'uploadMemory'
  | 'enterService'
  | 'expectPlace'
  | 'letOthersPass'
  | 'outputUrls'
  | 'unchanged'
  | 'submitSignal'
  | 'stopRun'
  | 'onChange'
>;

const NO_JOB = { kind: 'none' } as const;

/**
 * Submits an edit that is claimed only for this run, and records what became of it before anything else happens. It is
 * made ready before there is room for its job at the service: claimed, and its pictures in memory, once they fit there
 * beside those of other submits. `progress` says at any time how far it came.
 */
export async function submitEdit(
  edit: PlannedEdit,
  progress: Progress,
  deps: SubmitDeps,
): Promise<AfterSubmit> {
  const { claims, submitSignal, budget } = deps;
  const excess = budget.reserve(edit);
  if (excess !== undefined) return end({ state: 'skipped', job: NO_JOB, error: excess });
  const needed = edit.needs.flatMap((id) => deps.unchanged.get(id) ?? []);
  const bytes = deps.files.uploadBytes(edit, needed);
  deps.expectPlace(edit, bytes > 0 ? 'bytes' : 'urls');
  // Before it takes room in memory: the wait may be long.
  const claim = await claims.claim(edit, submitSignal);
  if (claim.kind !== 'claimed') {
    budget.release(edit);
    return await answerRefusal(claim, deps);
  }
  const sent = await deps.uploadMemory.use(
    bytes,
    submitSignal,
    async () => await sendEdit(edit, claim.id, progress, deps),
    () => {
      deps.letOthersPass(edit);
    },
  );
  if (sent?.kind === 'sent') return await recordAnswer(edit, sent.answer, sent.submittedAtMs, progress, deps);
  budget.release(edit);
  await claims.released(edit);
  return end(sent?.ending ?? notSent(deps));
}

/** Waits for room at the service, and for the budget of that time; the ending says why it may not be sent. */
async function enterService(
  edit: PlannedEdit,
  progress: Progress,
  deps: Uses<'budget' | 'clock' | 'enterService' | 'submitSignal' | 'onChange'>,
): Promise<Ending | undefined> {
  const place = await deps.enterService(edit, deps.submitSignal);
  if (place === undefined) return notSent(deps);
  progress.place = place;
  progress.begunMs = deps.clock.monotonicMs();
  deps.onChange({ kind: 'submitting', edit });
  // Others may have cost more than was reserved for them.
  const excess = deps.budget.reserve(edit);
  return excess && { state: 'skipped', job: NO_JOB, error: excess };
}

function end(ending: Ending): AfterSubmit {
  return { kind: 'ended', ending };
}

/** What happens to an edit that may not be sent. */
async function answerRefusal(
  claim: Exclude<EditClaimAnswer, { readonly kind: 'claimed' }>,
  deps: Uses<'queue' | 'deadline' | 'submitSignal' | 'stopRun'>,
): Promise<AfterSubmit> {
  switch (claim.kind) {
    case 'other-run':
      return claim;
    case 'delivered':
      return end(await takeDelivered(claim, deps));
    case 'failed':
      return end(notRecorded(claim.message, deps));
  }
}

type Sent =
  | { readonly kind: 'unsent'; readonly ending: Ending }
  | { readonly kind: 'sent'; readonly answer: SubmitAnswer; readonly submittedAtMs: number };

/** The sendable pictures are released on return: `data:` URIs must not be in memory during the wait for the job. */
async function sendEdit(edit: PlannedEdit, key: string, progress: Progress, deps: SubmitDeps): Promise<Sent> {
  const { claims, queue, clock, submitSignal, deadline } = deps;
  const input = await composeInput(edit, deps);
  if (submitSignal.aborted) return { kind: 'unsent', ending: notSent(deps) };
  if (!input.ok) {
    const error: EditError = { code: 'reference-unusable', message: input.error };
    return { kind: 'unsent', ending: { state: 'failed', job: NO_JOB, error } };
  }
  const refusal = await enterService(edit, progress, deps);
  if (refusal !== undefined) return { kind: 'unsent', ending: refusal };
  try {
    await claims.posting(edit);
  } catch (error) {
    return { kind: 'unsent', ending: notRecorded(`${describeError(error)}.`, deps) };
  }
  progress.hasLeft = true;
  const call = { model: edit.model, signal: submitSignal, key, leftMs: () => deadline.leftMs() };
  const answer = await queue.submit(input.value.input, call);
  input.value.free();
  // By the service's clock, and when it has answered: runs on other machines judge by it how old the job is, and there may
  // have been tries before.
  return { kind: 'sent', answer, submittedAtMs: clock.now() + (queue.aheadMs() ?? 0) };
}

async function recordAnswer(
  edit: PlannedEdit,
  answer: SubmitAnswer,
  submittedAtMs: number,
  progress: Progress,
  deps: Uses<'claims' | 'budget' | 'keepsRecord' | 'submitSignal' | 'stopRun' | 'onChange'>,
): Promise<AfterSubmit> {
  const { claims, budget } = deps;
  if (answer.kind === 'accepted') {
    const { requestId } = answer;
    const job = { requestId, submittedAtMs };
    progress.job = job;
    await claims.accepted(edit, requestId, submittedAtMs);
    deps.onChange({ kind: 'submitted', edit, requestId });
    return { kind: 'accepted', job };
  }
  const { code, message, stopsRun } = answer.error;
  if (stopsRun) deps.stopRun(message);
  if (answer.kind === 'maybe-sent') {
    await claims.maybeSent(edit);
    const next = deps.keepsRecord ? ' Only a run with `on-unknown: resubmit` sends it again.' : '';
    const error = { code, message: `${message}${next}` };
    return end({ state: 'unknown', job: { kind: 'maybe-sent' }, error });
  }
  budget.release(edit);
  await claims.released(edit);
  if (answer.kind === 'rejected')
    return end({ state: 'failed', job: { kind: 'refused', submittedAtMs }, error: { code, message } });
  // Its own reason if it has one: the service accepts nothing until after the run.
  const error = { code: stopsRun ? code : readStopReason(deps.submitSignal).code, message };
  return end({ state: 'skipped', job: NO_JOB, error });
}

/** What cannot be recorded must not be sent: neither this edit nor any that comes after it. */
function notRecorded(reason: string, deps: Uses<'submitSignal' | 'stopRun'>): Ending {
  const why = `Cannot guarantee that it is submitted only once: ${reason}`;
  if (deps.submitSignal.aborted) return notSent(deps, why);
  deps.stopRun(why);
  return { state: 'skipped', job: NO_JOB, error: { code: 'not-recorded', message: `Not sent. ${why}` } };
}

function notSent({ submitSignal }: Uses<'submitSignal'>, lastKnown?: string): Ending {
  return { state: 'skipped', job: NO_JOB, error: readNotSentReason(submitSignal, lastKnown) };
}
