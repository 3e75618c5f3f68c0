import type { DownloadedFile } from '../../download/types.ts';
import { numberOutputs } from '../../plan/number-outputs.ts';
import type { EditOutcome } from '../../plan/outcome.ts';
import type { PlannedEdit } from '../../plan/types.ts';
import { describeError } from '../../shared/describe-error.ts';
import type { EditEnd } from '../edit-end.ts';
import { readStopReason } from '../stop-reason.ts';
import type { EditDeps } from '../types.ts';

/**
 * Ends an edit that is the same as `twin`, which succeeded: with copies of its files at the edit's own paths, and with
 * the facts of the one request that made them. It costs nothing more. Begins nothing once the run is over; never throws.
 */
export async function shareFiles(
  edit: PlannedEdit,
  twin: EditOutcome,
  deps: Pick<EditDeps, 'copy' | 'clock' | 'deadline' | 'takenOutputs'>,
): Promise<EditOutcome> {
  const { clock, deadline, takenOutputs } = deps;
  const startedAtMs = clock.now();
  const ended = (end: EditEnd): EditOutcome => ({
    edit,
    outputUrls: [],
    files: [],
    kept: [],
    warnings: [],
    timings: { totalMs: clock.now() - startedAtMs },
    ...end,
  });
  if (deadline.signal.aborted) {
    const { code, message } = readStopReason(deadline.signal);
    const why = `Its picture was not copied from ${twin.edit.id}: ${message}. Run again to have it.`;
    return ended({ state: 'skipped', error: { code, message: why } });
  }
  const { requestId, submittedAtMs, outputUrls } = twin;
  const facts = {
    ...(requestId !== undefined && { requestId }),
    ...(submittedAtMs !== undefined && { submittedAtMs }),
    outputUrls,
    costUsd: 0,
  };
  const paths = numberOutputs(edit.output, twin.files.length, takenOutputs);
  const files: DownloadedFile[] = [];
  try {
    for (const [index, file] of twin.files.entries())
      files.push(await deps.copy(file, paths[index] ?? edit.output));
  } catch (error) {
    const message =
      `Its picture is that of ${twin.edit.id}, which is paid for, but could not be copied from there: ` +
      `${describeError(error)}.`;
    return ended({ state: 'failed', ...facts, files, error: { code: 'copy-failed', message } });
  }
  return ended({ state: 'succeeded', ...facts, files });
}
