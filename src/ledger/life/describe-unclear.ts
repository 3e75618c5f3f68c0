import type { LedgerEntry } from './types.ts';
import { formatAge } from '../../shared/format-age.ts';

/** Whether only consent lets an edit be sent again once no run is at it any more: it was, or may have been, paid for in vain. */
export function isUnclear(entry: LedgerEntry): boolean {
  switch (entry.state) {
    case 'claimed':
    case 'unclear':
      return true;
    case 'submitted':
      return entry.goneAtMs !== undefined;
    case 'settled':
      return false;
  }
}

/** What is known of a submit that was, or may have been, paid for in vain: one clause, with its age and its run. */
export function describeUnclear(entry: LedgerEntry, nowMs: number): string {
  const { claimant, claimedAtMs } = entry;
  const ago = `${formatAge(nowMs - claimedAtMs)} ago`;
  switch (entry.state) {
    case 'claimed':
      return `the run ${claimant.url} was about to send it ${ago}, and ended without telling whether it did`;
    case 'unclear':
      return `the run ${claimant.url} sent it ${ago}, and what became of it cannot be told`;
    case 'submitted':
    case 'settled':
      return `the run ${claimant.url} paid for it ${formatAge(nowMs - entry.submittedAtMs)} ago (request ${entry.requestId}), and its pictures can no longer be had`;
  }
}
