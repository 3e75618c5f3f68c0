import path from 'node:path';

import { runMeasured } from './run-measured.ts';

/** Pictures to add to a repository: those of a folder, by their numbers. */
export interface Addition {
  /** `our-process`, compiled. */
  readonly script: string;
  readonly remote: string;
  readonly pictures: string;
  readonly first: number;
  readonly count: number;
}

/**
 * Adds pictures as the action does, in a process of its own. The time is from opening the branch to the pushed commit: the
 * action runs already when it delivers.
 */
export async function addOurWay(
  { script, remote, pictures, first, count }: Addition,
  scratch: string,
): Promise<{ readonly seconds: number; readonly peakMb: number }> {
  const folder = path.join(scratch, `private-${first}`);
  const args = [script, remote, pictures, String(first), String(count), folder];
  const { stdout, peakMb } = await runMeasured(process.execPath, args, scratch);
  const { seconds } = JSON.parse(stdout) as { seconds: number };
  return { seconds, peakMb };
}
