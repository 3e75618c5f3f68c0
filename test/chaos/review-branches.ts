import type { GitHub } from '../support/github/start-github.ts';
import { runGit } from '../support/bare-repository.ts';
import { MAIN, PROPOSED } from './places.ts';
import type { Review } from './plan-reviewed.ts';

const NAMES = {
  GIT_AUTHOR_NAME: 'Reviewer',
  GIT_AUTHOR_EMAIL: 'reviewer@example.com',
  GIT_COMMITTER_NAME: 'GitHub',
  GIT_COMMITTER_EMAIL: 'noreply@github.com',
};

/** Does what people do on GitHub, as far as it is possible: a pull request that is behind its base is not merged. */
export async function reviewBranches(repository: string, review: Review, github: GitHub): Promise<void> {
  const git = async (...args: readonly string[]): Promise<string> =>
    (await runGit(repository, args, '', NAMES)).toString().trim();
  const tipOf = async (branch: string): Promise<string> =>
    await git('for-each-ref', '--format=%(objectname)', `refs/heads/${branch}`);
  const commit = async (tree: string, ...parents: readonly string[]): Promise<void> => {
    const on = parents.flatMap((parent) => ['-p', parent]);
    const made = await git('commit-tree', `${tree}^{tree}`, ...on, '-m', review);
    await git('update-ref', `refs/heads/${MAIN}`, made);
  };
  if (review === 'delete-previews') {
    const listed = await git('for-each-ref', '--format=%(refname)', 'refs/heads/assets-pr-*');
    for (const ref of listed.split('\n').filter((each) => each !== '')) await git('update-ref', '-d', ref);
    return;
  }
  const [main, head] = [await tipOf(MAIN), await tipOf(PROPOSED.own)];
  if (review === 'revert') {
    const [, parent] = (await git('rev-list', '-n', '1', '--parents', main)).split(' ');
    if (parent !== undefined) await commit(parent, main);
    return;
  }
  if (head === '' || head === main) return;
  const isCurrent = (await git('merge-base', main, head)) === main;
  if (!isCurrent) return;
  await (review === 'merge' ? commit(head, main, head) : commit(head, main));
  for (const pull of github.state.pulls)
    if (pull.head.branch === PROPOSED.own && pull.state === 'open')
      Object.assign(pull, { state: 'closed', isMerged: true });
  if (review === 'squash-and-delete') await git('update-ref', '-d', `refs/heads/${PROPOSED.own}`);
}
