import type { ActionInputs } from '../../inputs/types.ts';
import type { Step } from '../../ledger/life/types.ts';
import type { World } from '../../runner/world.ts';
import { uniqueSuffix } from '../../shared/unique-suffix.ts';

/** This step as the ledger names it. Its job goes by the id that the input `job-id` gives. */
export function createThisStep(
  { jobId }: Pick<ActionInputs, 'jobId'>,
  { random, job, process }: Pick<World, 'random' | 'job' | 'process'>,
): Step {
  const { runId, attempt, name, runUrl } = job;
  const unique = uniqueSuffix(random);
  return {
    runId,
    attempt,
    ...(jobId !== undefined && { job: jobId }),
    // It becomes part of a header.
    name: `${name.replace(/[^\w-]/g, '-')}-${unique}`,
    ...(process.name !== undefined && { process: process.name }),
    url: attempt > 1 ? `${runUrl}/attempts/${attempt}` : runUrl,
  };
}
