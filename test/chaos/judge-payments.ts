import { isPaid, type Evidence } from './evidence.ts';
import type { RepositoryState } from './read-repository.ts';

/**
 * Nobody pays twice: for each picture at most one submit of which it is not sure that nothing is paid for it, and one more
 * for each time that an unclear one was sent again on purpose, or that the picture was taken off the branch as the spec
 * did not ask for it any more.
 */
export function judgePayments({ submits, jobs, attempts, keys }: Evidence): readonly string[] {
  const allowed = new Map<string, number>();
  const add = (key: string): void => void allowed.set(key, (allowed.get(key) ?? 0) + 1);
  for (const { attempt, before } of attempts) {
    if (attempt.inputs['on-unknown'] !== 'resubmit') continue;
    for (const [fingerprint, entries] of Object.entries(before.ledger))
      if (entries.every(({ state }) => state !== 'accepted')) add(keys.get(fingerprint) ?? '');
  }
  // What failed or was cancelled costs nothing, and is made again.
  for (const job of jobs) if (!isPaid(job)) add(job.key);

  const lockedKeys = ({ locked }: RepositoryState): ReadonlySet<string> =>
    new Set(Object.values(locked).map(({ fingerprint }) => keys.get(fingerprint) ?? ''));
  const states = attempts.flatMap(({ before, after }) => [lockedKeys(before), lockedKeys(after)]);
  states.forEach((state, index) => {
    const next = states[index + 1] ?? state;
    for (const key of state) if (!next.has(key)) add(key);
  });

  const sent = new Map<string, number>();
  for (const { key, status } of submits) {
    const isRefused = status !== undefined && status >= 400 && status < 500;
    if (!isRefused) sent.set(key, (sent.get(key) ?? 0) + 1);
  }
  return [...sent].flatMap(([key, count]) => {
    const most = 1 + (allowed.get(key) ?? 0);
    return count > most ? [`${count} submits that may be paid for, at most ${most} expected: ${key}`] : [];
  });
}
