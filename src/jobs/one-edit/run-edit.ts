import type { PaidJob } from '../../ledger/life/types.ts';
import type { EditOutcome } from '../../plan/outcome.ts';
import type { PlannedEdit } from '../../plan/types.ts';
import { describeError } from '../../shared/describe-error.ts';
import { endEdit, type Ending } from '../endings.ts';
import { followJob } from '../follow/follow-job.ts';
import { tellPending } from '../follow/settle-stopped.ts';
import { submitEdit, type SentElsewhere } from './submit-edit.ts';
import { createTypicalTimes } from '../follow/typical-times.ts';
import type { EditDeps } from '../types.ts';

/** How far an edit came, for the case that something breaks. */
interface Progress {
  /** The job that makes it. */
  job?: PaidJob;
  /** Whether a submit may have left. */
  hasLeft: boolean;
}

/**
 * Takes one edit to its files on disk: submit, wait, download; or from the job that an earlier run paid for (`paid`), wait
 * and download. Gives `elsewhere` where another run was first. Never throws: whatever goes wrong is part of the outcome,
 * together with the request id once there is one.
 */
export async function runEdit(
  edit: PlannedEdit,
  paid: PaidJob | undefined,
  deps: EditDeps,
): Promise<EditOutcome | SentElsewhere> {
  const startedAtMs = deps.clock.now();
  const progress: Progress = { hasLeft: false, ...(paid !== undefined && { job: paid }) };
  let end: Ending | SentElsewhere;
  try {
    end = paid === undefined ? await makeEdit(edit, progress, deps) : await collectEdit(edit, paid, deps);
  } catch (error) {
    end = await settleSurprise(edit, error, progress, deps);
  }
  if ('kind' in end) return end;
  return endEdit(edit, { ...end, timings: { ...end.timings, totalMs: deps.clock.now() - startedAtMs } });
}

async function makeEdit(
  edit: PlannedEdit,
  progress: Progress,
  deps: EditDeps,
): Promise<Ending | SentElsewhere> {
  deps.onChange({ kind: 'submitting', edit });
  const onPosting = (): void => {
    progress.hasLeft = true;
  };
  const job = await submitEdit(edit, onPosting, deps);
  if ('state' in job || 'kind' in job) return job;
  progress.job = job;
  const { requestId, submittedAtMs } = job;
  await deps.claims.accepted(edit, requestId, submittedAtMs);
  deps.onChange({ kind: 'submitted', edit, requestId });
  const end = await followJob(edit, { ...job, isOurs: true }, deps);
  // A job that is cancelled in the queue is not charged.
  deps.purse.spent(edit, end.state === 'cancelled' ? 0 : end.costUsd);
  return end;
}

/** Its times tell nothing of how long jobs take: nobody looked while it waited. */
async function collectEdit(
  edit: PlannedEdit,
  { requestId, submittedAtMs }: PaidJob,
  deps: EditDeps,
): Promise<Ending> {
  deps.onChange({ kind: 'collecting', edit, requestId });
  const job = { requestId, submittedAtMs, isOurs: false };
  const end = await followJob(edit, job, { ...deps, typical: createTypicalTimes() });
  const { downloadMs } = end.timings ?? {};
  return { ...end, timings: { ...(downloadMs !== undefined && { downloadMs }) } };
}

/** A surprise on our side does not undo what was paid for, nor what may have been. */
async function settleSurprise(
  edit: PlannedEdit,
  error: unknown,
  { job, hasLeft }: Progress,
  deps: EditDeps,
): Promise<Ending> {
  const code = 'internal-error';
  const what = `An internal error: ${describeError(error)}.`;
  if (job !== undefined) {
    const { requestId, submittedAtMs } = job;
    const message = `${what} ${tellPending(requestId, deps)}`;
    return { state: 'pending', job: { kind: 'open', requestId, submittedAtMs }, error: { code, message } };
  }
  const lost = await recordSurprise(edit, hasLeft, deps);
  if (!hasLeft) {
    const message = `${what} It was not sent.${lost}`;
    return { state: 'failed', job: { kind: 'none' }, error: { code, message } };
  }
  const next = deps.keepsRecord ? ' Only a run with `on-unknown: resubmit` sends it again.' : '';
  const advice = `It may have been sent: look at your requests on RunComfy before it is sent again.${next}`;
  const message = `${what} ${advice}${lost}`;
  return { state: 'unknown', job: { kind: 'maybe-sent' }, error: { code, message } };
}

/** What broke may break this as well. */
async function recordSurprise(edit: PlannedEdit, hasLeft: boolean, deps: EditDeps): Promise<string> {
  const { claims, purse } = deps;
  try {
    if (!hasLeft) purse.giveBack(edit);
    await (hasLeft ? claims.maybeSent(edit) : claims.released(edit));
    return '';
  } catch (error) {
    return ` That could not be recorded: ${describeError(error)}.`;
  }
}
