import type { PlannedEdit } from '../plan/types.ts';
import type { WireInput } from '../queue/types.ts';
import { toWireInput } from '../queue/wire-input.ts';
import { describeError } from '../shared/describe-error.ts';
import type { Result } from '../shared/result.ts';
import type { EditEnd } from './edit-end.ts';
import { readNotSentReason, readStopReason } from './stop-reason.ts';
import type { EditDeps } from './types.ts';

/** An edit that the service accepted. */
export interface Submitted {
  readonly requestId: string;
  /** Milliseconds since the epoch: when its submit began. */
  readonly submittedAtMs: number;
}

/**
 * Submits an edit: gives the request id, or how the edit ended without one. Waits first until its pictures fit in
 * memory beside those of the other submits.
 */
export async function submitEdit(edit: PlannedEdit, deps: EditDeps): Promise<Submitted | EditEnd> {
  const { uploads, submitSignal, kept } = deps;
  const bytes = deps.uploadBytes(
    edit,
    edit.needs.flatMap((id) => kept.get(id) ?? []),
  );
  const end = await uploads.spend(bytes, submitSignal, async () => await sendEdit(edit, deps));
  return end ?? notSent(deps);
}

/** What was made sendable is let go on return: `data:` URIs must not be in memory while the job is waited for. */
async function sendEdit(edit: PlannedEdit, deps: EditDeps): Promise<Submitted | EditEnd> {
  const input = await composeInput(edit, deps);
  if (!input.ok) {
    if (deps.submitSignal.aborted) return notSent(deps);
    return { state: 'failed', error: { code: 'reference-unusable', message: input.error } };
  }
  const submittedAtMs = deps.clock.now();
  const answer = await deps.queue.submit(input.value, deps.submitSignal);
  if (answer.kind === 'accepted') return { requestId: answer.requestId, submittedAtMs };
  const { code, message, stopsRun } = answer.error;
  if (stopsRun) deps.stopRun(answer.error);
  switch (answer.kind) {
    case 'rejected':
      return { state: 'failed', submittedAtMs, error: { code, message } };
    case 'not-sent':
      return { state: 'skipped', error: { code: readStopReason(deps.submitSignal).code, message } };
    case 'unclear':
      return { state: 'unknown', submittedAtMs, error: { code, message } };
  }
}

async function composeInput(edit: PlannedEdit, deps: EditDeps): Promise<Result<WireInput, string>> {
  try {
    const addresses = await addressNeeds(edit, deps);
    if (!addresses.ok) return addresses;
    return { ok: true, value: toWireInput(edit, await deps.makeSendable(edit, addresses.value)) };
  } catch (error) {
    return { ok: false, error: describeError(error) };
  }
}

/** Where the first outputs of the edits that this one needs are: made in this run, or unchanged. */
async function addressNeeds(
  { needs }: PlannedEdit,
  { outputUrls, kept, keptOutput, submitSignal }: EditDeps,
): Promise<Result<ReadonlyMap<string, string>, string>> {
  const addresses = new Map<string, string>();
  for (const id of needs) {
    const unchanged = kept.get(id);
    const url = outputUrls.get(id);
    if (unchanged !== undefined) {
      const address = await keptOutput(unchanged, submitSignal);
      if (!address.ok) return address;
      addresses.set(id, address.value);
    } else if (url !== undefined) addresses.set(id, url);
  }
  return { ok: true, value: addresses };
}

function notSent({ submitSignal }: EditDeps): EditEnd {
  return { state: 'skipped', error: readNotSentReason(submitSignal) };
}
