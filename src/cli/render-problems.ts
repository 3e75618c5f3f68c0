import { formatProblem, listErrors, type Problem } from '../shared/problem.ts';
import type { Paint } from './paint.ts';

/** A line for each problem, errors first, as the action's log has them: `error: edits.yml:3:5: message`. */
export function renderProblems(problems: readonly Problem[], paint: Paint): readonly string[] {
  const warnings = problems.filter(({ severity }) => severity === 'warning');
  return [...listErrors(problems), ...warnings].map((problem) => {
    const mark = problem.severity === 'error' ? paint.red('error:') : paint.yellow('warning:');
    return `${mark} ${paintText(formatProblem(problem), paint)}`;
  });
}

function paintText(text: string, { dim, plain }: Paint): string {
  const [, place, message] = /^(\S+:\d+:\d+:) (.*)$/s.exec(text) ?? [];
  return place === undefined || message === undefined ? plain(text) : `${dim(place)} ${plain(message)}`;
}
