import { groupOf } from './chaos-spec.ts';
import { listSubmitted } from './takes-of-requests.ts';
import { deliveredIds, isPaid, type AttemptRecord, type Evidence, type Job } from './evidence.ts';

/**
 * Nothing paid for is lost: each job that was or will be paid for is delivered, or the ledger has an entry for it; by its
 * request id, if a run learned that and its disk was there for the post step. A job that was given up is replaced by
 * another one that was delivered.
 */
export function judgeLostWork(evidence: Evidence): readonly string[] {
  const { jobs, attempts, keys } = evidence;
  const last = attempts.at(-1)?.after;
  if (last === undefined) return [];
  const { ledger } = last;
  const delivered = deliveredIds(evidence, attempts);
  const recordedIds = new Set(
    Object.values(ledger)
      .flat()
      .flatMap(({ request_id: requestId }) => requestId ?? []),
  );
  const recordedKeys = new Set(
    Object.keys(ledger).map((fingerprint) => groupOf(keys.get(fingerprint) ?? '')),
  );
  const deliveredKeys = new Set(
    jobs.filter(({ requestId }) => delivered.has(requestId)).map(({ key }) => key),
  );
  const learned = new Set(attempts.flatMap(learnedIds));
  const givenUp = new Set(
    attempts.flatMap(({ after }) =>
      Object.values(after.ledger)
        .flat()
        .flatMap(({ state, request_id: requestId }) => (state === 'lost' ? (requestId ?? []) : [])),
    ),
  );
  return jobs.filter(isPaid).flatMap(({ requestId, key }: Job) => {
    if (delivered.has(requestId) || recordedIds.has(requestId)) return [];
    if (givenUp.has(requestId) && deliveredKeys.has(key)) return [];
    if (learned.has(requestId)) return [`request ${requestId} was known, and is forgotten: ${key}`];
    return recordedKeys.has(key) || deliveredKeys.has(key)
      ? []
      : [`no trace of request ${requestId}: ${key}`];
  });
}

/** Request ids that stood in the log of runs whose machine was not lost. */
function learnedIds({ machines }: AttemptRecord): readonly string[] {
  return machines
    .filter(({ post }) => post !== undefined)
    .flatMap(({ main }) => listSubmitted(main).map(({ requestId }) => requestId));
}
