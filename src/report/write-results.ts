import { rename, writeFile } from 'node:fs/promises';

import { renderResults } from './render-results.ts';
import type { RunSoFar } from './types.ts';

/**
 * Writes the results file so that a reader, or the next step after a kill, finds a whole one: beside it first,
 * then renamed over it. Calls for one path must not overlap. Throws as `node:fs` does.
 */
export async function writeResults(path: string, run: RunSoFar): Promise<void> {
  const beside = `${path}.part`;
  await writeFile(beside, renderResults(run));
  await rename(beside, path);
}
