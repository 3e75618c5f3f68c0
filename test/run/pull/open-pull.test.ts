import { expect, test } from 'vitest';

import type { BranchDelivery } from '../../../src/deliver/branch/types.ts';
import type { PullOutcome } from '../../../src/report/pull-outcome.ts';
import { isProposal, openPull } from '../../../src/run/pull/open-pull.ts';
import { createPullRequests } from '../../../src/runner/pull-requests.ts';
import { startGitHub, type GitHub, type GitHubOptions } from '../../support/github/start-github.ts';
import type { GitHubFault } from '../../support/github/types.ts';
import { realClock } from '../../support/clocks.ts';

const place = { branch: 'pictures', directory: '', into: 'main' };
const committed: BranchDelivery = {
  kind: 'committed',
  ...place,
  commit: 'c'.repeat(40),
  changed: [],
  warnings: [],
  left: [],
};
const unchanged: BranchDelivery = { kind: 'unchanged', ...place, commit: 'c'.repeat(40) };
const url = 'https://github.com/acme/shop/pull/1';
const compareUrl = 'https://github.com/acme/shop/compare/main...pictures?expand=1';

async function start(options: GitHubOptions = {}): Promise<GitHub> {
  return await startGitHub({ repository: 'acme/shop', ...options });
}

/** Proposes the branch with this text; waits take no time. */
async function propose(
  github: GitHub,
  text = 'Pictures',
  delivery = committed,
): Promise<PullOutcome | undefined> {
  const env = { GITHUB_API_URL: github.url };
  const repository = {
    owner: 'acme',
    name: 'shop',
    serverUrl: '',
    url: 'https://github.com/acme/shop',
    sha: undefined,
  };
  return await openPull(
    {
      opened: undefined,
      delivery,
      key: { spec: 'edits.yml', workflow: '', job: '', destination: '' },
      text: () => text,
    },
    { githubToken: 'ghs_token', pullInto: 'main', branch: 'pictures' },
    {
      clock: {
        now: () => realClock.now(),
        monotonicMs: () => realClock.now(),
        sleep: async (ms, signal) => {
          await realClock.sleep(ms > 10_000 ? ms : 0, signal);
        },
      },
      log: { info: () => undefined, debug: () => undefined, group: async (_title, body) => await body() },
      stop: new AbortController().signal,
      repository,
      pullRequests: (token) => createPullRequests(token, { env, repository, clock: realClock }),
    },
  );
}

const writes = ({ requests }: GitHub): readonly string[] =>
  requests.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`);

test('opened once, then updated, then left as it is; what people wrote stays', async () => {
  await using github = await start();
  expect(await propose(github, 'One')).toEqual({ kind: 'up-to-date', number: 1, url });
  const [pull] = github.state.pulls;
  if (pull === undefined) throw new Error('None was opened');
  pull.title = 'My title';
  pull.body = `Mine, above.\n${pull.body}\nMine, below.`;
  await propose(github, 'Two');
  await propose(github, 'Two');
  expect(pull.title).toBe('My title');
  expect(pull.body).toMatch(/^Mine, above\.\n<!--.*-->\nTwo\n<!--.*-->\nMine, below\.$/);
  expect(github.state.pulls).toHaveLength(1);
  expect(writes(github)).toEqual(['POST /repos/acme/shop/pulls', 'PATCH /repos/acme/shop/pulls/1']);
});

test('a closed one is not opened again, nor is one for another base', async () => {
  await using github = await start();
  await propose(github);
  Object.assign(github.state.pulls[0] ?? {}, { state: 'closed' });
  expect(await propose(github)).toMatchObject({ number: 2 });
  Object.assign(github.state.pulls[1] ?? {}, { base: 'other' });
  expect(await propose(github)).toMatchObject({ number: 3 });
});

test('it is found among many others', async () => {
  await using github = await start();
  await propose(github, 'One');
  for (let number = 2; number < 50; number += 1) {
    const head = { repository: 'acme/shop', branch: `other-${number}` };
    const pull = { number, title: 'Other', body: '', base: 'main', head };
    github.state.pulls.push({ ...pull, state: 'open', isMerged: false, isDraft: false });
  }
  expect(await propose(github, 'Two')).toEqual({ kind: 'up-to-date', number: 1, url });
});

test('an answer that is lost: it is found, and not opened twice', async () => {
  await using github = await start();
  github.state.faults.push({
    match: /^POST .*pulls$/,
    status: 502,
    message: 'Bad',
    times: 1,
    isCarriedOut: true,
  });
  expect(await propose(github)).toEqual({ kind: 'up-to-date', number: 1, url });
  expect(writes(github)).toHaveLength(1);
});

const refusals: readonly (readonly [string, Omit<GitHubFault, 'match'>, boolean])[] = [
  ['no right', { status: 403, message: 'Resource not accessible by integration' }, true],
  ['a refusal', { status: 422, message: 'Validation Failed' }, false],
  ['no answer, three times', { status: 503, message: 'Unavailable' }, false],
];

test.each(refusals)('%s: says where a person can open it', async (_, fault, isDenied) => {
  await using github = await start();
  github.state.faults.push({ match: /^POST .*pulls$/, ...fault });
  expect(await propose(github)).toEqual({ kind: 'not-opened', why: fault.message, isDenied, compareUrl });
});

test('one that is open and cannot be written is named', async () => {
  await using github = await start();
  await propose(github, 'One');
  github.state.faults.push({ match: /^PATCH/, status: 422, message: 'Validation Failed' });
  expect(await propose(github, 'Two')).toEqual({ kind: 'not-updated', why: 'Validation Failed', url });
});

test('a body without room for the text is left as it is', async () => {
  await using github = await start();
  await propose(github, 'One');
  const [pull] = github.state.pulls;
  if (pull !== undefined) pull.body += 'x'.repeat(65_536 - pull.body.length);
  expect(await propose(github, 'Two and more')).toMatchObject({ kind: 'not-updated' });
});

test('nothing is proposed without anything new, or if the branch was not written', async () => {
  await using github = await start();
  expect(await propose(github, 'One', unchanged)).toBeUndefined();
  expect(
    await propose(github, 'One', { kind: 'failed', ...place, message: 'No.', left: [] }),
  ).toBeUndefined();
  expect(await propose(github, 'One', { kind: 'none' })).toBeUndefined();
  expect(github.requests).toEqual([]);
});

test.each([true, false])('an unchanged branch is proposed if it is ahead: %s', (isAhead) => {
  const recorded = { lock: { edits: new Map(), pages: [] }, paths: new Set<string>() };
  const joined = { base: 'b', tree: new Map(), recorded, parents: ['b'], files: 'b', isAhead };
  expect(isProposal(unchanged, { joined })).toBe(isAhead);
});
