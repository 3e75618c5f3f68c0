import type { BranchDelivery } from '../deliver/branch/types.ts';
import type { MediaFile } from '../media/types.ts';
import type { EditOutcome } from '../plan/outcome.ts';
import { encodePath } from '../shared/encode-path.ts';
import type { BranchedRun } from './types.ts';

/** The edit's pictures: those on disk or, if the edit is unchanged or adopted, those on the branch. */
export function filesOf({
  files,
  unchangedFiles,
}: Pick<EditOutcome, 'files' | 'unchangedFiles'>): readonly MediaFile[] {
  return files.length > 0 ? files : unchangedFiles;
}

/** The URL of a picture on GitHub. */
export type FileAddress = (file: Pick<MediaFile, 'path'>) => string;

/**
 * Finds out which edits have their pictures in the branch's commit. Gives the pictures' URLs, or undefined if the
 * commit does not hold them or that is not known. Anyone who can read the repository can open a URL for as long as
 * the commit exists.
 */
export function createBranchAddress(
  run: Pick<BranchedRun, 'branch' | 'repositoryUrl'>,
): (outcome: Pick<EditOutcome, 'edit' | 'state'>) => FileAddress | undefined {
  const { branch, repositoryUrl } = run;
  const committed = committedFolder(branch);
  const left = new Set(branch.kind === 'committed' ? branch.left.map(({ id }) => id) : []);
  const addressIn =
    ({ commit, directory }: CommittedFolder): FileAddress =>
    ({ path }) =>
      `${repositoryUrl}/blob/${commit}/${encodePath(joinPath(directory, path))}`;
  const address = committed && addressIn(committed);
  return (outcome) => {
    const { edit, state } = outcome;
    const { action } = edit;
    const heldBy = heldByCommit(outcome, branch);
    if (heldBy !== undefined && 'directory' in branch)
      return addressIn({ commit: heldBy, directory: branch.directory });
    if (action.kind === 'aside') return undefined;
    if (action.kind === 'unchanged' && action.on !== undefined && branch.kind !== 'none')
      return addressIn({ commit: action.on.commit, directory: branch.directory });
    const isBrought = state === 'succeeded' || state === 'adopted';
    const isThere = state === 'unchanged' || (isBrought && branch.kind === 'committed');
    return isThere && !left.has(edit.id) ? address : undefined;
  };
}

/** A commit that has the pictures of a take that is not kept and that the branch does not have; undefined for all others. */
export function heldByCommit(
  { edit: { id, action } }: Pick<EditOutcome, 'edit'>,
  branch: BranchDelivery,
): string | undefined {
  const now = branch.kind === 'committed' ? branch.aside?.get(id) : undefined;
  if (now !== undefined) return now;
  return action.kind === 'aside' ? (action.entry.heldBy ?? action.on?.commit) : undefined;
}

/** URL of the branch directory in the commit; undefined if there is no commit. */
export function branchFolderAddress({
  branch,
  repositoryUrl,
}: Pick<BranchedRun, 'branch' | 'repositoryUrl'>): string | undefined {
  const committed = committedFolder(branch);
  if (committed === undefined) return undefined;
  const folder = committed.directory === '' ? '' : `/${encodePath(committed.directory)}`;
  return `${repositoryUrl}/tree/${committed.commit}${folder}`;
}

interface CommittedFolder {
  readonly commit: string;
  readonly directory: string;
}

function committedFolder(branch: BranchDelivery): CommittedFolder | undefined {
  switch (branch.kind) {
    case 'committed':
      return branch;
    case 'unchanged':
      return branch.commit === undefined ? undefined : { commit: branch.commit, directory: branch.directory };
    case 'none':
    case 'failed':
      return undefined;
  }
}

function joinPath(directory: string, path: string): string {
  return directory === '' ? path : `${directory}/${path}`;
}
