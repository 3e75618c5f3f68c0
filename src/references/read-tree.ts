import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import { describeError } from '../shared/describe-error.ts';
import type { Result } from '../shared/result.ts';

const run = promisify(execFile);

/** Far below the 32,767 characters that a command line may have on Windows. */
const MAX_PATH_CHARACTERS = 8000;

/**
 * The blobs that a commit has at the given paths (relative to the repository's root), as hex object names by
 * path; paths that the commit does not have are missing. Needs the commit's trees, not its blobs, so a
 * shallow or partial clone does. The error is a clause for people. Throws only the signal's reason.
 */
export async function readTreeBlobs(
  root: string,
  sha: string,
  paths: readonly string[],
  signal: AbortSignal,
): Promise<Result<ReadonlyMap<string, string>, string>> {
  if (!/^[0-9a-f]{40,64}$/.test(sha)) return { ok: false, error: 'the commit of this run is not known' };
  const blobs = new Map<string, string>();
  for (const batch of inBatches(paths)) {
    const args = [
      '-C',
      root,
      '--literal-pathspecs',
      'ls-tree',
      '-r',
      '-z',
      '--full-tree',
      sha,
      '--',
      ...batch,
    ];
    let listing: string;
    try {
      listing = (await run('git', args, { signal, windowsHide: true, maxBuffer: 16 * 1024 * 1024 })).stdout;
    } catch (error) {
      signal.throwIfAborted();
      return { ok: false, error: explain(error, sha) };
    }
    for (const entry of listing.split('\0')) {
      // `<mode> blob <object>\t<path>`; symbolic links (mode 120000) are blobs too, and are not the file.
      const [, object, path] = /^100\d{3} blob ([0-9a-f]+)\t(.*)$/s.exec(entry) ?? [];
      if (object !== undefined && path !== undefined) blobs.set(path, object);
    }
  }
  return { ok: true, value: blobs };
}

function explain(error: unknown, sha: string): string {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 'git is not installed';
  const stderr = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : '';
  const why = stderr === '' ? describeError(error) : (stderr.split('\n', 1)[0] ?? '');
  return `git cannot read commit ${sha.slice(0, 7)} in this checkout (${why})`;
}

function* inBatches(paths: readonly string[]): Generator<readonly string[]> {
  let batch: string[] = [];
  let characters = 0;
  for (const path of paths) {
    if (batch.length > 0 && characters + path.length > MAX_PATH_CHARACTERS) {
      yield batch;
      batch = [];
      characters = 0;
    }
    batch.push(path);
    characters += path.length + 1;
  }
  if (batch.length > 0) yield batch;
}
