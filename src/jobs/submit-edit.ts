import type { PlannedEdit } from '../plan/types.ts';
import type { WireInput } from '../queue/types.ts';
import { toWireInput } from '../queue/wire-input.ts';
import { describeError } from '../shared/describe-error.ts';
import type { EditEnd } from './edit-end.ts';
import type { EditDeps } from './run-edit.ts';
import { readNotSentReason, readStopReason } from './stop-reason.ts';

/**
 * Submits an edit: gives the request id, or how the edit ended without one. Waits first until its pictures fit in
 * memory beside those of the other submits.
 */
export async function submitEdit(edit: PlannedEdit, deps: EditDeps): Promise<string | EditEnd> {
  const { uploads, submitSignal } = deps;
  const bytes = deps.uploadBytes(edit);
  const end = await uploads.spend(bytes, submitSignal, async () => await sendEdit(edit, deps));
  return end ?? { state: 'skipped', error: readNotSentReason(submitSignal) };
}

/** What was made sendable is let go on return: `data:` URIs must not be in memory while the job is waited for. */
async function sendEdit(edit: PlannedEdit, deps: EditDeps): Promise<string | EditEnd> {
  let input: WireInput;
  try {
    input = toWireInput(edit, await deps.makeSendable(edit, deps.outputUrls));
  } catch (error) {
    return { state: 'failed', error: { code: 'reference-unusable', message: describeError(error) } };
  }
  const answer = await deps.queue.submit(input, deps.submitSignal);
  if (answer.kind === 'accepted') return answer.requestId;
  const { code, message, stopsRun } = answer.error;
  if (stopsRun) deps.stopRun(answer.error);
  switch (answer.kind) {
    case 'rejected':
      return { state: 'failed', error: { code, message } };
    case 'not-sent':
      return { state: 'skipped', error: { code: readStopReason(deps.submitSignal).code, message } };
    case 'unclear':
      return { state: 'unknown', error: { code, message } };
  }
}
