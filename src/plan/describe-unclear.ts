import type { LedgerEntry } from '../ledger/types.ts';
import { formatAge } from '../shared/format-age.ts';

/** What is known of a submit of which nobody can tell whether it was accepted: one clause, with its age and its run. */
export function describeUnclear({ state, claimedAtMs, claimant }: LedgerEntry, nowMs: number): string {
  const ago = `${formatAge(nowMs - claimedAtMs)} ago`;
  return state === 'claimed'
    ? `the run ${claimant.url} was about to send it ${ago}, and ended without telling whether it did`
    : `the run ${claimant.url} sent it ${ago}, and what became of it cannot be told`;
}
