import type { EditOutcome } from '../plan/outcome.ts';
import type { PlannedEdit } from '../plan/types.ts';
import { describeError } from '../shared/describe-error.ts';
import type { EditEnd } from './edit-end.ts';
import { followJob } from './follow-job.ts';
import { tellPending } from './settle-stopped.ts';
import { submitEdit, type Submitted } from './submit-edit.ts';
import type { EditDeps } from './types.ts';

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
  let submitted: Submitted | undefined;
  try {
    deps.onChange({ kind: 'submitting', edit });
    const answer = await submitEdit(edit, deps);
    if ('state' in answer) return answer;
    submitted = answer;
    const { requestId } = answer;
    deps.onChange({ kind: 'submitted', edit, requestId });
    return { ...answer, ...(await followJob(edit, requestId, deps)) };
  } catch (error) {
    return settleSurprise(error, submitted, deps);
  }
}

/** A surprise on our side does not undo what was paid for; without a request id the submit may have left already. */
function settleSurprise(error: unknown, submitted: Submitted | undefined, deps: EditDeps): EditEnd {
  const code = 'internal-error';
  const what = `An internal error: ${describeError(error)}.`;
  if (submitted !== undefined) {
    const message = `${what} ${tellPending(submitted.requestId, deps)}`;
    return { state: 'pending', ...submitted, error: { code, message } };
  }
  const message = `${what} It may have been sent: look at your requests on RunComfy before you run it again.`;
  return { state: 'unknown', error: { code, message } };
}
