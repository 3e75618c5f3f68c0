import { mkdtemp, readFile } from 'node:fs/promises';
import path from 'node:path';

import { fetchKept } from './deliver/branch/fetch-kept.ts';
import type { OpenedBranch } from './deliver/branch/types.ts';
import type { MediaType } from './media/types.ts';
import type { PlannedEdit } from './plan/types.ts';
import type { QueueClient } from './queue/types.ts';
import { dataUri, MAX_DATA_BYTES } from './references/data-uri.ts';
import type { Result } from './shared/result.ts';

export interface KeptDeps {
  readonly opened: OpenedBranch;
  readonly queue: QueueClient;
  /** Absolute path of a folder that lives as long as the job. */
  readonly temp: string;
}

/**
 * The first output of an edit that is unchanged, as another edit's submit takes it: the branch's file as a `data:`
 * URI, or where that is too large for one, a fresh address from the service. The error is a sentence.
 */
export async function keptOutput(
  edit: PlannedEdit,
  { opened, queue, temp }: KeptDeps,
  signal: AbortSignal,
): Promise<Result<string, string>> {
  if (edit.action.kind !== 'keep') throw new Error(`Edit ${edit.id} is not kept`);
  const { entry, files } = edit.action;
  const [file] = files;
  const [recorded] = entry.files;
  if (file === undefined || recorded === undefined) throw new Error(`Edit ${edit.id} has no file`);

  if (isSendable(file.type) && file.bytes <= MAX_DATA_BYTES) {
    const folder = await mkdtemp(path.join(temp, 'dreamina-kept-'));
    const fetched = await fetchKept(opened, [{ from: recorded.path, to: file }], folder, signal);
    if (!fetched.ok) return fetched;
    return { ok: true, value: dataUri(file.type, await readFile(path.join(folder, file.path))) };
  }
  const result = await queue.result(entry.requestId, signal);
  const [url] = result.ok && result.value.kind === 'succeeded' ? result.value.output.urls : [];
  if (url !== undefined) return { ok: true, value: url };
  const why = result.ok ? 'the service has it no more' : result.error.message;
  return {
    ok: false,
    error:
      `The output of ${edit.id} cannot be sent: ${file.path} is no JPEG or PNG of at most 6 MiB, and it has no address: ${why}. ` +
      `Run once with \`force: ${edit.id}\` to have it made again.`,
  };
}

function isSendable(type: MediaType): type is 'image/jpeg' | 'image/png' {
  return type === 'image/jpeg' || type === 'image/png';
}
