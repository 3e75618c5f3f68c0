import type { BranchDelivery } from '../deliver/branch/types.ts';
import type { Delivery } from '../deliver/types.ts';
import type { PlannedAction } from '../plan/types.ts';
import { countStates } from './count-edits.ts';
import { pullUrl } from './pull-outcome.ts';
import { sumCosts } from './sum-costs.ts';
import type { Report, RunSoFar } from './types.ts';

/**
 * The action's outputs by name. During a run they hold what is true if it ends right now, because the runner reads
 * them even after a kill: `outcome` is `incomplete`, and edits in flight count as pending.
 *
 * @param resultsFile path of the results file
 */
export function reportOutputs(run: RunSoFar | Report, resultsFile: string): Record<string, string> {
  const counts = countStates(run.edits);
  const underWay = run.edits.filter((edit) => edit.state === 'open' && edit.requestId !== undefined);
  const { knownUsd } = sumCosts(run.edits);
  return {
    outcome: 'outcome' in run ? run.outcome : 'incomplete',
    'results-file': resultsFile,
    planned: String(run.edits.filter(({ edit }) => WANTED.has(edit.action.kind)).length),
    succeeded: String(counts.succeeded),
    failed: String(counts.failed),
    pending: String(counts.pending + counts.unknown + underWay.length),
    adopted: String(counts.adopted),
    unchanged: String(counts.unchanged),
    'cost-usd': knownUsd === undefined ? '' : String(knownUsd),
    ...branchOutputs('branch' in run ? run.branch : { kind: 'none' }),
    'pull-request-url': pullUrl('pull' in run ? run.pull : undefined),
    ...artifactOutputs('delivery' in run ? run.delivery : { kind: 'none' }),
  };
}

/** Actions on which the run has something to make: all but `unchanged`, `adopt` and `skip`. */
const WANTED: ReadonlySet<string> = new Set<PlannedAction['kind']>([
  'submit',
  'collect',
  'other-run',
  'hold',
  'share',
]);

/** All outputs of a job share 1 MB; the results file has all paths. */
const CHANGED_CHARACTERS = 10_000;

function branchOutputs(branch: BranchDelivery): Record<'branch' | 'commit-sha' | 'changed', string> {
  switch (branch.kind) {
    case 'committed':
      return {
        branch: branch.branch,
        'commit-sha': branch.commit,
        changed: wholeLines(branch.changed, CHANGED_CHARACTERS),
      };
    case 'unchanged':
      // Without a commit the branch does not exist, so it is not named.
      return {
        branch: branch.commit === undefined ? '' : branch.branch,
        'commit-sha': branch.commit ?? '',
        changed: '',
      };
    case 'none':
    case 'failed':
      return { branch: '', 'commit-sha': '', changed: '' };
  }
}

/** The first whole lines that together fit into `max` characters, including the line feeds between them. */
function wholeLines(lines: readonly string[], max: number): string {
  const text = lines.join('\n');
  if (text.length <= max) return text;
  return text.slice(0, Math.max(0, text.lastIndexOf('\n', max)));
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
