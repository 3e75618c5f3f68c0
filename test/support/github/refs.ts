import { runGit } from '../bare-repository.ts';
import { answerPage, checkRight, NOT_FOUND, refuse } from './answers.ts';
import { gitOf } from './git-objects.ts';
import { findObject, isAncestor, readRef, tryGit } from './objects.ts';
import type { Asked, Handler } from './types.ts';

function describeRef(ref: string, sha: string): object {
  return { ref, object: { type: 'commit', sha } };
}

/** The ref that a path names, e.g. `heads/assets`, in full. */
function refOf({ params }: Asked): string {
  return `refs/${params['ref'] ?? ''}`;
}

/** Refs. One moves only if it is still where it was when the request was looked at. */
export const refHandlers: Readonly<Record<string, Handler>> = {
  'git/get-ref': async (asked) => {
    const sha = await readRef(gitOf(asked), refOf(asked));
    return sha === undefined ? NOT_FOUND : { status: 200, body: describeRef(refOf(asked), sha) };
  },
  'git/list-matching-refs': async (asked) => {
    const listed = await runGit(gitOf(asked), ['for-each-ref', '--format=%(refname) %(objectname)']);
    const refs = listed
      .toString()
      .split('\n')
      .filter((line) => line.startsWith(refOf(asked)))
      .map((line) => line.split(' '));
    return answerPage(
      refs.map(([ref = '', sha = '']) => describeRef(ref, sha)),
      asked,
    );
  },
  'git/create-ref': async (asked) => {
    const gitDir = gitOf(asked);
    const refused = checkRight(asked.state, 'contents');
    if (refused !== undefined) return refused;
    const { ref, sha } = asked.body as { readonly ref: string; readonly sha: string };
    if (!/^refs\/[^/]+\/./.test(ref)) return refuse(422, `${ref} is not a valid ref name.`);
    if ((await findObject(gitDir, sha, 'commit')) === undefined) return refuse(422, 'Object does not exist');
    const created = await tryGit(gitDir, ['update-ref', ref, sha, '0'.repeat(40)]);
    return created === undefined
      ? refuse(422, 'Reference already exists')
      : { status: 201, body: describeRef(ref, sha) };
  },
  'git/update-ref': async (asked) => {
    const gitDir = gitOf(asked);
    const refused = checkRight(asked.state, 'contents');
    if (refused !== undefined) return refused;
    const { sha, force = false } = asked.body as { readonly sha: string; readonly force?: boolean };
    const ref = refOf(asked);
    const before = await readRef(gitDir, ref);
    if (before === undefined) return refuse(422, 'Reference does not exist');
    if ((await findObject(gitDir, sha, 'commit')) === undefined) return refuse(422, 'Object does not exist');
    if (!force && !(await isAncestor(gitDir, before, sha)))
      return refuse(422, 'Update is not a fast forward');
    const moved = await tryGit(gitDir, ['update-ref', ref, sha, before]);
    return moved === undefined
      ? refuse(409, 'Reference cannot be updated')
      : { status: 200, body: describeRef(ref, sha) };
  },
  'git/delete-ref': async (asked) => {
    const gitDir = gitOf(asked);
    const refused = checkRight(asked.state, 'contents');
    if (refused !== undefined) return refused;
    if ((await readRef(gitDir, refOf(asked))) === undefined) return refuse(422, 'Reference does not exist');
    await runGit(gitDir, ['update-ref', '-d', refOf(asked)]);
    return { status: 204 };
  },
};
