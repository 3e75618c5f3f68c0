import type { Clause } from '../shared/sentence.ts';
import type { Plan, PlannedAction } from './types.ts';

/** Limits that may be 0. */
interface Limits {
  readonly maxEdits?: number;
  readonly maxCostUsd?: number;
}

/** Why nothing at all may be sent: a limit of 0, which people set to have collected and delivered what is paid for. */
export function findSendingBan({ maxEdits, maxCostUsd }: Limits): Clause | undefined {
  if (maxEdits === 0) return 'nothing is sent, because `max-edits` is 0';
  if (maxCostUsd === 0) return 'nothing is sent, because `max-cost` is 0';
  return undefined;
}

/**
 * The plan without everything that could be sent: those edits are left out, as the spec's frozen ones are. What is paid
 * for stays, and so do edits that share its pictures; pure.
 */
export function withoutSending({ edits, takenOutputs }: Plan, why: Clause): Plan {
  const left = new Set<string>();
  const decide = (action: PlannedAction): PlannedAction => {
    switch (action.kind) {
      case 'submit':
        return { kind: 'skip', reason: why };
      case 'other-run':
        // If that run does not send it, this one would have to.
        return { kind: 'skip', reason: `another run is working on it, and ${why}` };
      case 'share':
        return left.has(action.with) ? { kind: 'skip', reason: why } : action;
      case 'collect':
      case 'hold':
      case 'unchanged':
      case 'adopt':
      case 'aside':
      case 'skip':
        return action;
    }
  };
  return {
    takenOutputs,
    edits: edits.map((edit) => {
      const action = decide(edit.action);
      if (action !== edit.action) left.add(edit.id);
      return { ...edit, action };
    }),
  };
}
