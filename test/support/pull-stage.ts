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
