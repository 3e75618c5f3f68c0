import type { Claimant } from './types.ts';

/** Whether a claim is that of this very step. */
export function isOwn(claimant: Claimant, self: Claimant): boolean {
  return claimant.runId === self.runId && claimant.attempt === self.attempt && claimant.step === self.step;
}
