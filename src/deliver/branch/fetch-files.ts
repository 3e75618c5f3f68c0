import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';

import type { DownloadedFile } from '../../download/types.ts';
import { fetchBlobs, saveBlob } from '../../git/read-blobs.ts';
import type { GitError } from '../../git/types.ts';
import type { MediaFile } from '../../media/types.ts';
import type { Result } from '../../shared/result.ts';
import type { Sentence } from '../../shared/sentence.ts';
import { fromRoot, isPlainFile, quotePath } from './branch-paths.ts';
import { describeGitError } from './describe-git-error.ts';
import type { OpenedBranch } from './types.ts';

/** A file of the branch that is wanted on disk. */
export interface WantedFile {
  /** Its path on the branch, relative to the branch directory. */
  readonly from: string;
  /** Where it goes, below the output folder, and what it must be. */
  readonly to: MediaFile;
}

/** Why files of a branch cannot be had. */
export interface FetchFault {
  /** Whether the branch does not have the files that its lock file records. Otherwise they cannot be fetched now. */
  readonly isLost: boolean;
  readonly message: Sentence;
}

/** Object names of files of the branch, as far as they are there. */
export function blobsOf(
  { place, tree }: Pick<OpenedBranch, 'place' | 'tree'>,
  files: readonly WantedFile[],
): readonly string[] {
  return files.flatMap(({ from }) => {
    const file = tree.get(fromRoot(place, from));
    return file !== undefined && isPlainFile(file) ? [file.blob] : [];
  });
}

/**
 * Brings files of the branch to disk, below `folder` (absolute): one fetch for all of them. Files that came before an
 * error stay. A file that is not what the lock file says is an error, and is removed again.
 */
export async function fetchFiles(
  { repository, place, tree }: Pick<OpenedBranch, 'repository' | 'place' | 'tree'>,
  files: readonly WantedFile[],
  folder: string,
  signal: AbortSignal,
): Promise<Result<readonly DownloadedFile[], FetchFault>> {
  const blobs: string[] = [];
  for (const { from } of files) {
    const file = tree.get(fromRoot(place, from));
    if (file === undefined || !isPlainFile(file)) return lost(`${where(from)} does not exist.`);
    blobs.push(file.blob);
  }
  const fetched = await fetchBlobs(repository, blobs, signal);
  if (!fetched.ok) return unfetched(fetched.error);
  const fetchedFiles: DownloadedFile[] = [];
  for (const [index, { from, to }] of files.entries()) {
    const absolutePath = path.join(folder, ...to.path.split('/'));
    await mkdir(path.dirname(absolutePath), { recursive: true });
    const saved = await saveBlob(repository, blobs[index] ?? '', absolutePath, signal);
    if (!saved.ok) return unfetched(saved.error);
    if ((await hashFile(absolutePath)) !== to.sha256) {
      await rm(absolutePath, { force: true });
      const what = `${where(from)} is not the file that the lock file records`;
      return lost(
        `${what}: restore it from the branch's history, or make the edit again with the input \`force\`.`,
      );
    }
    fetchedFiles.push({ ...to, absolutePath });
  }
  return { ok: true, value: fetchedFiles };

  function lost(message: Sentence) {
    return { ok: false, error: { isLost: true, message } } as const;
  }
  function unfetched(error: GitError) {
    const message = describeGitError(error, 'read', place, repository.remote);
    return { ok: false, error: { isLost: false, message } } as const;
  }
  function where(file: string): string {
    return `${quotePath(fromRoot(place, file))} on branch ${quotePath(place.branch)}`;
  }
}

async function hashFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
