import { describeGitError } from '../../deliver/branch/describe-git-error.ts';
import { readPreviews, type ReadPreviews } from '../../deliver/branch/read-previews.ts';
import type { DeliverDeps, OpenedBranch } from '../../deliver/branch/types.ts';
import type { ActionInputs } from '../../inputs/types.ts';
import { matchesGlob } from '../../shared/glob.ts';
import type { Problem } from '../../shared/problem.ts';
import type { Result } from '../../shared/result.ts';

/** The inputs that choose the branches. */
export type AdoptInputs = Pick<ActionInputs, 'adoptFrom' | 'branch' | 'baseBranch'>;

/** Whether a branch is a preview according to the input `adopt-from`; the branches that are published never are. */
function isPreview({ adoptFrom, branch, baseBranch }: AdoptInputs, name: string): boolean {
  return name !== branch && name !== baseBranch && adoptFrom.some((glob) => matchesGlob(glob, name));
}

/** Reads the lock files of the branches of the input `adopt-from`. Throws the signal's reason. */
export async function readAdoptable(
  { repository, place }: OpenedBranch,
  inputs: AdoptInputs,
  deps: DeliverDeps,
): Promise<Result<ReadPreviews, Problem>> {
  const read = await readPreviews(
    { repository, directory: place.directory, isPreview: (name) => isPreview(inputs, name) },
    deps,
  );
  deps.signal.throwIfAborted();
  if (read.ok) return read;
  const message = `The branches of \`adopt-from\` cannot be read: ${describeGitError(read.error, 'read', place, repository.remote)}`;
  return { ok: false, error: { severity: 'error', message } };
}
