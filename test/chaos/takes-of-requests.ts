import { keysOf, type Evidence } from './evidence.ts';
import type { StepRun } from './run-step.ts';

/** Which take each request is of, by request id: as logs, results files, ledgers and lock files say. Of one whose answer no run has seen, there is nothing. */
export function takesOfRequests({ attempts, keys }: Evidence): ReadonlyMap<string, string> {
  const takes = new Map<string, string>();
  const add = (requestId: string | null | undefined, key: string | undefined): void => {
    if (typeof requestId === 'string' && key !== undefined) takes.set(requestId, key);
  };
  for (const { attempt, machines, before, after } of attempts) {
    const asked = keysOf(attempt.spec);
    for (const { main, results } of machines) {
      for (const { id, requestId } of listSubmitted(main)) add(requestId, asked.get(id));
      for (const { requestId, fingerprint } of results?.edits ?? []) add(requestId, keys.get(fingerprint));
    }
    for (const { ledger, locked, others } of [before, after]) {
      for (const [fingerprint, entries] of Object.entries(ledger))
        for (const { request_id: requestId } of entries) add(requestId, keys.get(fingerprint));
      for (const edits of [locked, ...[...others.values()].map((branch) => branch.locked)])
        for (const { request_id: requestId, fingerprint } of Object.values(edits))
          add(requestId, keys.get(fingerprint));
    }
  }
  return takes;
}

/** What a step said that it submitted: edits with their request ids. */
export function listSubmitted({
  lines,
}: Pick<StepRun, 'lines'>): readonly { readonly id: string; readonly requestId: string }[] {
  return lines.flatMap(({ text }) => {
    const [, id, requestId] = /^(\S+) {2}submitted {2}request (\S+)$/.exec(text) ?? [];
    return id === undefined || requestId === undefined ? [] : [{ id, requestId }];
  });
}
