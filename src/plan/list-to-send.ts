import type { Plan, PlannedEdit } from './types.ts';

/** What a run may get to send: an edit that another run is working on may become its own to send. */
export function listToSend({ edits }: Plan): readonly PlannedEdit[] {
  return edits.filter(({ action }) => action.kind === 'submit' || action.kind === 'other-run');
}
