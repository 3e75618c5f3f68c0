import { mkdtemp, open, rm } from 'node:fs/promises';
import path from 'node:path';

import { fetchFiles } from '../../deliver/branch/fetch-files.ts';
import type { OpenedBranch } from '../../deliver/branch/types.ts';
import type { DownloadedFile } from '../../download/types.ts';
import type { MediaFile, MediaType } from '../../media/types.ts';
import { hasPictures } from '../../plan/outputs.ts';
import type { PlannedEdit } from '../../plan/types.ts';
import type { QueueClient } from '../../queue/types.ts';
import { allocatePicture, type SentPicture } from '../../media/data-picture.ts';
import { MAX_DATA_BYTES } from '../../references/make-sendable.ts';
import { fillBuffer } from '../../shared/fill-buffer.ts';
import { createLine } from '../../shared/line.ts';
import type { Result } from '../../shared/result.ts';
import { branchOf, type FinishedAction, type OtherBranches } from '../adopt/other-branches.ts';

export interface UnchangedDeps {
  /** Undefined without a branch: then no edit is unchanged. */
  readonly branch: OpenedBranch | undefined;
  readonly others: OtherBranches;
  readonly queue: Pick<QueueClient, 'result'>;
  /** Absolute path of a folder that lives as long as the job. */
  readonly temp: string;
}

/** The outputs of unchanged edits, for other edits to be made from. Disposing of them removes the copies on disk. */
export interface UnchangedOutputs extends AsyncDisposable {
  /**
   * The first output of an unchanged edit as another edit's submit takes it: the branch's file, or if that is
   * impossible, a fresh address from the service. The error is a sentence.
   */
  open(edit: PlannedEdit, signal: AbortSignal): Promise<Result<SentPicture, string>>;
}

/** Bytes that go with a submit for an unchanged edit's first output. */
export function unchangedBytes(edit: PlannedEdit): number {
  const { file } = firstOutput(edit);
  return isSendable(file) ? file.bytes : 0;
}

/** Fetches each output from the branch once, one after the other: a git repository takes one writer at a time. */
export function createUnchangedOutputs({ branch, others, queue, temp }: UnchangedDeps): UnchangedOutputs {
  const fetched = new Map<string, DownloadedFile>();
  let folder: string | undefined;
  const line = createLine();

  async function fetchOnce(edit: PlannedEdit, signal: AbortSignal): Promise<Result<DownloadedFile, string>> {
    const known = fetched.get(edit.id);
    if (known !== undefined) return { ok: true, value: known };
    const { file, from, action } = firstOutput(edit);
    folder ??= await mkdtemp(path.join(temp, 'dreamina-unchanged-'));
    const files = await fetchFiles(branchOf(action, branch, others), [{ from, to: file }], folder, signal);
    const [here] = files.ok ? files.value : [];
    if (here === undefined)
      return { ok: false, error: files.ok ? 'The fetched file is missing.' : files.error.message };
    fetched.set(edit.id, here);
    return { ok: true, value: here };
  }
  return {
    open: async (edit, signal) => {
      const { file } = firstOutput(edit);
      if (!isSendable(file)) return await readAddress(edit, queue, signal);
      const here = await line.run(async () => await fetchOnce(edit, signal));
      if (!here.ok) return here;
      const bytes = await readPicture(here.value);
      if (bytes === undefined) return await readAddress(edit, queue, signal);
      return { ok: true, value: { type: file.type, bytes } };
    },
    [Symbol.asyncDispose]: async () => {
      if (folder !== undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}

/** All of it, or undefined if it is too large: what the lock file says of its length may be wrong. */
async function readPicture({ absolutePath }: DownloadedFile): Promise<Buffer | undefined> {
  await using handle = await open(absolutePath);
  const { size } = await handle.stat();
  if (size > MAX_DATA_BYTES) return undefined;
  return await fillBuffer(handle, allocatePicture(size), 0);
}

async function readAddress(
  edit: PlannedEdit,
  queue: Pick<QueueClient, 'result'>,
  signal: AbortSignal,
): Promise<Result<string, string>> {
  const { file, requestId } = firstOutput(edit);
  const result = await queue.result(requestId, signal);
  const [url] = result.ok && result.value.kind === 'succeeded' ? result.value.output.urls : [];
  if (url !== undefined) return { ok: true, value: url };
  const why = result.ok ? 'the service no longer has it' : result.error.message;
  return {
    ok: false,
    error:
      `Cannot send the output of ${edit.id}: ${file.path} is not a JPEG or PNG of 6 MiB or less, and it has no address (${why}). ` +
      `Run once with \`force: ${edit.id}\` to make it again.`,
  };
}

function firstOutput({ id, action }: PlannedEdit): {
  readonly file: MediaFile;
  readonly from: string;
  readonly requestId: string;
  readonly action: FinishedAction;
} {
  if (!hasPictures(action)) throw new Error(`Edit ${id} is not unchanged`);
  const [file, recorded] = [action.files[0], action.entry.files[0]];
  if (file === undefined || recorded === undefined) throw new Error(`Edit ${id} has no files`);
  return { file, from: recorded.path, requestId: action.entry.requestId, action };
}

function isSendable(file: MediaFile): file is MediaFile & { type: Sendable } {
  return (file.type === 'image/jpeg' || file.type === 'image/png') && file.bytes <= MAX_DATA_BYTES;
}

type Sendable = Extract<MediaType, 'image/jpeg' | 'image/png'>;
