import { open } from 'node:fs/promises';
import path from 'node:path';

import { quotePath } from '../../deliver/branch/branch-paths.ts';
import { describeGitError } from '../../deliver/branch/describe-git-error.ts';
import { blobsOf, fetchFiles } from '../../deliver/branch/fetch-files.ts';
import type { DeliverDeps, OpenedBranch } from '../../deliver/branch/types.ts';
import type { DownloadedFile } from '../../download/types.ts';
import { fetchBlobs } from '../../git/read-blobs.ts';
import { retryOffline } from '../../git/retry-offline.ts';
import { identifyContent, IDENTITY_BYTES } from '../../media/identify-content.ts';
import type { Plan, PlannedAction } from '../../plan/types.ts';
import type { Problem } from '../../shared/problem.ts';
import type { Result } from '../../shared/result.ts';
import type { Sentence } from '../../shared/sentence.ts';
import { branchOf, type OtherBranches } from './other-branches.ts';

type Adopt = Extract<PlannedAction, { readonly kind: 'adopt' }>;

/** An edit whose pictures are on another branch and cannot be copied from there. */
export interface FailedCopy {
  readonly id: string;
  readonly action: Adopt;
  readonly why: Sentence;
}

/** Pictures of other branches on this machine. */
export interface FetchedCopies {
  /** Absolute paths by SHA-256. */
  readonly copies: ReadonlyMap<string, string>;
  readonly failed: readonly FailedCopy[];
}

/**
 * Brings the pictures that a plan adopts to disk, below `folder` (absolute), before anything is sent: from then on, it does
 * not matter what becomes of the branches that they are on. One fetch for each branch. The error is what keeps all of them
 * from being fetched. Throws the signal's reason.
 */
export async function fetchCopies(
  { edits }: Pick<Plan, 'edits'>,
  others: OtherBranches,
  folder: string,
  deps: DeliverDeps,
): Promise<Result<FetchedCopies, Problem>> {
  const adopted = edits.flatMap(({ id, action }) => (action.kind === 'adopt' ? [{ id, action }] : []));
  const copies = new Map<string, string>();
  const failed: FailedCopy[] = [];
  for (const [index, [branch, same]] of [
    ...Map.groupBy(adopted, ({ action }) => branchOf(action, undefined, others)),
  ].entries()) {
    const refuse = (why: Sentence): Result<never, Problem> => {
      const message = `Pictures of branch ${quotePath(branch.place.branch)} cannot be copied, so nothing was sent: ${why}`;
      return { ok: false, error: { severity: 'error', message } };
    };
    const fault = await fetchAhead(branch, same, deps);
    if (fault !== undefined) return refuse(fault);
    for (const { id, action } of same) {
      const files = wantedOf(action);
      const fetched = await fetchFiles(branch, files, path.join(folder, String(index)), deps.signal);
      deps.signal.throwIfAborted();
      if (!fetched.ok && !fetched.error.isLost) return refuse(fetched.error.message);
      const why = fetched.ok ? await findOddFile(fetched.value, branch) : fetched.error.message;
      if (why !== undefined) failed.push({ id, action, why });
      else if (fetched.ok)
        for (const { sha256, absolutePath } of fetched.value) copies.set(sha256, absolutePath);
    }
  }
  return { ok: true, value: { copies, failed } };
}

/**
 * What is wrong with files whose bytes are not of the type that the lock file says. Anyone who may push to that branch could
 * put them there, and they would be published as pictures.
 */
async function findOddFile(
  files: readonly DownloadedFile[],
  { place }: OpenedBranch,
): Promise<Sentence | undefined> {
  for (const { absolutePath, path: name, type } of files) {
    await using handle = await open(absolutePath);
    const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(IDENTITY_BYTES) });
    const identity = identifyContent(buffer.subarray(0, bytesRead));
    if (identity.kind === 'media' && identity.type === type) continue;
    return `${quotePath(name)} on branch ${quotePath(place.branch)} is ${identity.described}, and not the picture that the lock file records.`;
  }
  return undefined;
}

/** The files of an edit whose pictures exist: as they are on their branch, and as the spec wants them. */
export function wantedOf({ entry, files }: Pick<Adopt, 'entry' | 'files'>) {
  return files.map((to, index) => ({ from: entry.files[index]?.path ?? to.path, to }));
}

/** Fetches all pictures of one branch at once, and says why that is impossible. */
async function fetchAhead(
  branch: OpenedBranch,
  adopted: readonly Pick<FailedCopy, 'id' | 'action'>[],
  deps: DeliverDeps,
): Promise<Sentence | undefined> {
  const { repository, place } = branch;
  const blobs = adopted.flatMap(({ action }) => blobsOf(branch, wantedOf(action)));
  const fetched = await retryOffline(async () => await fetchBlobs(repository, blobs, deps.signal), deps);
  deps.signal.throwIfAborted();
  return fetched.ok ? undefined : describeGitError(fetched.error, 'read', place, repository.remote);
}
