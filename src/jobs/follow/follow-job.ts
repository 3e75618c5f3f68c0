import type { DownloadedFile, DownloadError } from '../../download/types.ts';
import type { PaidJob } from '../../ledger/life/types.ts';
import type { JobFact } from '../../plan/outcome.ts';
import type { PlannedEdit } from '../../plan/types.ts';
import type { QueueError } from '../../queue/types.ts';
import { startDeadline } from '../../shared/deadline.ts';
import { checkFiles } from './check-files.ts';
import { collectOutputs } from './collect-outputs.ts';
import type { Ending } from '../endings.ts';
import { isGivenUp } from './is-given-up.ts';
import { settleStopped, tellPending, type FollowedJob } from './settle-stopped.ts';
import { readStopReason } from '../stop-reason.ts';
import type { EditDeps } from '../types.ts';
import { waitForJob, type EndedResult } from './wait-for-job.ts';

/**
 * Waits for an accepted job within the edit's own time, which begins here, and collects what it made. Downloads have
 * the run's time: a picture that was paid for at the last moment is still fetched.
 */
export async function followJob(edit: PlannedEdit, job: FollowedJob, deps: EditDeps): Promise<Ending> {
  const { requestId } = job;
  using deadline = startDeadline(deps.clock, edit.timeoutMs, 'the edit', deps.deadline.signal);
  const waited = await waitForJob(
    requestId,
    {
      ...deps,
      deadlineMs: Math.min(deadline.atMs, deps.deadline.atMs),
      onSighting: (sighting) => {
        deps.onChange({ edit, ...sighting });
      },
    },
    deadline.signal,
  );
  switch (waited.kind) {
    case 'stopped':
      return await settleStopped(edit, job, waited.queued, deadline.signal, deps);
    case 'given-up':
      return giveUp(job, waited.error, deps);
    case 'ended': {
      const end = await settleEnded(edit, job, waited.result, deps);
      return { ...end, timings: { ...waited.timings, ...end.timings } };
    }
  }
}

/** The service will not tell how the job stands. It was accepted, so it counts as paid for until somebody looked. */
function giveUp(job: FollowedJob, error: QueueError, deps: EditDeps): Ending {
  if (error.stopsRun) deps.stopRun(error);
  const { code, message } = error;
  // Unknown there means lost or expired: waiting on would not bring it back, sending it again could cost twice.
  if (code === 'not-found') {
    const fact = judgeMissing(job, deps);
    const error = { code, message: `${message}${describeMissing(fact, deps)}` } as const;
    return { state: 'unknown', job: fact, error };
  }
  const text = `${message} ${tellPending(job.requestId, deps)}`;
  return { state: 'pending', job: openJob(job), error: { code, message: text } };
}

async function settleEnded(
  edit: PlannedEdit,
  job: FollowedJob,
  result: EndedResult,
  deps: EditDeps,
): Promise<Ending> {
  switch (result.kind) {
    case 'failed': {
      const what = `The service could not make it: ${result.message}.`;
      if (result.isEmpty !== true) {
        const error = { code: 'job-failed', message: what } as const;
        return { state: 'failed', job: overJob(job), ...costOf(result), error };
      }
      const fact = judgeMissing(job, deps);
      const error = { code: 'no-output', message: `${what}${describeMissing(fact, deps)}` } as const;
      return { state: 'failed', job: fact, ...costOf(result), error };
    }
    case 'cancelled': {
      const message = 'The job was cancelled at the service. Run again to have it made.';
      return { state: 'cancelled', job: overJob(job), error: { code: 'cancelled', message } };
    }
    case 'succeeded':
      return { ...costOf(result), ...(await fetchOutputs(edit, job, result.output.urls, deps)) };
  }
}

async function fetchOutputs(
  edit: PlannedEdit,
  job: FollowedJob,
  urls: readonly string[],
  deps: EditDeps,
): Promise<Ending> {
  const { signal } = deps.deadline;
  const { requestId } = job;
  deps.onChange({ kind: 'downloading', edit });
  const startedAtMs = deps.clock.now();
  const collected = await collectOutputs(edit, requestId, urls, deps, signal);
  const { files, urls: outputUrls } = collected;
  const error = collected.error ?? judgeTypes(files, deps);
  const timings = { downloadMs: deps.clock.now() - startedAtMs };
  const facts = { files, outputUrls, timings, warnings: checkFiles(edit, files) };
  const { submittedAtMs } = job;
  if (error === undefined && files.length === urls.length)
    return { state: 'succeeded', job: { kind: 'made', requestId, submittedAtMs }, ...facts };
  const got = files.length === 0 ? '' : ` ${files.length} of ${urls.length} pictures were downloaded.`;
  const where = `The picture is paid for; the result stays readable at ${deps.queue.resultUrl(requestId)}.${got}`;
  if (signal.aborted) {
    const stopped = readStopReason(signal);
    const message = `Stopped while downloading: ${stopped.message}. ${where}${describeNext('passing', deps)}`;
    return { state: 'pending', job: openJob(job), ...facts, error: { code: stopped.code, message } };
  }
  const { kind, code, message }: DownloadError = error ?? {
    kind: 'passing',
    code: 'download-failed',
    message: 'Not every picture came.',
  };
  const fact = kind === 'vanished' ? judgeMissing(job, deps) : openJob(job);
  const next = kind === 'vanished' ? describeMissing(fact, deps) : describeNext(kind, deps);
  return { state: 'failed', job: fact, ...facts, error: { code, message: `${message} ${where}${next}` } };
}

type OpenOrLost = Extract<JobFact, { readonly kind: 'open' | 'lost' }>;

function openJob({ requestId, submittedAtMs }: PaidJob): Extract<JobFact, { readonly kind: 'open' }> {
  return { kind: 'open', requestId, submittedAtMs };
}

function overJob({ requestId, submittedAtMs }: PaidJob): Extract<JobFact, { readonly kind: 'over-empty' }> {
  return { kind: 'over-empty', requestId, submittedAtMs };
}

/** A job that was paid for and whose pictures cannot be had now: a later run looks again, or no run does. */
function judgeMissing(job: FollowedJob, { clock }: Pick<EditDeps, 'clock'>): OpenOrLost {
  const { requestId, submittedAtMs } = job;
  return isGivenUp(job, clock.now())
    ? { kind: 'lost', requestId, submittedAtMs, isRecorded: false }
    : openJob(job);
}

function describeMissing({ kind }: OpenOrLost, { keepsRecord }: Pick<EditDeps, 'keepsRecord'>): string {
  if (!keepsRecord) return '';
  return kind === 'lost'
    ? ' It is given up: only a run with `on-unknown: resubmit` has it made, and pays, again.'
    : ' It counts as paid for: the next run looks for it again, and does not pay again.';
}

/** Whether the files can go where the run delivers: a branch does not take what is not known to be a picture or video. */
function judgeTypes(
  files: readonly DownloadedFile[],
  { takesUnknownFiles }: Pick<EditDeps, 'takesUnknownFiles'>,
): DownloadError | undefined {
  const unknown = files.filter(({ type }) => type === 'application/octet-stream');
  if (takesUnknownFiles || unknown.length === 0) return undefined;
  const names = unknown.map(({ path }) => `\`${path}\``).join(', ');
  const message = `What the service made is not a picture or video of a known type, so it cannot go to the branch: ${names}.`;
  return { kind: 'permanent', code: 'output-unusable', message };
}

/** For what was paid for and did not come this time. */
function describeNext(kind: 'passing' | 'permanent', { keepsRecord }: Pick<EditDeps, 'keepsRecord'>): string {
  if (kind === 'permanent')
    return ' Another run with the same settings gets the same. To have the edit made again, and pay again, name it in `force`.';
  return keepsRecord ? ' The next run fetches it without paying again.' : '';
}

/** An unknown cost stays away: it is never 0. */
function costOf({ costUsd }: { readonly costUsd?: number }): { readonly costUsd?: number } {
  return costUsd === undefined ? {} : { costUsd };
}
