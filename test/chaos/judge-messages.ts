import type { Evidence } from './evidence.ts';

/** What a run says about an edit that the service accepted names the request, so that its user can look for it there. */
export function judgeMessages({ attempts }: Evidence): readonly string[] {
  const edits = attempts.flatMap(({ machines }) => machines).flatMap(({ results }) => results?.edits ?? []);
  return edits.flatMap(({ id, requestId, error }) =>
    requestId === null || error === null || error.message.includes(requestId)
      ? []
      : [`the message about ${id} does not name its request ${requestId}: ${error.message}`],
  );
}
