import type { PaidJob } from '../../ledger/life/types.ts';
import type { PlannedEdit } from '../../plan/types.ts';
import { describeError } from '../../shared/describe-error.ts';
import { endEdit, type Ending } from '../endings.ts';
import { describePending } from '../follow/end-stopped.ts';
import { followJob, type FollowDeps } from '../follow/follow-job.ts';
import type { AfterStep, JobCost, Uses } from '../types.ts';
import { submitEdit, type AfterSubmit, type Progress, type SubmitDeps } from './submit-edit.ts';

type EditDeps = SubmitDeps & Omit<FollowDeps, 'onJobEnd'>;

/**
 * Takes one edit to its files on disk: submit, wait, download; or, from the job that an earlier run paid for (`paid`),
 * wait and download. It continues as another run's edit if that run was first. Never throws: whatever goes wrong is
 * part of the outcome, together with the request id once there is one.
 */
export async function runEdit(
  edit: PlannedEdit,
  paid: PaidJob | undefined,
  deps: EditDeps,
): Promise<AfterStep> {
  const progress: Progress = { hasLeft: false, ...(paid !== undefined && { job: paid }) };
  const after = await tryEdit(edit, paid, progress, deps);
  progress.place?.leave();
  if (after.kind === 'other-run') return { kind: 'goes-on', action: after };
  const { ending } = after;
  if (progress.begunMs === undefined) return { kind: 'ended', outcome: endEdit(edit, ending) };
  const timings = { ...ending.timings, totalMs: deps.clock.monotonicMs() - progress.begunMs };
  return { kind: 'ended', outcome: endEdit(edit, { ...ending, timings }) };
}

async function tryEdit(
  edit: PlannedEdit,
  paid: PaidJob | undefined,
  progress: Progress,
  deps: EditDeps,
): Promise<Exclude<AfterSubmit, { readonly kind: 'accepted' }>> {
  try {
    if (paid !== undefined) return { kind: 'ended', ending: await collectEdit(edit, paid, progress, deps) };
    const after = await submitEdit(edit, progress, deps);
    if (after.kind !== 'accepted') return after;
    const onJobEnd = (cost: JobCost): void => {
      // Before the next edit is sent: it may be one too many.
      deps.budget.recordCost(edit, cost);
      progress.place?.leave();
    };
    const ending = await followJob(edit, { ...after.job, isOurs: true }, { ...deps, onJobEnd });
    // A job that this run has cancelled in the queue is not charged.
    if (ending.state === 'cancelled') deps.budget.recordCost(edit, { usd: 0, hasMade: false });
    return { kind: 'ended', ending };
  } catch (error) {
    return { kind: 'ended', ending: await endSurprised(edit, error, progress, deps) };
  }
}

/** Its times do not show how long jobs take: no run looked while it waited. */
async function collectEdit(
  edit: PlannedEdit,
  { requestId, submittedAtMs }: PaidJob,
  progress: Progress,
  deps: EditDeps,
): Promise<Ending> {
  // There is none once the run is over: then it ends at once.
  const place = await deps.enterService(edit, deps.deadline.signal);
  if (place !== undefined) progress.place = place;
  progress.begunMs = deps.clock.monotonicMs();
  deps.onChange({ kind: 'collecting', edit, requestId });
  const job = { requestId, submittedAtMs, isOurs: false };
  const onJobEnd = (): void => place?.leave();
  const ending = await followJob(edit, job, { ...deps, onJobEnd });
  const { downloadMs } = ending.timings ?? {};
  return { ...ending, timings: { ...(downloadMs !== undefined && { downloadMs }) } };
}

/** A surprise on our side does not undo what was, or may have been, paid for. */
async function endSurprised(
  edit: PlannedEdit,
  error: unknown,
  { job, hasLeft }: Progress,
  deps: Uses<'claims' | 'budget' | 'keepsRecord' | 'queue'>,
): Promise<Ending> {
  const code = 'internal-error';
  const what = `An internal error: ${describeError(error)}.`;
  if (job !== undefined) {
    const { requestId, submittedAtMs } = job;
    const message = `${what} ${describePending(requestId, deps)}`;
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

/** Recording may fail for the same reason. */
async function recordSurprise(
  edit: PlannedEdit,
  hasLeft: boolean,
  { claims, budget }: Uses<'claims' | 'budget'>,
): Promise<string> {
  try {
    if (!hasLeft) budget.release(edit);
    await (hasLeft ? claims.maybeSent(edit) : claims.released(edit));
    return '';
  } catch (error) {
    return ` That could not be recorded: ${describeError(error)}.`;
  }
}
