import { hasAnswer } from '../../ledger/life/change-entry.ts';
import type { Recorded } from '../../lock/types.ts';
import type { PlannedEdit } from '../../plan/types.ts';
import type { Clause } from '../../shared/sentence.ts';

/**
 * Whether an edit that would be sent was already sent after its plan was made: then the plan is used up as far as this
 * edit goes, and sending it once more is not what was approved. Undefined if it was not; pure.
 */
export function findSentSince(
  { id, action, fingerprint }: Pick<PlannedEdit, 'id' | 'action' | 'fingerprint'>,
  createdAt: string,
  recorded: Recorded | undefined,
): Clause | undefined {
  if (action.kind !== 'submit') return undefined;
  const atMs = Date.parse(createdAt);
  const own = recorded?.lock.edits.get(id);
  const requests = [
    ...(own?.fingerprint === fingerprint && Date.parse(own.submittedAt) > atMs ? [own.requestId] : []),
    ...action.over.flatMap((entry) =>
      hasAnswer(entry) && entry.submittedAtMs > atMs ? [entry.requestId] : [],
    ),
  ];
  const [request] = requests;
  return request === undefined
    ? undefined
    : `it was already sent after the plan was made (request ${request}), and would be sent again`;
}
