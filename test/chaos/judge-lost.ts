import type { Evidence } from './evidence.ts';

/** Answers after which a job that is not young may be given up, though the service still knows it. */
const EMPTY_ANSWERS = new Set(['shape', 'no-output']);

/** What the ledger calls lost was forgotten by the service, or was answered for without pictures that can be read. */
export function judgeLost({ attempts, lost }: Evidence): readonly string[] {
  const last = attempts.at(-1)?.after;
  const isExcused = attempts.some(({ attempt }) =>
    attempt.faults.service.some(({ kind }) => EMPTY_ANSWERS.has(kind)),
  );
  if (last === undefined || isExcused) return [];
  return Object.values(last.ledger)
    .flat()
    .flatMap(({ state, request_id: requestId = '' }) =>
      state === 'lost' && !lost.has(requestId)
        ? [`request ${requestId} is given up, and the service knows it`]
        : [],
    );
}
