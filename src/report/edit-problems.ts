import type { EditOutcome } from '../plan/outcome.ts';
import type { Problem } from '../shared/problem.ts';
import { isSkippedOnPurpose } from './decide-outcome.ts';

/**
 * Edits that did not succeed as problems at their place in the spec, for annotations: what failed is an error; what
 * is still open, or only follows from a failure, a warning. The summary tells of them by itself.
 */
export function editFailures(edits: readonly EditOutcome[]): readonly Problem[] {
  return edits.flatMap((outcome): Problem[] => {
    const { edit, state, error } = outcome;
    if (state === 'succeeded' || state === 'unchanged' || isSkippedOnPurpose(outcome)) return [];
    // What stopped the run is told once, where it happened; the log has a line for each edit.
    if (error?.code === 'run-stopped') return [];
    const message = `${edit.id} ${WORDS[state]}${error === undefined ? '.' : `: ${error.message}`}`;
    return [{ severity: state === 'failed' ? 'error' : 'warning', message, at: edit.at }];
  });
}

/** What is worth knowing of edits, whatever became of them, as problems at their place in the spec. */
export function editWarnings(edits: readonly EditOutcome[]): readonly Problem[] {
  return edits.flatMap(({ edit, warnings }) =>
    warnings.map((text): Problem => ({ severity: 'warning', message: `${edit.id}: ${text}`, at: edit.at })),
  );
}

/** All that edits give rise to, failures first. */
export function editProblems(edits: readonly EditOutcome[]): readonly Problem[] {
  return [...editFailures(edits), ...editWarnings(edits)];
}

const WORDS = {
  failed: 'failed',
  pending: 'is still pending',
  unknown: 'may or may not have been accepted',
  cancelled: 'was cancelled',
  skipped: 'was skipped',
} as const;
