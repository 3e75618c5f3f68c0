import type { LockEntry } from '../../lock/types.ts';
import type { PlannedAction } from '../types.ts';
import type { EditOutcome } from '../outcome.ts';
import { isUntouched } from '../outputs.ts';

/** What the last job of a divided plan knows of the others. */
export interface PlannedParts {
  /** What the plan was to do with each edit, by id. */
  readonly actions: ReadonlyMap<string, PlannedAction['kind']>;
  /** Ids of those that the plan makes again although nothing changed. */
  readonly forced: ReadonlySet<string>;
  /** When the plan was made, in Unix ms. */
  readonly plannedAtMs: number;
}

/**
 * The outcomes as they are for the plan as a whole: what its other jobs have made and delivered is made, with its cost and its
 * times, and not unchanged; pure.
 */
export function creditParts(outcomes: readonly EditOutcome[], parts: PlannedParts): readonly EditOutcome[] {
  const counted = new Set<string>();
  return outcomes.map((outcome) => {
    const entry = madeByParts(outcome, parts);
    if (entry === undefined) return outcome;
    // Equal edits share one job, which was paid for once.
    const isShared = counted.has(entry.requestId);
    counted.add(entry.requestId);
    return credit(outcome, entry, isShared);
  });
}

/** The entry of an edit that the branch lacked when the plan was made, and has now; undefined for all others. */
export function madeByParts(
  { edit, state }: Pick<EditOutcome, 'edit' | 'state'>,
  { actions, forced, plannedAtMs }: PlannedParts,
): LockEntry | undefined {
  const { id, action } = edit;
  if (state !== 'unchanged' || (action.kind !== 'unchanged' && action.kind !== 'aside')) return undefined;
  if (action.on !== undefined || !isUntouched(edit) || !isWork(actions.get(id))) return undefined;
  const { entry } = action;
  // The picture that a forced edit replaces looks the same.
  return forced.has(id) && Date.parse(entry.submittedAt) <= plannedAtMs ? undefined : entry;
}

function isWork(action: PlannedAction['kind'] | undefined): boolean {
  switch (action) {
    case 'submit':
    case 'collect':
    case 'other-run':
    case 'share':
    case 'hold':
      return true;
    case 'unchanged':
    case 'adopt':
    case 'aside':
    case 'skip':
    case undefined:
      return false;
  }
}

function credit(outcome: EditOutcome, entry: LockEntry, isShared: boolean): EditOutcome {
  const { edit, files, unchangedFiles, outputUrls, warnings } = outcome;
  const { requestId, submittedAt, finishedAt, queuedMs, runningMs } = entry;
  const costUsd = isShared ? 0 : entry.costUsd;
  const submittedAtMs = Date.parse(submittedAt);
  return {
    ...{ edit, files, unchangedFiles, outputUrls, warnings, state: 'succeeded' },
    job: { kind: 'made', requestId, submittedAtMs },
    ...(costUsd !== undefined && { costUsd }),
    timings: {
      ...(queuedMs !== undefined && { queuedMs }),
      ...(runningMs !== undefined && { runningMs }),
      totalMs: Math.max(0, Date.parse(finishedAt) - submittedAtMs),
    },
  };
}
