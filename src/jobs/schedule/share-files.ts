import type { DownloadedFile } from '../../download/types.ts';
import { numberOutputs } from '../../plan/places.ts';
import type { EditOutcome, SucceededEdit } from '../../plan/outcome.ts';
import type { PlannedEdit } from '../../plan/types.ts';
import { describeError } from '../../shared/describe-error.ts';
import { endEdit, type Ending } from '../endings.ts';
import { readStopReason } from '../stop-reason.ts';
import type { EditDeps } from '../types.ts';

/**
 * Ends an edit that is the same as `twin`, which succeeded: with copies of its files at the edit's own paths, and with
 * the facts of the one request that made them. It costs nothing more. Begins nothing once the run is over; never throws.
 */
export async function shareFiles(
  edit: PlannedEdit,
  twin: SucceededEdit,
  deps: Pick<EditDeps, 'copy' | 'clock' | 'deadline' | 'takenOutputs'>,
): Promise<EditOutcome> {
  const startedAtMs = deps.clock.now();
  const ending = await copyFiles(edit, twin, deps);
  return endEdit(edit, { ...ending, timings: { totalMs: deps.clock.now() - startedAtMs } });
}

async function copyFiles(
  edit: PlannedEdit,
  twin: SucceededEdit,
  { copy, deadline, takenOutputs }: Pick<EditDeps, 'copy' | 'deadline' | 'takenOutputs'>,
): Promise<Ending> {
  if (deadline.signal.aborted) {
    const { code, message } = readStopReason(deadline.signal);
    const why = `Its picture was not copied from ${twin.edit.id}: ${message}. Run again to have it.`;
    return { state: 'skipped', job: { kind: 'none' }, error: { code, message: why } };
  }
  const paths = numberOutputs(edit.output, twin.files.length, takenOutputs);
  const files: DownloadedFile[] = [];
  const facts = { outputUrls: twin.outputUrls, costUsd: 0, files };
  try {
    for (const [index, file] of twin.files.entries())
      files.push(await copy(file, paths[index] ?? edit.output));
  } catch (error) {
    const message =
      `Its picture is that of ${twin.edit.id}, which is paid for, but could not be copied from there: ` +
      `${describeError(error)}.`;
    return {
      state: 'failed',
      job: { ...twin.job, kind: 'open' },
      ...facts,
      error: { code: 'copy-failed', message },
    };
  }
  return { state: 'succeeded', job: twin.job, ...facts };
}
