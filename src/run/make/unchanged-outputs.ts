import { mkdtemp, readFile, rm } from 'node:fs/promises';
import path from 'node:path';

import { fetchKept } from '../../deliver/branch/fetch-kept.ts';
import type { OpenedBranch } from '../../deliver/branch/types.ts';
import type { DownloadedFile } from '../../download/types.ts';
import type { MediaFile, MediaType } from '../../media/types.ts';
import type { PlannedEdit } from '../../plan/types.ts';
import type { QueueClient } from '../../queue/types.ts';
import { dataUri, MAX_DATA_BYTES } from '../../references/make-sendable.ts';
import type { Result } from '../../shared/result.ts';

export interface KeptDeps {
  /** Absent without a branch: then no edit is kept. */
  readonly opened: OpenedBranch | undefined;
  readonly queue: QueueClient;
  /** Absolute path of a folder that lives as long as the job. */
  readonly temp: string;
}

/** The outputs of unchanged edits, for others to be made from. Disposing removes the copies on disk. */
export interface KeptOutputs extends AsyncDisposable {
  /**
   * The first output of an unchanged edit as another edit's submit takes it: the branch's file as a `data:` URI, or where
   * it cannot go as one, a fresh address from the service. The error is a sentence.
   */
  open(edit: PlannedEdit, signal: AbortSignal): Promise<Result<string, string>>;
}

/** Bytes that go with a submit for an unchanged edit's first output. */
export function keptBytes(edit: PlannedEdit): number {
  const { file } = firstOutput(edit);
  return isSendable(file) ? file.bytes : 0;
}

/** Brings each output from the branch once, one after the other: git repositories are not written by two at a time. */
export function createKeptOutputs({ opened, queue, temp }: KeptDeps): KeptOutputs {
  const fetched = new Map<string, DownloadedFile>();
  let folder: string | undefined;
  let last: Promise<unknown> = Promise.resolve();

  async function fetchOnce(edit: PlannedEdit, signal: AbortSignal): Promise<Result<DownloadedFile, string>> {
    const known = fetched.get(edit.id);
    if (known !== undefined) return { ok: true, value: known };
    if (opened === undefined) throw new Error('Without a branch nothing is kept');
    const { file, from } = firstOutput(edit);
    folder ??= await mkdtemp(path.join(temp, 'dreamina-kept-'));
    const files = await fetchKept(opened, [{ from, to: file }], folder, signal);
    const [here] = files.ok ? files.value : [];
    if (here === undefined) return { ok: false, error: files.ok ? 'It did not come.' : files.error };
    fetched.set(edit.id, here);
    return { ok: true, value: here };
  }
  return {
    open: async (edit, signal) => {
      const { file } = firstOutput(edit);
      if (!isSendable(file)) return await readAddress(edit, queue, signal);
      const coming = last.then(async () => await fetchOnce(edit, signal));
      last = coming.catch(() => undefined); // its own caller is told
      const here = await coming;
      if (!here.ok) return here;
      return { ok: true, value: dataUri(file.type, await readFile(here.value.absolutePath)) };
    },
    [Symbol.asyncDispose]: async () => {
      if (folder !== undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}

async function readAddress(
  edit: PlannedEdit,
  queue: QueueClient,
  signal: AbortSignal,
): Promise<Result<string, string>> {
  const { file, requestId } = firstOutput(edit);
  const result = await queue.result(requestId, signal);
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

function firstOutput({ id, action }: PlannedEdit): {
  readonly file: MediaFile;
  readonly from: string;
  readonly requestId: string;
} {
  const file = action.kind === 'unchanged' ? action.files[0] : undefined;
  const recorded = action.kind === 'unchanged' ? action.entry.files[0] : undefined;
  if (action.kind !== 'unchanged' || file === undefined || recorded === undefined)
    throw new Error(`Edit ${id} is not kept`);
  return { file, from: recorded.path, requestId: action.entry.requestId };
}

function isSendable(file: MediaFile): file is MediaFile & { type: Sendable } {
  return (file.type === 'image/jpeg' || file.type === 'image/png') && file.bytes <= MAX_DATA_BYTES;
}

type Sendable = Extract<MediaType, 'image/jpeg' | 'image/png'>;
