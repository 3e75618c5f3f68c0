import { rename, writeFile } from 'node:fs/promises';

import { renderResults } from './render-results.ts';
import type { RunSoFar } from './types.ts';

/**
 * Writes the results file in one step (a temporary file is renamed over it), so that a reader never sees half of it,
 * even after a kill. Calls for the same path must not overlap. Throws as `node:fs` does.
 */
export async function writeResults(path: string, run: RunSoFar): Promise<void> {
  const beside = `${path}.part`;
  await writeFile(beside, renderResults(run));
  await rename(beside, path);
}
