import type { Claim, LedgerChange, LedgerEntry, PaidJob } from './types.ts';

type PaidChange = Extract<LedgerChange, { kind: 'submitted' | 'settled' | 'gone' }>;

/**
 * An entry after a change to the jobs that were paid for; pure. It may hold several: of runs that lost sight of each
 * other, or where an unknown was sent again on purpose. They are collected one after the other. What is said again of a job
 * that is settled or gone changes nothing.
 */
export function applyToPaid(there: LedgerEntry | undefined, change: PaidChange): LedgerEntry | undefined {
  if (change.kind === 'submitted') return addJob(there, change);
  const jobs = openJobs(there);
  const job = jobs.find(({ requestId }) => requestId === change.requestId);
  if (job === undefined || there?.state !== 'submitted') return there;
  const left = jobs.filter((each) => each !== job);
  if (change.kind === 'gone') {
    if (left.length > 0) return withJobs(there, left);
    return there.goneAtMs === undefined ? { ...there, goneAtMs: change.atMs } : there;
  }
  const { delivered } = change;
  // What lies in an artifact is still missing on the branch, and the other way round.
  if (delivered !== undefined && delivered.target !== there.target) return there;
  if (left.length > 0) return withJobs(there, left);
  if (delivered === undefined) return undefined;
  return { ...claimOf(there), state: 'settled', ...job, settledAtMs: delivered.atMs };
}

function addJob(
  there: LedgerEntry | undefined,
  { claim, requestId, submittedAtMs }: Extract<PaidChange, { kind: 'submitted' }>,
): LedgerEntry | undefined {
  if (there?.state === 'settled' && there.requestId === requestId) return there;
  const jobs = openJobs(there);
  if (jobs.some((job) => job.requestId === requestId)) return there;
  const job = { requestId, submittedAtMs };
  // What was surely paid for outranks what may be, or is about to be; and what can be had what is gone.
  if (there?.state !== 'submitted' || there.goneAtMs !== undefined) return withJobs(claim, [job]);
  return withJobs(there, [...jobs, job]);
}

/** The jobs of an entry that are not settled, the gone one included. */
export function openJobs(entry: LedgerEntry | undefined): readonly PaidJob[] {
  if (entry?.state !== 'submitted') return [];
  const { requestId, submittedAtMs, alsoPaid = [] } = entry;
  return [{ requestId, submittedAtMs }, ...alsoPaid];
}

function withJobs(claim: Claim, [first, ...more]: readonly PaidJob[]): LedgerEntry | undefined {
  if (first === undefined) return undefined;
  return { ...claimOf(claim), state: 'submitted', ...first, ...(more.length > 0 && { alsoPaid: more }) };
}

/** The claim of an entry, and no more. */
export function claimOf({ fingerprint, edit, target, claimant, claimedAtMs, overAtMs }: Claim): Claim {
  return { fingerprint, edit, target, claimant, claimedAtMs, overAtMs };
}
