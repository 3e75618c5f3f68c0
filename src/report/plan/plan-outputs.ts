import type { Shards } from '../../plan/shards/split-shards.ts';
import type { PlanFile } from './types.ts';
import { listErrors } from '../../shared/problem.ts';

/** The outputs of a run that only plans, by name, without the path of the plan file. */
export function planOutputs({
  edits,
  estimate,
  problems,
  shards,
}: Pick<PlanFile, 'edits' | 'estimate' | 'problems' | 'shards'>): Record<string, string> {
  const hasErrors = listErrors(problems).length > 0;
  return {
    outcome: hasErrors ? 'failed' : 'planned',
    planned: String(edits.filter(({ action }) => action === 'submit').length),
    adopted: String(edits.filter(({ action }) => action === 'adopt').length),
    unchanged: String(edits.filter(({ action }) => action === 'unchanged' || action === 'aside').length),
    'estimated-cost-usd': describeUsd(estimate),
    ...(shards !== undefined && describeShards(shards)),
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

/** For the matrix of a workflow: `["1/2","2/2"]`. */
function describeShards({ shared, rest }: Shards): Record<string, string> {
  const of = rest.length;
  return {
    shards: JSON.stringify(rest.map((_, index) => `${index + 1}/${of}`)),
    'shared-shard': shared.length > 0 ? `0/${of}` : '',
  };
}
