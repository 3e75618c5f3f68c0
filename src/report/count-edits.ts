import type { EditSoFar } from './types.ts';

/** The states in which an edit can end, and `open`, with the most urgent first. */
export const STATES = [
  'failed',
  'unknown',
  'pending',
  'cancelled',
  'skipped',
  'open',
  'succeeded',
  'adopted',
  'unchanged',
] as const satisfies readonly EditSoFar['state'][];

/** How many edits are in each state; every state is present. */
export type StateCounts = Readonly<Record<EditSoFar['state'], number>>;

/** Counts edits by their state. */
export function countStates(edits: readonly EditSoFar[]): StateCounts {
  const counts = {
    failed: 0,
    unknown: 0,
    pending: 0,
    cancelled: 0,
    skipped: 0,
    open: 0,
    succeeded: 0,
    adopted: 0,
    unchanged: 0,
  };
  for (const { state } of edits) counts[state] += 1;
  return counts;
}
