import type { DownloadedFile, DownloadError } from '../../download/types.ts';
import type { PlannedEdit } from '../../plan/types.ts';
import { numberOutputs } from '../../plan/outputs.ts';
import type { Uses } from '../types.ts';

/** The outputs that are on disk, and the addresses of all of them in the end. */
export interface Collected {
  readonly files: readonly DownloadedFile[];
  readonly urls: readonly string[];
  /** Why one of those that are missing could not be fetched, one that may still come if there is any; absent if all came. */
  readonly error?: DownloadError;
}

/**
 * Downloads all outputs of a job, one after the other. If an address no longer works, the result is read again, which
 * gives fresh addresses. One that cannot be fetched does not keep the others from being fetched: all are paid for.
 */
export async function collectOutputs(
  edit: PlannedEdit,
  requestId: string,
  urls: readonly string[],
  { files: ports, queue, takenOutputs }: Uses<'files' | 'queue' | 'takenOutputs'>,
  signal: AbortSignal,
): Promise<Collected> {
  const paths = numberOutputs(edit.output, urls.length, takenOutputs);
  const files: DownloadedFile[] = [];
  let addresses = urls;
  let isFresh = false;
  let error: DownloadError | undefined;
  for (const [index, path] of paths.entries()) {
    let fetched = await ports.download(addresses[index] ?? '', path, signal);
    if (!fetched.ok && fetched.error.kind === 'vanished' && !isFresh && !signal.aborted) {
      isFresh = true;
      const again = await queue.result(requestId, signal);
      if (again.ok && again.value.kind === 'succeeded' && again.value.output.urls.length === urls.length) {
        addresses = again.value.output.urls;
        fetched = await ports.download(addresses[index] ?? '', path, signal);
      }
    }
    if (fetched.ok) files.push(fetched.value);
    else if (error === undefined || (!mayCome(error) && mayCome(fetched.error))) error = fetched.error;
    if (signal.aborted) break;
  }
  return { files, urls: addresses, ...(error !== undefined && { error }) };
}

function mayCome({ kind }: DownloadError): boolean {
  return kind !== 'permanent';
}
