import type { DownloadedFile, DownloadError } from '../../download/types.ts';
import type { PlannedEdit } from '../../plan/types.ts';
import type { OutputUrls } from '../../queue/types.ts';
import { plural } from '../../shared/format.ts';
import type { Ending } from '../endings.ts';
import { describeStop, readStopReason } from '../stop-reason.ts';
import type { PictureFiles, Uses } from '../types.ts';
import { checkFiles } from './check-files.ts';
import { collectOutputs } from './collect-outputs.ts';
import type { FollowedJob } from './end-stopped.ts';
import { describeMissing, judgeMissing, openJob } from './missing.ts';

/** Fetches what a job made, within the run's time, and says how that ended. */
export async function fetchOutputs(
  edit: PlannedEdit,
  job: FollowedJob,
  { urls, unread }: OutputUrls,
  deps: Uses<'queue' | 'clock' | 'deadline' | 'keepsRecord' | 'files' | 'takenOutputs' | 'onChange'>,
): Promise<Ending> {
  const { signal } = deps.deadline;
  const { requestId, submittedAtMs } = job;
  deps.onChange({ kind: 'downloading', edit });
  const startedMs = deps.clock.monotonicMs();
  const collected = await collectOutputs(edit, requestId, urls, deps, signal);
  const { files, urls: outputUrls } = collected;
  const error = collected.error ?? judgeTypes(files, deps.files);
  const timings = { downloadMs: deps.clock.monotonicMs() - startedMs };
  const warnings = [
    ...checkFiles(edit, files),
    ...(unread === undefined ? [] : [`The service also gave an output in an unknown form: ${unread}.`]),
  ];
  const facts = { files, outputUrls, timings, warnings };
  if (error === undefined && files.length === urls.length)
    return { state: 'succeeded', job: { kind: 'made', requestId, submittedAtMs }, ...facts };
  const got = files.length === 0 ? '' : ` ${files.length} of ${plural(urls.length, 'picture')} downloaded.`;
  const where = `The picture is paid for; the result stays readable at ${deps.queue.resultUrl(requestId)}.${got}`;
  if (signal.aborted) {
    const reason = readStopReason(signal);
    const known = error === undefined ? '' : ` ${error.message}`;
    const message = `${describeStop('Stopped while downloading', reason)}${known} ${where}${describeNext('passing', deps)}`;
    return { state: 'pending', job: openJob(job), ...facts, error: { code: reason.code, message } };
  }
  const failed: DownloadError = error ?? {
    kind: 'passing',
    code: 'download-failed',
    message: 'Not every picture came.',
  };
  const end = (fact: ReturnType<typeof judgeMissing>, next: string): Ending => {
    const message = `${failed.message} ${where}${next}`;
    return { state: 'failed', job: fact, ...facts, error: { code: failed.code, message } };
  };
  if (failed.code === 'output-unusable') return end({ ...openJob(job), isUnusable: true }, ONLY_FORCE);
  if (failed.kind !== 'vanished') return end(openJob(job), describeNext(failed.kind, deps));
  const missing = judgeMissing(job, deps);
  return end(missing, describeMissing(missing, deps));
}

/**
 * Whether the files can go where the run delivers: a branch does not accept what is not known to be a picture or video.
 */
function judgeTypes(
  files: readonly DownloadedFile[],
  { takesUnknownFiles }: Pick<PictureFiles, 'takesUnknownFiles'>,
): DownloadError | undefined {
  const unknown = files.filter(({ type }) => type === 'application/octet-stream');
  if (takesUnknownFiles || unknown.length === 0) return undefined;
  const names = unknown.map(({ path }) => `\`${path}\``).join(', ');
  const message = `What the service made is not a picture or video of a known type, so it cannot go to the branch: ${names}.`;
  return { kind: 'permanent', code: 'output-unusable', message };
}

const ONLY_FORCE =
  ' Another run gets the same. To have the edit made again, and pay again, name it in `force`.';

/** For what was paid for and did not come this time. */
function describeNext(kind: 'passing' | 'permanent', { keepsRecord }: Uses<'keepsRecord'>): string {
  if (kind === 'permanent') return ' Another run with the same settings gets the same.';
  return keepsRecord ? ' The next run fetches it without paying again.' : '';
}
