import type { EditOutcome } from '../plan/outcome.ts';
import type { PlannedEdit } from '../plan/types.ts';
import type { QueueError } from '../queue/types.ts';
import { describeError } from '../shared/describe-error.ts';
import type { EditEnd } from './edit-end.ts';
import { followJob } from './follow-job.ts';
import { tellPending } from './settle-stopped.ts';
import { submitEdit } from './submit-edit.ts';
import type { TypicalTimes } from './typical-times.ts';
import type { JobDeps } from './types.ts';
import type { UploadBudget } from './upload-budget.ts';

/** What one edit needs: what all edits of the run share, and what is known when it starts. */
export interface EditDeps extends Omit<JobDeps, 'maxParallel'> {
  readonly typical: TypicalTimes;
  readonly uploads: UploadBudget;
  /** Lower-case output paths of all edits of the run. */
  readonly takenOutputs: ReadonlySet<string>;
  /** First output URL of each edit that succeeded in this run, by id. */
  readonly outputUrls: ReadonlyMap<string, string>;
  /** Ends submits that were not accepted yet: the run's own signal, or an error that would meet every edit. */
  readonly submitSignal: AbortSignal;
  /** Told of an error after which no further submit makes sense. */
  stopRun(error: QueueError): void;
}

/**
 * Takes one edit from its images to its files on disk: submit, wait, download. Never throws: whatever goes wrong is
 * part of the outcome, together with the request id once there is one.
 */
export async function runEdit(edit: PlannedEdit, deps: EditDeps): Promise<EditOutcome> {
  const startedAtMs = deps.clock.now();
  const end = await runToEnd(edit, deps);
  const timings = { ...end.timings, totalMs: deps.clock.now() - startedAtMs };
  return { edit, outputUrls: [], files: [], kept: [], warnings: [], ...end, timings };
}

async function runToEnd(edit: PlannedEdit, deps: EditDeps): Promise<EditEnd> {
  let requestId: string | undefined;
  try {
    deps.onChange({ kind: 'submitting', edit });
    const submitted = await submitEdit(edit, deps);
    if (typeof submitted !== 'string') return submitted;
    requestId = submitted;
    deps.onChange({ kind: 'submitted', edit, requestId });
    return { requestId, ...(await followJob(edit, requestId, deps)) };
  } catch (error) {
    return settleSurprise(error, requestId, deps);
  }
}

/** A surprise on our side does not undo what was paid for; without a request id the submit may have left already. */
function settleSurprise(error: unknown, requestId: string | undefined, deps: EditDeps): EditEnd {
  const code = 'internal-error';
  const what = `An internal error: ${describeError(error)}.`;
  if (requestId !== undefined)
    return {
      state: 'pending',
      requestId,
      error: { code, message: `${what} ${tellPending(requestId, deps)}` },
    };
  const message = `${what} It may have been sent: look at your requests on RunComfy before you run it again.`;
  return { state: 'unknown', error: { code, message } };
}
