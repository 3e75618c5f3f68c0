import type { EditOutcome, EditState } from '../plan/outcome.ts';

/** How an edit ended, without what the caller knows anyhow; facts left out are unknown or empty. */
export interface EditEnd extends Partial<Omit<EditOutcome, 'edit' | 'state'>> {
  readonly state: EditState;
}
