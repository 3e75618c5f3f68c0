import { open, rename, rm } from 'node:fs/promises';

import { REMOTE } from './git-settings.ts';
import type { GitRepository, GitResult } from './types.ts';

/** Fetches the bytes of all files that are missing here at once: two HTTP requests, none if all are here. */
export async function fetchBlobs(
  repository: GitRepository,
  blobs: readonly string[],
  signal: AbortSignal,
): Promise<GitResult<void>> {
  if (blobs.length === 0) return { ok: true, value: undefined };
  // Lists what is here instead of asking for each: git would fetch a missing one just to say that it is missing.
  const listing = ['cat-file', '--batch-all-objects', '--batch-check=%(objectname)'];
  const listed = await repository.run(listing, { signal });
  if (!listed.ok) return listed;
  const here = new Set(listed.value.toString().split('\n'));
  const missing = [...new Set(blobs)].filter((blob) => !here.has(blob));
  if (missing.length === 0) return { ok: true, value: undefined };
  const args = [
    '-c',
    'fetch.negotiationAlgorithm=noop',
    'fetch',
    '--quiet',
    '--filter=blob:none',
    '--no-tags',
  ];
  const fetched = await repository.run([...args, '--no-write-fetch-head', '--stdin', REMOTE], {
    signal,
    input: missing.map((blob) => `${blob}\n`).join(''),
  });
  return fetched.ok ? { ok: true, value: undefined } : fetched;
}

/** The bytes of a file, fetched if they are not here. For small files: for a picture use `saveBlob`. */
export async function readBlob(
  repository: GitRepository,
  blob: string,
  signal: AbortSignal,
): Promise<GitResult<Buffer>> {
  return await repository.run(['cat-file', 'blob', blob], { signal });
}

/** The bytes of the file at a path of a commit that was fetched; undefined if the commit has no file there. */
export async function readFileOf(
  repository: GitRepository,
  commit: string,
  path: string,
  signal: AbortSignal,
): Promise<GitResult<Buffer | undefined>> {
  const read = await repository.run(['cat-file', '--batch'], { signal, input: `${commit}:${path}\n` });
  if (!read.ok) return read;
  // `<object> blob <size>` and the bytes, or `<name> missing`.
  const header = read.value.subarray(0, read.value.indexOf('\n'));
  const [, type, size] = header.toString().split(' ');
  if (type !== 'blob') return { ok: true, value: undefined };
  const from = header.length + 1;
  return { ok: true, value: read.value.subarray(from, from + Number(size)) };
}

/**
 * Writes the bytes of a file to disk at `file` (absolute, its folder must exist; an existing file is replaced), under
 * another name until it is whole. Throws as the file system does.
 */
export async function saveBlob(
  repository: GitRepository,
  blob: string,
  file: string,
  signal: AbortSignal,
): Promise<GitResult<void>> {
  const part = `${file}.${blob}.part`;
  try {
    await using handle = await open(part, 'w');
    // Straight from git to the disk.
    const saved = await repository.run(['cat-file', 'blob', blob], { signal, output: handle.fd });
    if (!saved.ok) return saved;
    await handle.close();
    await rename(part, file);
    return { ok: true, value: undefined };
  } finally {
    await rm(part, { force: true });
  }
}
