import { answerPage, checkRight, describeUser, NOT_FOUND, refuse, refuseInvalid } from './answers.ts';
import { isAncestor, readRef } from './objects.ts';
import type { Answer, Asked, GitHubState, Handler, Pull } from './types.ts';

async function describePull(pull: Pull, { state, repository }: Asked): Promise<object> {
  const { number, title, body, isMerged, isDraft, base, head, closedAt = '2026-11-01T00:00:00Z' } = pull;
  return {
    number,
    title,
    body,
    state: pull.state,
    draft: isDraft,
    merged: isMerged,
    merged_at: isMerged ? closedAt : null,
    closed_at: pull.state === 'closed' ? closedAt : null,
    merge_commit_sha: pull.mergeCommit ?? null,
    html_url: `https://github.com/${repository}/pull/${number}`,
    user: describeUser(state.login),
    head: {
      label: labelOf(pull),
      ref: head.branch,
      sha: head.sha ?? (await branchTip(state, head.branch)) ?? '0'.repeat(40),
      repo: head.repository === null ? null : { full_name: head.repository },
    },
    base: {
      ref: base,
      sha: (await branchTip(state, base)) ?? '0'.repeat(40),
      repo: { full_name: repository, private: state.isPrivate },
    },
  };
}

async function branchTip({ gitDir }: GitHubState, branch: string): Promise<string | undefined> {
  return gitDir === undefined ? undefined : await readRef(gitDir, `refs/heads/${branch}`);
}

/** E.g. `acme:new-banner`. */
function labelOf({ head: { repository, branch } }: Pull): string {
  return `${repository?.split('/')[0] ?? 'unknown repository'}:${branch}`;
}

function findPull({ state, params }: Asked): Pull | undefined {
  return state.pulls.find(({ number }) => String(number) === params['pull_number']);
}

/** Why a pull request cannot be opened; undefined: it can. */
async function checkNew({ state, repository, body }: Asked): Promise<Answer | undefined> {
  const { base, head, title } = body as Readonly<Record<string, string>>;
  if (!state.mayOpenPulls && state.isApp)
    return refuse(403, 'GitHub Actions is not permitted to create or approve pull requests.');
  const refused = checkRight(state, 'pull-requests');
  if (refused !== undefined) return refused;
  const [owner = ''] = repository.split('/');
  const label = head?.includes(':') === true ? head : `${owner}:${head ?? ''}`;
  const tips = [await branchTip(state, base ?? ''), await branchTip(state, label.slice(owner.length + 1))];
  const invalid = (field: string): Answer => ({
    status: 422,
    body: {
      message: 'Validation Failed',
      errors: [{ resource: 'PullRequest', field, code: 'invalid' }],
      documentation_url: 'https://docs.github.com/rest',
    },
  });
  if (title === undefined || title === '') return refuseInvalid('PullRequest', "title can't be blank");
  if (state.gitDir !== undefined && tips[0] === undefined) return invalid('base');
  if (state.gitDir !== undefined && tips[1] === undefined) return invalid('head');
  const isThere = state.pulls.some(
    (pull) => pull.state === 'open' && pull.base === base && labelOf(pull) === label,
  );
  if (isThere) return refuseInvalid('PullRequest', `A pull request already exists for ${label}.`);
  const [to, from] = tips;
  if (state.gitDir !== undefined && to !== undefined && from !== undefined)
    if (await isAncestor(state.gitDir, from, to))
      return refuseInvalid('PullRequest', `No commits between ${base ?? ''} and ${head ?? ''}`);
  return undefined;
}

/** Pull requests, of branches of the repository itself and of forks. */
export const pullHandlers: Readonly<Record<string, Handler>> = {
  'pulls/get': async (asked) => {
    const pull = findPull(asked);
    return pull === undefined ? NOT_FOUND : { status: 200, body: await describePull(pull, asked) };
  },
  'pulls/list': async (asked) => {
    const { state, query } = asked;
    const [wanted, head, base] = ['state', 'head', 'base'].map((name) => query.get(name));
    const found = state.pulls
      .filter((pull) => wanted === 'all' || pull.state === (wanted ?? 'open'))
      // A head without its owner does not filter, as on GitHub.
      .filter((pull) => head?.includes(':') !== true || labelOf(pull) === head)
      .filter((pull) => (base ?? pull.base) === pull.base)
      .toReversed();
    return answerPage(await Promise.all(found.map(async (pull) => await describePull(pull, asked))), asked);
  },
  'pulls/create': async (asked) => {
    const refused = await checkNew(asked);
    if (refused !== undefined) return refused;
    const { state, repository, body } = asked;
    const head = String(body['head']);
    const pull: Pull = {
      number: 1 + state.pulls.reduce((most, { number }) => Math.max(most, number), 0),
      title: String(body['title']),
      body: typeof body['body'] === 'string' ? body['body'] : '',
      state: 'open',
      isMerged: false,
      isDraft: body['draft'] === true,
      base: String(body['base']),
      head: { repository, branch: head.slice(head.indexOf(':') + 1) },
    };
    state.pulls.push(pull);
    return { status: 201, body: await describePull(pull, asked) };
  },
  'pulls/update': async (asked) => {
    const pull = findPull(asked);
    if (pull === undefined) return NOT_FOUND;
    const refused = checkRight(asked.state, 'pull-requests');
    if (refused !== undefined) return refused;
    const { title, body, state, base } = asked.body as Partial<
      Pick<Pull, 'title' | 'body' | 'state' | 'base'>
    >;
    Object.assign(pull, {
      ...(title !== undefined && { title }),
      ...(body !== undefined && { body }),
      ...(state !== undefined && { state }),
      ...(base !== undefined && { base }),
    });
    return { status: 200, body: await describePull(pull, asked) };
  },
};
