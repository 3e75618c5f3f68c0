import type { EditOutcome } from '../plan/outcome.ts';
import type { Problem } from '../shared/problem.ts';
import { isSkippedOnPurpose } from './decide-outcome.ts';

/**
 * Edits that did not succeed, as problems at their position in the spec, for annotations. A failed edit is an error.
 * One that is still open, or that was skipped because of another failure, is a warning. The summary lists them itself.
 */
export function editFailures(edits: readonly EditOutcome[]): readonly Problem[] {
  return edits.flatMap((outcome): Problem[] => {
    const { edit, state, error } = outcome;
    if (error === undefined || isSkippedOnPurpose(outcome)) return [];
    // The error that stopped the run is reported once, by the edit that met it; the log has a line for each edit.
    if (error.code === 'run-stopped') return [];
    const message = `${edit.id} ${WORDS[state]}: ${error.message}`;
    return [{ severity: state === 'failed' ? 'error' : 'warning', message, at: edit.at }];
  });
}

/** The warnings of all edits, in whatever state they ended, as problems at their position in the spec. */
export function editWarnings(edits: readonly EditOutcome[]): readonly Problem[] {
  return edits.flatMap(({ edit, warnings }) =>
    warnings.map((text): Problem => ({ severity: 'warning', message: `${edit.id}: ${text}`, at: edit.at })),
  );
}

/** All problems of edits, failures first. */
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
