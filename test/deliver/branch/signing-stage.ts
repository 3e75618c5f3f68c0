import type { CommitSigner } from '../../../src/deliver/branch/commit-signer.ts';
import { createSigner } from '../../../src/runner/github-commits.ts';
import { readCommits, runGit } from '../../support/bare-repository.ts';
import { realClock } from '../../support/clocks.ts';
import { readCommit } from '../../support/github/objects.ts';
import { startGitHub, type GitHub, type GitHubOptions } from '../../support/github/start-github.ts';
import type { GitHubRequest } from '../../support/github/types.ts';
import { createDeliveryStage } from './delivery-stage.ts';

/** A stage whose repository GitHub's REST API serves too. */
export async function createSigningStage(
  options: GitHubOptions = {},
  server: Parameters<typeof createDeliveryStage>[0] = {},
) {
  await using made = new AsyncDisposableStack();
  const stage = made.use(await createDeliveryStage(server));
  const github = made.use(await startGitHub({ gitDir: stage.bare, repository: 'acme/shop', ...options }));
  const signer = signerOf(github);
  const running = made.move();
  return {
    ...stage,
    github,
    signer,
    [Symbol.asyncDispose]: async () => {
      await running.disposeAsync();
    },
  };
}

function signerOf(github: GitHub): CommitSigner {
  const repository = { owner: 'acme', name: 'shop' };
  return createSigner('ghs_token', { env: { GITHUB_API_URL: github.url }, repository, clock: realClock });
}

/** All refs of the repository. */
export async function refs(bare: string): Promise<readonly string[]> {
  const listed = await runGit(bare, ['for-each-ref', '--format=%(refname)']);
  return listed
    .toString()
    .split('\n')
    .filter((ref) => ref !== '');
}

/** Whether each commit of the branch is signed, the newest first. */
export async function signatures(bare: string): Promise<readonly boolean[]> {
  const commits = (await readCommits(bare)).map(async ({ id }) => await readCommit(bare, id));
  return (await Promise.all(commits)).map((commit) => commit?.signature !== undefined);
}

/** The calls that ask for a commit. */
export const commitCalls = ({ requests }: GitHub): readonly GitHubRequest[] =>
  requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/git/commits'));
