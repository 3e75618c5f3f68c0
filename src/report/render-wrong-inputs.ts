import type { Problem } from '../shared/problem.ts';
import { renderCheck } from './render-check.ts';

/** The job summary of a step whose inputs are wrong, in GitHub Markdown. There are at most as many problems as inputs. */
export function renderWrongInputs(problems: readonly Problem[]): string {
  return renderCheck('✗ The inputs are wrong. Nothing was sent', problems);
}
