import type { EditOutcome } from '../plan/outcome.ts';
import type { PlannedEdit } from '../plan/types.ts';
import type { EditError } from '../shared/edit-error.ts';

/** What to do with an edit that has not begun. */
export type NextStep =
  | { readonly kind: 'start' }
  | { readonly kind: 'wait' }
  | { readonly kind: 'skip'; readonly error: EditError };

/**
 * Decides about an edit that has not begun. `ended` holds the outcomes so far; `waiting` tells whether an edit is
 * still to come or on its way; `stopped` is set once nothing more may be submitted.
 */
export function planNextStep(
  edit: PlannedEdit,
  ended: ReadonlyMap<string, EditOutcome>,
  isComing: (id: string) => boolean,
  stopped: EditError | undefined,
): NextStep {
  if (edit.action.kind === 'skip')
    return { kind: 'skip', error: { code: 'not-planned', message: edit.action.reason } };
  for (const id of edit.needs) {
    const state = ended.get(id)?.state;
    if (state === undefined && isComing(id)) continue;
    if (state === 'succeeded') continue;
    const why = state === undefined ? 'which is not part of this run' : `which ended as ${state}`;
    return {
      kind: 'skip',
      error: { code: 'needs-not-met', message: `It uses the output of ${id}, ${why}.` },
    };
  }
  if (stopped !== undefined) return { kind: 'skip', error: stopped };
  return edit.needs.every((id) => ended.has(id)) ? { kind: 'start' } : { kind: 'wait' };
}
