import { checkRight, NOT_FOUND, refuse } from './answers.ts';
import { findObject, isAncestor, readCommit, writeCommit, type CommitObject } from './objects.ts';
import type { Asked, Handler } from './types.ts';

/** Who commits what is made on GitHub. */
const GITHUB = { name: 'GitHub', email: 'noreply@github.com' };

function describeCommit(commit: CommitObject): object {
  const { sha, tree, parents, author, committer, message, signature } = commit;
  return {
    sha,
    tree: { sha: tree },
    parents: parents.map((parent) => ({ sha: parent })),
    author,
    committer,
    message,
    verification:
      signature === undefined
        ? { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null }
        : { verified: true, reason: 'valid', signature, payload: '', verified_at: committer.date },
  };
}

/** The repository's folder. Throws if the fake serves no git: a test that gets here forgot it. */
export function gitOf({ state: { gitDir } }: Asked): string {
  if (gitDir === undefined) throw new Error('This fake was started without `gitDir`.');
  return gitDir;
}

/** Commits. GitHub signs one that an app makes without naming anyone. */
export const commitHandlers: Readonly<Record<string, Handler>> = {
  'git/get-commit': async (asked) => {
    const commit = await readCommit(gitOf(asked), asked.params['commit_sha'] ?? '');
    return commit === undefined ? NOT_FOUND : { status: 200, body: describeCommit(commit) };
  },
  'git/create-commit': async (asked) => {
    const { state, body } = asked;
    const gitDir = gitOf(asked);
    const refused = checkRight(state, 'contents');
    if (refused !== undefined) return refused;
    const {
      tree,
      message,
      parents = [],
      author,
      committer,
    } = body as unknown as {
      readonly tree: string;
      readonly message: string;
      readonly parents?: readonly string[];
      readonly author?: CommitObject['author'];
      readonly committer?: CommitObject['author'];
    };
    if ((await findObject(gitDir, tree, 'tree')) === undefined) return refuse(422, 'Tree SHA does not exist');
    for (const parent of parents)
      if ((await findObject(gitDir, parent, 'commit')) === undefined)
        return refuse(422, 'Parent SHA does not exist or is not a commit object');
    const self = { name: state.login, email: `1+${state.login}@users.noreply.github.com` };
    const isOwn = author === undefined && committer === undefined;
    const sha = await writeCommit(gitDir, {
      tree,
      parents,
      message,
      author: author ?? self,
      committer: committer ?? author ?? (state.isApp ? GITHUB : self),
      isSigned: isOwn && state.isApp,
    });
    const made = await readCommit(gitDir, sha);
    return made === undefined ? NOT_FOUND : { status: 201, body: describeCommit(made) };
  },
  'repos/compare-commits-with-basehead': async (asked) => {
    const gitDir = gitOf(asked);
    const [older = '', newer = ''] = (asked.params['basehead'] ?? '').split('...');
    const [base, head] = await Promise.all([readCommit(gitDir, older), readCommit(gitDir, newer)]);
    if (base === undefined || head === undefined) return NOT_FOUND;
    const status =
      base.sha === head.sha
        ? 'identical'
        : (await isAncestor(gitDir, base.sha, head.sha))
          ? 'ahead'
          : (await isAncestor(gitDir, head.sha, base.sha))
            ? 'behind'
            : 'diverged';
    return { status: 200, body: { status, base_commit: { sha: base.sha }, merge_base_commit: {} } };
  },
};
