import type { Problem } from '../shared/problem.ts';
import type { Mode } from './decide-mode.ts';

/** What the inputs `shard` and `max-shards` need of others. `text` gives an input as it was written. */
export function checkShard(mode: Mode, text: (name: string) => string): readonly Problem[] {
  const { kind } = mode;
  // It only plans, whatever it was asked for.
  if (kind === 'plan' && mode.because === 'fork-without-token') return [];
  const problems: string[] = [];
  if (text('max-shards') !== '' && kind !== 'plan')
    problems.push(
      'Input `max-shards` divides a plan, and this run makes none. Set it in the job that plans (`mode: plan`), or leave it out.',
    );
  if (text('shard') === '') return toProblems(problems);
  if (kind !== 'apply' || text('plan-file') === '')
    problems.push(
      'Input `shard` names a part of a plan. Set `mode: apply`, and give the file of the job that planned as `plan-file`.',
    );
  if (text('shard') !== 'merge' && text('prune') === 'true')
    problems.push(
      'Input `prune` is for the last job of a plan: the others see only a part of it. Set it in the job with `shard: merge`, and leave it out here.',
    );
  if (text('deliver') === 'artifact')
    problems.push(
      'Input `shard` needs a branch, on which the parts come together. Add `branch` to `deliver`.',
    );
  if (text('ledger') === 'cache' || text('ledger') === 'none')
    problems.push(
      'Input `shard` needs the ledger in the repository, so that no two jobs send the same edit. Set `ledger: git`, and give the job `permissions: contents: write`.',
    );
  return toProblems(problems);
}

function toProblems(messages: readonly string[]): readonly Problem[] {
  return messages.map((message) => ({ severity: 'error', message }));
}
