import { copyFile as copy, mkdir } from 'node:fs/promises';
import path from 'node:path';

import { quotePath } from '../../deliver/branch/branch-paths.ts';
import type { BranchDelivery, LeftEdit } from '../../deliver/branch/types.ts';
import type { DownloadedFile } from '../../download/types.ts';
import type { EditOutcome } from '../../plan/outcome.ts';
import { isUntouched } from '../../plan/outputs.ts';
import { describeError } from '../../shared/describe-error.ts';
import type { Log } from '../../shared/ports.ts';
import type { Sentence } from '../../shared/sentence.ts';

/**
 * The outcomes once it is known what came to the branch; pure. Pictures that exist already, and that the run was to copy or to
 * move there, count as there only if they are: otherwise they are left to the next run.
 */
export function markUncommitted(
  edits: readonly EditOutcome[],
  branch: BranchDelivery,
): readonly EditOutcome[] {
  return edits.map((outcome): EditOutcome => {
    const missing = isBrought(outcome) ? whyMissing(outcome.edit.id, branch) : undefined;
    if (missing === undefined) return outcome;
    const error = { code: 'not-committed', message: describeMissing(outcome, missing) } as const;
    return { ...outcome, state: 'pending', job: { kind: 'none' }, unchangedFiles: [], error };
  });
}

/**
 * The outcomes with the adopted pictures that did not come to the branch among their files, copied below the output folder
 * (absolute path): the artifact gets them. Those that cannot be copied are still on their own branch; the log says so.
 */
export async function keepAdopted(
  edits: readonly EditOutcome[],
  branch: BranchDelivery,
  { copies, folder }: { readonly copies: ReadonlyMap<string, string>; readonly folder: string },
  log: Pick<Log, 'info'>,
): Promise<readonly EditOutcome[]> {
  const kept: EditOutcome[] = [];
  for (const outcome of edits) {
    const { edit, state } = outcome;
    const isMissing = state === 'adopted' && whyMissing(edit.id, branch) !== undefined;
    if (!isMissing || edit.action.kind !== 'adopt') {
      kept.push(outcome);
      continue;
    }
    try {
      const files: DownloadedFile[] = [];
      for (const file of edit.action.files) {
        const absolutePath = path.join(folder, ...file.path.split('/'));
        await mkdir(path.dirname(absolutePath), { recursive: true });
        await copy(copies.get(file.sha256) ?? '', absolutePath);
        files.push({ ...file, absolutePath });
      }
      kept.push({ ...outcome, files });
    } catch (error) {
      log.info(`The artifact does not hold the pictures of ${edit.id}: ${describeError(error)}.`);
      kept.push(outcome);
    }
  }
  return kept;
}

/** Whether the pictures exist, and the commit of the run was to bring them to where the spec wants them. */
function isBrought({ edit, state }: EditOutcome): boolean {
  if (state === 'adopted') return true;
  const { action } = edit;
  return (
    state === 'unchanged' && action.kind === 'unchanged' && action.on === undefined && !isUntouched(edit)
  );
}

/** Why the branch does not have an edit as the run was to bring it there; undefined if it has. */
function whyMissing(id: string, branch: BranchDelivery): Omit<LeftEdit, 'id'> | undefined {
  switch (branch.kind) {
    case 'none':
      return { reason: 'the step was stopped before' };
    case 'unchanged':
      return undefined;
    case 'committed':
      return branch.left.find((each) => each.id === id);
    case 'failed':
      // If others were left out, this one was not: there was nothing to commit of it.
      return branch.left.length === 0
        ? { reason: 'the commit could not be delivered' }
        : branch.left.find((each) => each.id === id);
  }
}

function describeMissing(
  { edit: { action } }: EditOutcome,
  { reason, remedy }: Omit<LeftEdit, 'id'>,
): Sentence {
  const isCopy = action.kind === 'adopt';
  const was = isCopy
    ? `were not copied from branch ${quotePath(action.on.branch)}`
    : 'were not moved to their new paths';
  const brings = `${isCopy ? 'copies' : 'moves'} them, at no cost`;
  const there = isCopy ? '' : 'are on the branch, but ';
  if (remedy === undefined) return `Its pictures ${there}${was}: ${reason}. The next run ${brings}.`;
  switch (remedy) {
    case 'make-again':
      return `Its pictures ${was}: ${reason}.`;
    case 'clear-path':
      return `Its pictures ${there}${was}: ${reason}. Give the edit another \`output\`, use another \`branch-directory\`, or remove the file: then the next run ${brings}.`;
    case 'wait-for-path':
      return `Its pictures ${there}${was}: ${reason}. The next run ${brings}, if that path is free by then.`;
  }
}
