import { ownPaths, quotePath } from '../../deliver/branch/branch-paths.ts';
import { describeGitError } from '../../deliver/branch/describe-git-error.ts';
import { openPreview, type PreviewBranch } from '../../deliver/branch/read-previews.ts';
import type { DeliverDeps, OpenedBranch } from '../../deliver/branch/types.ts';
import { removeBranch } from '../../git/read-branches.ts';
import { retryOffline } from '../../git/retry-offline.ts';
import type { ActionInputs } from '../../inputs/types.ts';
import { findNeed, findStay, listUnpublished, type NeedFacts } from '../../plan/clean/judge-preview.ts';
import type { World } from '../../runner/world.ts';
import { describeError } from '../../shared/describe-error.ts';
import type { Problem } from '../../shared/problem.ts';
import type { Result } from '../../shared/result.ts';
import type { Clause } from '../../shared/sentence.ts';
import { readAdoptable } from '../adopt/read-adoptable.ts';
import { lookAtPull } from './look-at-pull.ts';

/** What became of a branch that matches `adopt-from`. */
export type CleanedBranch = { readonly branch: string } & (
  | { readonly kind: 'removed' }
  | { readonly kind: 'kept'; readonly why: Clause }
  | { readonly kind: 'failed'; readonly why: Clause }
);

/** What became of the branches, and why the others were not looked at; absent if there are no others. */
export interface CleanedBranches {
  readonly branches: readonly CleanedBranch[];
  readonly cutShortBy?: Clause;
}

/**
 * Removes the preview branches of which nothing is needed anymore, each only if it still is as it was looked at. Once the
 * signal ends it, it returns what was done until then.
 */
export async function removePreviews(
  own: OpenedBranch,
  facts: NeedFacts,
  inputs: Pick<ActionInputs, 'adoptFrom' | 'branch' | 'baseBranch' | 'githubToken' | 'spec'>,
  world: World,
  signal: AbortSignal,
): Promise<Result<CleanedBranches, Problem>> {
  const { repository, place } = own;
  const deps: DeliverDeps = { ...world, signal };
  const read = await readAdoptable(own, inputs, deps);
  if (!read.ok) return read;
  const { unreadable, unseen } = read.value;
  const where = place.directory === '' ? 'at its root' : `in ${quotePath(place.directory)}`;
  const cleaned: CleanedBranch[] = [
    ...unreadable.map(({ branch, why }) => ({ branch, kind: 'kept' as const, why })),
    ...unseen.flatMap(({ branch, kind }) =>
      kind === 'no-lock'
        ? [
            {
              branch,
              kind: 'kept' as const,
              why: `it has no lock file ${where} (input \`branch-directory\`)`,
            },
          ]
        : [],
    ),
  ];
  for (const preview of read.value.previews) {
    try {
      const why = await findReason(preview);
      cleaned.push(why === undefined ? await remove(preview) : { branch: preview.branch, kind: 'kept', why });
    } catch (error) {
      if (!signal.aborted) throw error;
    }
    // What was removed until now is reported in any case.
    if (signal.aborted)
      return { ok: true, value: { branches: cleaned, cutShortBy: describeError(signal.reason) } };
  }
  return { ok: true, value: { branches: cleaned } };

  async function findReason(preview: PreviewBranch): Promise<Clause | undefined> {
    const { lock } = preview;
    const opened = await openPreview(repository, preview, place.directory, signal);
    if (!opened.ok) return `its files cannot be listed: ${opened.error.why}`;
    const ours = ownPaths(opened.value.place, lock);
    const foreign = [...opened.value.tree.keys()].filter((path) => !ours.has(path));
    const need = findNeed({ lock, foreign }, facts);
    if (need !== undefined || lock.preview === undefined) return need;
    const { pullRequest } = lock.preview;
    const pull = await lookAtPull(pullRequest, inputs, world, signal);
    const isAllPublished = listUnpublished(lock, facts).length === 0;
    return findStay(pullRequest, pull, { isAllPublished, nowMs: world.clock.now() });
  }

  async function remove(preview: PreviewBranch): Promise<CleanedBranch> {
    const { branch } = preview;
    const removed = await retryOffline(async () => await removeBranch(repository, preview, signal), deps);
    if (!removed.ok && removed.error.kind === 'stopped')
      return { branch, kind: 'failed', why: 'the run ended while it was being removed, so it may be gone' };
    if (!removed.ok) {
      const where = { ...place, branch };
      return {
        branch,
        kind: 'failed',
        why: describeGitError(removed.error, 'written to', where, repository.remote),
      };
    }
    return removed.value === 'removed'
      ? { branch, kind: 'removed' }
      : { branch, kind: 'kept', why: `${quotePath(branch)} changed while it was looked at` };
  }
}
