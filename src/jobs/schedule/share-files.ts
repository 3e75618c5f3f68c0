import type { DownloadedFile } from '../../download/types.ts';
import { numberOutputs } from '../../plan/outputs.ts';
import type { SucceededEdit } from '../../plan/outcome.ts';
import type { PlannedEdit } from '../../plan/types.ts';
import { describeError } from '../../shared/describe-error.ts';
import { endEdit, type Ending } from '../endings.ts';
import { describeStop, readStopReason } from '../stop-reason.ts';
import type { AfterStep, Uses } from '../types.ts';

/**
 * Ends an edit that is the same as `twin`, which succeeded: with copies of its files at the edit's own paths, and with
 * the facts of the one request that made them. It costs nothing more. Begins nothing once the run is over; never
 * throws.
 */
export async function shareFiles(
  edit: PlannedEdit,
  twin: SucceededEdit,
  deps: Uses<'files' | 'clock' | 'deadline' | 'takenOutputs'>,
): Promise<AfterStep> {
  const startedMs = deps.clock.monotonicMs();
  const ending = await copyFiles(edit, twin, deps);
  const timings = { totalMs: deps.clock.monotonicMs() - startedMs };
  return { kind: 'ended', outcome: endEdit(edit, { ...ending, timings }) };
}

async function copyFiles(
  edit: PlannedEdit,
  twin: SucceededEdit,
  { files: ports, deadline, takenOutputs }: Uses<'files' | 'deadline' | 'takenOutputs'>,
): Promise<Ending> {
  if (deadline.signal.aborted) {
    const reason = readStopReason(deadline.signal);
    const what = describeStop(`Its picture was not copied from ${twin.edit.id}`, reason);
    const error = { code: reason.code, message: `${what} Run again to have it.` };
    return { state: 'skipped', job: { kind: 'none' }, error };
  }
  const paths = numberOutputs(edit.output, twin.files.length, takenOutputs);
  const files: DownloadedFile[] = [];
  const facts = { outputUrls: twin.outputUrls, costUsd: 0, files };
  try {
    for (const [index, file] of twin.files.entries())
      files.push(await ports.copy(file, paths[index] ?? edit.output));
  } catch (error) {
    const message =
      `Its picture is that of ${twin.edit.id}, which is paid for (request ${twin.job.requestId}), but could not be copied from there: ` +
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
