import { quotePath } from '../../deliver/branch/branch-paths.ts';
import type { OpenedBranch } from '../../deliver/branch/types.ts';
import { listPast } from '../../plan/adopt/list-past.ts';
import type { Plan } from '../../plan/types.ts';
import { shortCommit } from '../../shared/commit-name.ts';
import { listSome } from '../../shared/list-some.ts';
import type { Problem } from '../../shared/problem.ts';

/**
 * A warning if edits are sent whose pictures the branch had before, because they cannot be taken from its history anymore;
 * pure. Those that are forced are made again on purpose.
 */
export function warnOfLostPast(
  { edits }: Pick<Plan, 'edits'>,
  { place, recorded }: Pick<OpenedBranch, 'place' | 'recorded'>,
  forced: ReadonlySet<string>,
): readonly Problem[] {
  const sent = edits.filter(({ id, action }) => action.kind === 'submit' && !forced.has(id));
  if (sent.length === 0) return [];
  const past = listPast(recorded.lock);
  const lost = sent.flatMap(({ id, fingerprint }) => {
    const commit = past.get(fingerprint)?.at(-1);
    return commit === undefined ? [] : [`${id} (commit ${shortCommit(commit)})`];
  });
  if (lost.length === 0) return [];
  const message = `Branch ${quotePath(place.branch)} had the pictures of ${listSome(lost, 5)} before, but they cannot be taken from its history anymore, so they are made and paid for again.`;
  return [{ severity: 'warning', message }];
}
