import type { Claimant } from '../../ledger/life/types.ts';
import type { World } from '../../runner/world.ts';

/** This step as the ledger names it. */
export function createClaimant({ random, job }: Pick<World, 'random' | 'job'>): Claimant {
  const { runId, attempt, name, runUrl } = job;
  const unique = Math.floor(random() * 2 ** 48).toString(36);
  return {
    runId,
    attempt,
    step: `${name}-${unique}`,
    url: attempt > 1 ? `${runUrl}/attempts/${attempt}` : runUrl,
  };
}
