import type { MediaFile } from '../media/types.ts';
import type { EditOutcome } from '../plan/outcome.ts';
import type { PlannedEdit } from '../plan/types.ts';
import type { EditError } from '../shared/edit-error.ts';

/** What to do with an edit that has not begun. */
export type NextStep =
  | { readonly kind: 'start' }
  | { readonly kind: 'wait' }
  /** Its pictures are there already: the edit ends with these. */
  | { readonly kind: 'keep'; readonly files: readonly MediaFile[] }
  /** Its pictures are those of an edit that succeeded. */
  | { readonly kind: 'share'; readonly twin: EditOutcome }
  | { readonly kind: 'skip'; readonly error: EditError };

/** What the next steps of a run's edits are decided by. */
export interface RunState {
  /** The outcomes so far, by id. */
  readonly ended: ReadonlyMap<string, EditOutcome>;
  /** Whether an edit is still to come or on its way. */
  readonly isComing: (id: string) => boolean;
  /** Why nothing more may be submitted; absent as long as it may. */
  readonly stopped: EditError | undefined;
}

/** Decides about an edit that has not begun. */
export function planNextStep(edit: PlannedEdit, run: RunState): NextStep {
  const { action } = edit;
  switch (action.kind) {
    case 'skip':
      return { kind: 'skip', error: { code: 'not-planned', message: action.reason } };
    case 'keep':
      return { kind: 'keep', files: action.files };
    case 'share':
      return planShare(action.with, run);
    case 'submit':
      return planSubmit(edit, run);
  }
}

function planSubmit({ needs }: PlannedEdit, { ended, isComing, stopped }: RunState): NextStep {
  for (const id of needs) {
    const state = ended.get(id)?.state;
    if (state === undefined && isComing(id)) continue;
    if (state === 'succeeded' || state === 'unchanged') continue;
    const message = `It uses the output of ${id}, ${tellAbsence(state)}.`;
    return { kind: 'skip', error: { code: 'needs-not-met', message } };
  }
  if (stopped !== undefined) return { kind: 'skip', error: stopped };
  return needs.every((id) => ended.has(id)) ? { kind: 'start' } : { kind: 'wait' };
}

/** Sends nothing, so neither what the edit needs matters nor that nothing more may be submitted. */
function planShare(id: string, { ended, isComing }: RunState): NextStep {
  const twin = ended.get(id);
  if (twin?.state === 'succeeded') return { kind: 'share', twin };
  if (twin === undefined && isComing(id)) return { kind: 'wait' };
  const message = `Its picture is that of ${id}, ${tellAbsence(twin?.state)}.`;
  return { kind: 'skip', error: { code: 'shared-edit-not-made', message } };
}

function tellAbsence(state: EditOutcome['state'] | undefined): string {
  return state === undefined ? 'which is not part of this run' : `which ended as ${state}`;
}
