import { commitByOther, runGit } from './bare-repository.ts';
import type { BranchStage } from './branch-stage.ts';
import { ALONE, BASE, runWith, UPON } from './next-run.ts';
import { pullRequest } from './pull-request.ts';

/** What a run on main is given to adopt previews. */
export const PREVIEWS = { 'adopt-from': 'assets-pr-*' };

/** What a pull request makes of the three edits: `base` is another one, and `upon` uses it. */
export const CHANGED = [BASE.replace('A base', 'Another base'), UPON, ALONE];

/** Runs the preview of a pull request that has these edits. */
export async function preview(
  stage: BranchStage,
  number: number,
  edits: readonly string[],
  more: Readonly<Record<string, string>> = {},
) {
  const branch = `assets-pr-${number}`;
  const inputs = { mode: 'apply', branch, 'base-branch': 'assets', ...PREVIEWS, ...more };
  return await runWith(stage, edits, inputs, pullRequest(undefined, undefined, number));
}

/** Replaces the history of the base branch, as a force-push does. */
export async function replaceBase({ repository }: BranchStage): Promise<string> {
  await runGit(repository, ['update-ref', '-d', 'refs/heads/assets']);
  return await commitByOther(repository, { 'notes.txt': 'From scratch' });
}
