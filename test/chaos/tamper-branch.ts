import { runGit } from '../support/bare-repository.ts';
import type { Tampering } from './plan-twist.ts';
import { BRANCH_REF, readBranchAt, type BranchState } from './read-branch.ts';

/** What somebody did to the branch. */
export interface Tampered {
  /** As it was up to then. */
  readonly before: BranchState;
  /** The picture that was taken out, by its path in our folder. */
  readonly removed?: string;
}

const MOST_TRIES = 5;
const NAME = { GIT_AUTHOR_NAME: 'Other', GIT_AUTHOR_EMAIL: 'other@example.com' };
const ENV = { ...NAME, GIT_COMMITTER_NAME: 'Other', GIT_COMMITTER_EMAIL: 'other@example.com' };

/**
 * Does to the branch what somebody with a forced push can do, exactly at the state that it gives back; undefined if there
 * is nothing to do it to, or if the branch moves too fast.
 */
export async function tamperBranch(
  repository: string,
  directory: string,
  how: Tampering['how'],
): Promise<Tampered | undefined> {
  for (let number = 0; number < MOST_TRIES; number += 1) {
    const listed = await runGit(repository, ['for-each-ref', '--format=%(objectname)', BRANCH_REF]);
    const tip = listed.toString().trim();
    if (tip === '') return undefined;
    const before = await readBranchAt(repository, directory, tip);
    const removed = how === 'picture-removed' ? lastPicture(before) : undefined;
    if (how === 'picture-removed' && removed === undefined) return undefined;
    const next = await makeNext(repository, tip, how, `${before.prefix}${removed ?? ''}`);
    const change = next === undefined ? ['-d', BRANCH_REF, tip] : [BRANCH_REF, next, tip];
    const isDone = await runGit(repository, ['update-ref', ...change]).then(
      () => true,
      () => false, // A push was faster, or holds the lock.
    );
    if (isDone) return { before, ...(removed !== undefined && { removed }) };
  }
  return undefined;
}

/** The commit to which the branch goes; undefined if it goes away. */
async function makeNext(
  repository: string,
  tip: string,
  how: Tampering['how'],
  removed: string,
): Promise<string | undefined> {
  const index = `${repository}/index-of-tamperer-${process.hrtime.bigint()}`;
  const git = async (args: readonly string[], input = ''): Promise<string> =>
    (await runGit(repository, args, input, { ...ENV, GIT_INDEX_FILE: index })).toString().trim();
  switch (how) {
    case 'deleted':
      return undefined;
    case 'set-back': {
      const [, parent] = (await git(['rev-list', '-n', '1', '--parents', tip])).split(' ');
      return parent;
    }
    case 'replaced': {
      const blob = await git(['hash-object', '-w', '--stdin'], 'All new.');
      // Under a name that the action does not use: a README.md of somebody else would stop all runs, rightly.
      const tree = await git(['mktree'], `100644 blob ${blob}\tBEGIN.md\n`);
      return await git(['commit-tree', tree, '-m', 'Begin again']);
    }
    case 'picture-removed': {
      await git(['read-tree', tip]);
      // Without a working tree, a path in a folder can be removed only like this.
      await git(['update-index', '-z', '--index-info'], `0 ${'0'.repeat(40)}\t${removed}\0`);
      return await git(['commit-tree', await git(['write-tree']), '-p', tip, '-m', 'Remove a picture']);
    }
  }
}

function lastPicture({ locked, files }: BranchState): string | undefined {
  const paths = Object.values(locked).flatMap(({ stored, files: own }) =>
    stored === undefined ? own.map((file) => file.path) : [],
  );
  return paths.findLast((path) => files.has(path));
}
