import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';

import type { DownloadedFile } from '../../download/types.ts';
import { fetchBlobs, saveBlob } from '../../git/read-blobs.ts';
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
 * Brings files of the branch to disk, below `folder` (absolute): one fetch for all of them. The error consists of
 * sentences; files that came before it stay. A file that is not what the lock file says is an error, and is removed
 * again.
 */
export async function fetchFiles(
  { repository, place, tree }: Pick<OpenedBranch, 'repository' | 'place' | 'tree'>,
  files: readonly WantedFile[],
  folder: string,
  signal: AbortSignal,
): Promise<Result<readonly DownloadedFile[], Sentence>> {
  const blobs: string[] = [];
  for (const { from } of files) {
    const file = tree.get(fromRoot(place, from));
    if (file === undefined || !isPlainFile(file))
      return { ok: false, error: `${where(from)} does not exist.` };
    blobs.push(file.blob);
  }
  const fetched = await fetchBlobs(repository, blobs, signal);
  if (!fetched.ok)
    return { ok: false, error: describeGitError(fetched.error, 'read', place, repository.remote) };
  const fetchedFiles: DownloadedFile[] = [];
  for (const [index, { from, to }] of files.entries()) {
    const absolutePath = path.join(folder, ...to.path.split('/'));
    await mkdir(path.dirname(absolutePath), { recursive: true });
    const saved = await saveBlob(repository, blobs[index] ?? '', absolutePath, signal);
    if (!saved.ok)
      return { ok: false, error: describeGitError(saved.error, 'read', place, repository.remote) };
    if ((await hashFile(absolutePath)) !== to.sha256) {
      await rm(absolutePath, { force: true });
      const what = `${where(from)} is not the file that the lock file records`;
      return {
        ok: false,
        error: `${what}: restore it from the branch's history, or make the edit again with the input \`force\`.`,
      };
    }
    fetchedFiles.push({ ...to, absolutePath });
  }
  return { ok: true, value: fetchedFiles };

  function where(file: string): string {
    return `${quotePath(fromRoot(place, file))} on branch ${quotePath(place.branch)}`;
  }
}

async function hashFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
