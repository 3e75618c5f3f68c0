import type { Log } from '../shared/ports.ts';
import { formatProblem, type Problem, listErrors } from '../shared/problem.ts';
import { shorten } from '../shared/plain-text.ts';

/** The runner cuts an annotation's message at 4,096 characters; position and title need room too. */
const MESSAGE_CHARACTERS = 4000;

/** Problems divided into those shown as annotations and those that only appear in the log and the summary. */
export interface AnnotationChoice {
  /** Errors first; messages cut to what the runner keeps. */
  readonly annotations: readonly Problem[];
  readonly rest: readonly Problem[];
}

/**
 * Chooses the problems that become annotations: the first `capPerKind` errors and as many warnings.
 * The runner keeps ten of each kind per step and silently drops the others. The default leaves one for
 * the step's own failure (errors) and one for the artifact client (warnings).
 */
export function selectAnnotations(problems: readonly Problem[], capPerKind = 9): AnnotationChoice {
  const errors = listErrors(problems);
  const warnings = problems.filter(({ severity }) => severity === 'warning');
  return {
    annotations: [...errors.slice(0, capPerKind), ...warnings.slice(0, capPerKind)].map((problem) => ({
      ...problem,
      message: shorten(problem.message, MESSAGE_CHARACTERS),
    })),
    rest: [...errors.slice(capPerKind), ...warnings.slice(capPerKind)],
  };
}

/** Shows problems to the user: as annotations as far as the runner keeps them, the rest in the log. */
export function emitProblems(
  problems: readonly Problem[],
  annotate: (problem: Problem) => void,
  log: Pick<Log, 'info'>,
): void {
  const { annotations, rest } = selectAnnotations(problems);
  annotations.forEach(annotate);
  for (const problem of rest) log.info(`${problem.severity}: ${formatProblem(problem)}`);
}
