import type { PlannedAction } from './types.ts';

/** What a run may do with an edit, as the plan file and the results file name it. */
export const ACTION_KINDS = [
  'submit',
  'collect',
  'other-run',
  'hold',
  'share',
  'unchanged',
  'adopt',
  'aside',
  'skip',
] as const satisfies readonly PlannedAction['kind'][];
