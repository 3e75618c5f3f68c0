import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';

import type { Results } from './read-results.ts';

/**
 * Compares the pictures below some folders (the action's own, the unpacked artifact, the branch) with the results file,
 * byte for byte by their hashes. Gives a sentence for each difference.
 */
export async function comparePictures(
  results: Results,
  ...folders: readonly string[]
): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const { path: file, sha256, bytes } of results.edits.flatMap((edit) => edit.files)) {
    for (const folder of folders) {
      const full = path.join(folder, file);
      const size = await sizeOf(full);
      if (size === undefined) faults.push(`${full} is not there`);
      else if (size !== bytes) faults.push(`${full} has ${size} bytes, results.json says ${bytes}`);
      else if ((await hashFile(full)) !== sha256) faults.push(`${full} is not the file of results.json`);
    }
  }
  return faults;
}

/** All files below a folder, relative to it, forward slashes, sorted. */
export async function listFiles(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .toSorted();
}

async function sizeOf(file: string): Promise<number | undefined> {
  try {
    return (await stat(file)).size;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

async function hashFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
