import { shorten } from '../shared/plain-text.ts';
import type { Problem } from '../shared/problem.ts';

/** The runner cuts an annotation's message at 4,096 characters; position and title need room too. */
const MESSAGE_CHARACTERS = 4000;

/** Problems divided into those shown as annotations and those that only the log and the summary tell. */
export interface AnnotationChoice {
  /** Errors first; messages cut to what the runner keeps. */
  readonly annotations: readonly Problem[];
  readonly rest: readonly Problem[];
}

/**
 * Chooses the problems that become annotations: the first `capPerKind` errors and as many warnings.
 * The runner keeps ten of each kind for a step and drops the others silently; the default leaves one for
 * the step's own failure (errors) and for the artifact client (warnings).
 */
export function selectAnnotations(problems: readonly Problem[], capPerKind = 9): AnnotationChoice {
  const errors = problems.filter(({ severity }) => severity === 'error');
  const warnings = problems.filter(({ severity }) => severity === 'warning');
  return {
    annotations: [...errors.slice(0, capPerKind), ...warnings.slice(0, capPerKind)].map((problem) => ({
      ...problem,
      message: shorten(problem.message, MESSAGE_CHARACTERS),
    })),
    rest: [...errors.slice(capPerKind), ...warnings.slice(capPerKind)],
  };
}
