import type { Claim, LedgerChange, LedgerEntry, PaidJob } from './types.ts';

type PaidChange = Extract<LedgerChange, { kind: 'submitted' | 'settled' | 'gone' }>;

/**
 * An entry after a change to the jobs that were paid for; pure. It may hold several: of runs that lost sight of each
 * other, or where an unknown was sent again on purpose. They are collected one after the other.
 */
export function applyToPaid(there: LedgerEntry | undefined, change: PaidChange): LedgerEntry | undefined {
  const jobs = paidJobs(there);
  const isThere = jobs.some(({ requestId }) => requestId === change.requestId);
  if (change.kind === 'submitted') {
    const { requestId, submittedAtMs } = change;
    if (isThere) return there;
    // What was surely paid for outranks what may be, or is about to be.
    const claim = there?.state === 'submitted' ? there : change.claim;
    return withJobs(claim, [...jobs, { requestId, submittedAtMs }]);
  }
  if (!isThere || there === undefined) return there;
  const left = jobs.filter(({ requestId }) => requestId !== change.requestId);
  if (left.length > 0) return withJobs(there, left);
  return change.kind === 'gone' ? { ...claimOf(there), state: 'unclear' } : undefined;
}

function paidJobs(entry: LedgerEntry | undefined): readonly PaidJob[] {
  if (entry?.state !== 'submitted') return [];
  const { requestId, submittedAtMs, alsoPaid = [] } = entry;
  return [{ requestId, submittedAtMs }, ...alsoPaid];
}

function withJobs(claim: Claim, [first, ...more]: readonly PaidJob[]): LedgerEntry | undefined {
  if (first === undefined) return undefined;
  return { ...claimOf(claim), state: 'submitted', ...first, ...(more.length > 0 && { alsoPaid: more }) };
}

function claimOf({ fingerprint, edit, claimant, claimedAtMs, overAtMs }: Claim): Claim {
  return { fingerprint, edit, claimant, claimedAtMs, overAtMs };
}
