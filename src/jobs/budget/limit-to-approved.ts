import type { Budget } from '../types.ts';

/**
 * A budget that lets only some edits be sent, whatever happens during the run: another run may leave an edit unsent that
 * it was working on, and this one would send it.
 */
export function limitToApproved(budget: Budget, approved: ReadonlySet<string>): Budget {
  const message =
    'Not sent: the plan file does not have it as an edit to send. Plan again, and apply the new plan.';
  return {
    ...budget,
    reserve: (edit) => (approved.has(edit.id) ? budget.reserve(edit) : { code: 'not-planned', message }),
  };
}
