import type { DownloadedFile } from '../download/types.ts';
import type { EditError } from '../plan/outcome.ts';
import type { PlannedEdit } from '../plan/types.ts';
import type { Result } from '../shared/result.ts';
import { numberOutputs } from './number-outputs.ts';
import type { JobDeps } from './types.ts';

/** The outputs on disk, and the addresses that they came from in the end. */
export interface Collected {
  readonly files: readonly DownloadedFile[];
  readonly urls: readonly string[];
}

/**
 * Downloads all outputs of a job, one after the other. Where an address has vanished the result is read once more,
 * which gives fresh addresses. All or nothing: fails with the error of the first output that cannot be had.
 */
export async function collectOutputs(
  edit: PlannedEdit,
  requestId: string,
  urls: readonly string[],
  deps: Pick<JobDeps, 'download' | 'queue'> & { readonly takenOutputs: ReadonlySet<string> },
  signal: AbortSignal,
): Promise<Result<Collected, EditError>> {
  const paths = numberOutputs(edit.output, urls.length, deps.takenOutputs);
  const files: DownloadedFile[] = [];
  let addresses = urls;
  let isFresh = false;
  for (const [index, path] of paths.entries()) {
    let fetched = await deps.download(addresses[index] ?? '', path, signal);
    if (!fetched.ok && fetched.error.code === 'output-vanished' && !isFresh && !signal.aborted) {
      isFresh = true;
      const again = await deps.queue.result(requestId, signal);
      if (again.ok && again.value.kind === 'succeeded' && again.value.output.urls.length === urls.length) {
        addresses = again.value.output.urls;
        fetched = await deps.download(addresses[index] ?? '', path, signal);
      }
    }
    if (!fetched.ok) return fetched;
    files.push(fetched.value);
  }
  return { ok: true, value: { files, urls: addresses } };
}
