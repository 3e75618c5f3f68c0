import type { EditOutcome, EditState } from '../plan/outcome.ts';
import type { PlannedEdit } from '../plan/types.ts';

/** How an edit ended, without what the caller knows anyhow; facts left out are unknown or empty. */
export interface EditEnd extends Partial<Omit<EditOutcome, 'edit' | 'state'>> {
  readonly state: EditState;
}

/** The outcome of an edit that ended so. */
export function endEdit(edit: PlannedEdit, end: EditEnd): EditOutcome {
  return { edit, outputUrls: [], files: [], kept: [], timings: {}, warnings: [], ...end };
}
