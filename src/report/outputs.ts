import type { Delivery } from '../deliver/types.ts';
import { countStates } from './count-edits.ts';
import { sumCosts } from './sum-costs.ts';
import type { Report, RunSoFar } from './types.ts';

/**
 * The action's outputs by name. For a run that still goes on they say what is true if it ends right now, as the
 * runner reads them even after a kill: `outcome` is `incomplete`, and edits under way count as pending.
 *
 * @param resultsFile path of the results file
 */
export function reportOutputs(run: RunSoFar | Report, resultsFile: string): Record<string, string> {
  const counts = countStates(run.edits);
  const underWay = run.edits.filter(({ state, requestId }) => state === 'open' && requestId !== undefined);
  const { knownUsd } = sumCosts(run.edits);
  return {
    outcome: 'outcome' in run ? run.outcome : 'incomplete',
    'results-file': resultsFile,
    planned: String(run.edits.filter(({ edit }) => edit.action.kind === 'submit').length),
    succeeded: String(counts.succeeded),
    failed: String(counts.failed),
    pending: String(counts.pending + counts.unknown + underWay.length),
    'cost-usd': knownUsd === undefined ? '' : String(knownUsd),
    ...artifactOutputs('delivery' in run ? run.delivery : { kind: 'none' }),
  };
}

function artifactOutputs(delivery: Delivery): Record<string, string> {
  switch (delivery.kind) {
    case 'artifact':
      return {
        'artifact-name': delivery.name,
        'artifact-id': String(delivery.id),
        'artifact-url': delivery.url,
        'artifact-digest': delivery.digest,
      };
    case 'none':
    case 'failed':
      return { 'artifact-name': '', 'artifact-id': '', 'artifact-url': '', 'artifact-digest': '' };
  }
}
