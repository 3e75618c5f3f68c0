import { readCommits, runGit } from './bare-repository.ts';
import { TOKEN, type BranchStage } from './branch-stage.ts';
import { startGitHub, type GitHub } from './github/start-github.ts';

/** The branch of the pull request. */
export const HEAD = 'dreamina-edits/main/edits.yml';

/** Two edits, the first with this prompt. */
export const specOf = (one: string): string => `version: 1
defaults: { size: 1024x1024, force-single: true }
edits:
  one: { prompt: ${one}, images: a.png }
  two: { prompt: Two., images: a.png, output: shop/two }
`;

/** Pictures beside the code of `main`. */
export const inputs = { deliver: 'pull-request', branch: 'main', 'branch-directory': 'assets' };

/** GitHub's REST API over the stage's repository. */
export async function startApi(stage: BranchStage): Promise<GitHub> {
  return await startGitHub({ gitDir: stage.repository, repository: 'acme/storefront', token: TOKEN });
}

/**
 * Squashes a pull request as the button on GitHub does it, while the base has not moved: one commit on `main` with the files of
 * the head. With `from`, they are those of that commit: a revert.
 */
export async function squashHead({ repository }: BranchStage, from = HEAD): Promise<void> {
  const [base] = await readCommits(repository, 'main');
  const args = ['commit-tree', `${from}^{tree}`, '-p', base?.id ?? '', '-m', 'Squashed (#1)'];
  const mona = { GIT_AUTHOR_NAME: 'Mona', GIT_AUTHOR_EMAIL: 'mona@example.com' };
  const github = { GIT_COMMITTER_NAME: 'GitHub', GIT_COMMITTER_EMAIL: 'noreply@github.com' };
  const commit = (await runGit(repository, args, '', { ...mona, ...github })).toString().trim();
  await runGit(repository, ['update-ref', 'refs/heads/main', commit]);
}
