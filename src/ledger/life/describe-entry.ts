import { isUnusable } from './judge-entry.ts';
import type { LedgerEntry } from './types.ts';
import { formatAge } from '../../shared/format-age.ts';

/** What is known about a submit that was, or may have been, paid for without any pictures: one clause, with its age and its run. */
export function describeUnknown(entry: LedgerEntry, nowMs: number): string {
  const { step, claimedAtMs } = entry;
  const ago = `${formatAge(nowMs - claimedAtMs)} ago`;
  switch (entry.state) {
    case 'claimed':
      return `the run ${step.url} was about to send it ${ago}, and ended without recording whether it did`;
    case 'maybe-sent':
      return `the run ${step.url} may have sent it ${ago}, and no answer is known`;
    case 'accepted':
    case 'lost':
    case 'delivered': {
      const why = isUnusable(entry)
        ? 'what it made cannot be delivered'
        : 'its pictures are no longer available';
      return `the run ${step.url} paid for it ${formatAge(nowMs - entry.submittedAtMs)} ago (request ${entry.requestId}), and ${why}`;
    }
  }
}
