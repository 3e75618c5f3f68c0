import type { Problem } from '../shared/problem.ts';
import { renderProblems } from './summary-attention.ts';

/** The job summary of a step whose inputs are wrong, in GitHub Markdown. There are at most as many problems as inputs. */
export function renderWrongInputs(problems: readonly Problem[]): string {
  return `## ✗ The inputs are wrong. Nothing was sent\n\n${renderProblems(problems, problems.length)}`;
}
