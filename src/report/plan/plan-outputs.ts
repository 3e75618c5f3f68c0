import type { PlanFile } from './types.ts';
import { listErrors } from '../../shared/problem.ts';

/** The outputs of a run that only plans, by name, without the path of the plan file. */
export function planOutputs({
  edits,
  estimate,
  problems,
}: Pick<PlanFile, 'edits' | 'estimate' | 'problems'>): Record<string, string> {
  const hasErrors = listErrors(problems).length > 0;
  return {
    outcome: hasErrors ? 'failed' : 'planned',
    planned: String(edits.filter(({ action }) => action === 'submit').length),
    adopted: String(edits.filter(({ action }) => action === 'adopt').length),
    unchanged: String(edits.filter(({ action }) => action === 'unchanged' || action === 'aside').length),
    'estimated-cost-usd': describeUsd(estimate),
  };
}

function describeUsd(estimate: PlanFile['estimate']): string {
  switch (estimate.kind) {
    case 'none':
      return '0';
    case 'unknown':
      return '';
    case 'known':
      return String(estimate.usd);
  }
}
