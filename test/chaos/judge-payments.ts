import { isPaid, type AttemptRecord, type Evidence } from './evidence.ts';

/**
 * Nobody pays twice: a picture is sent again only if all that was sent for it before cost nothing, or came to the branch,
 * or if the attempt was told to send again what is unknown. Consent counts for the attempt that has it, and only once.
 */
export function judgePayments(evidence: Evidence): readonly string[] {
  const keys = new Set(evidence.submits.map(({ key }) => key));
  return [...keys].flatMap((key) => judgeKey(key, evidence));
}

function judgeKey(key: string, { attempts, submits, jobs, keys }: Evidence): readonly string[] {
  /** Submits so far that may be paid for, and whose pictures no one has. */
  let open = 0;
  return attempts.flatMap((record, index) => {
    const endMs = attempts[index + 1]?.startedAtMs ?? Infinity;
    const isNow = (atMs: number): boolean => atMs >= record.startedAtMs && atMs < endMs;
    const sent = submits.filter((each) => each.key === key && isNow(each.atMs) && !isRefused(each)).length;
    const free = jobs.filter((job) => job.key === key && isNow(job.acceptedAtMs) && !isPaid(job)).length;
    if (isOnBranch(key, record, keys)) open = 0;
    const most = open > 0 && !hasConsent(key, record, keys) ? 0 : 1 + free;
    open += sent - free;
    if (sent <= most) return [];
    return [`${sent} submits in attempt ${index + 1} that may be paid for, at most ${most} expected: ${key}`];
  });
}

function isRefused({ status }: Evidence['submits'][number]): boolean {
  return status !== undefined && status >= 400 && status < 500;
}

function isOnBranch(key: string, { before }: AttemptRecord, keys: Evidence['keys']): boolean {
  return Object.values(before.locked).some(({ fingerprint }) => keys.get(fingerprint) === key);
}

/** What can be collected is never to be sent again, whatever is unknown beside it. */
function hasConsent(key: string, { attempt, before }: AttemptRecord, keys: Evidence['keys']): boolean {
  if (attempt.inputs['on-unknown'] !== 'resubmit') return false;
  const there = Object.entries(before.ledger).flatMap(([fingerprint, entries]) =>
    keys.get(fingerprint) === key ? entries : [],
  );
  return there.length > 0 && there.every(({ state }) => state !== 'accepted');
}
