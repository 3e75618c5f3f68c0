import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';

import { checkSigning } from '../../../src/deliver/branch/check-signing.ts';
import type { CommitSigner } from '../../../src/deliver/branch/commit-signer.ts';
import { commitByOther, readCommits, runGit } from '../../support/bare-repository.ts';
import type { GitHub } from '../../support/github/start-github.ts';
import { openDeps } from './delivery-stage.ts';
import { commitCalls, createSigningStage, refs } from './signing-stage.ts';

const { signal } = new AbortController();

const refusals: readonly (readonly [string, (github: GitHub) => void, string])[] = [
  [
    'a token without the right',
    ({ state }) => (state.permissions = { ...state.permissions, contents: 'read' }),
    'Branch `assets` cannot get a signed commit: GitHub did not make the commit: Resource not accessible by integration. Give the job `permissions: contents: write`, or a token with that right in the input `github-token`.',
  ],
  [
    'a request that GitHub does not take',
    ({ state }) =>
      state.faults.push({ match: /POST .*git\/commits/, status: 422, message: 'Validation Failed' }),
    'Branch `assets` cannot get a signed commit: GitHub did not make the commit: Validation Failed. Remove `sign-commits` if the branch does not need signed commits.',
  ],
];

test.each(refusals)(
  '%s: nothing lands, nothing is left, and the check before says the same',
  async (_, arrange, message) => {
    await using stage = await createSigningStage();
    const before = await commitByOther(stage.bare, { 'a.txt': 'a' });
    const opened = await stage.open();
    arrange(stage.github);
    const hero = await stage.make('hero', { 'hero.png': randomBytes(2_000_000) });
    const delivery = await stage.deliver(opened, { set: [hero] }, { signer: stage.signer });
    expect(delivery).toMatchObject({ kind: 'failed', message, left: [] });
    expect((await readCommits(stage.bare)).map(({ id }) => id)).toEqual([before]);
    expect(await refs(stage.bare)).toEqual(['refs/heads/assets']);
    expect(await checkSigning(opened, before, stage.signer, openDeps([], signal))).toEqual([
      { severity: 'error', message },
    ]);
  },
);

test('the token of a person gets no signature: the commit is not used', async () => {
  await using stage = await createSigningStage({ login: 'mona' });
  const opened = await stage.open();
  const hero = await stage.make('hero', { 'hero.png': 'hero' });
  const message =
    'Branch `assets` cannot get a signed commit: GitHub did not sign the commit (unsigned). It signs only commits of an app, so leave the input `github-token` out, or use the token of a GitHub App; otherwise remove `sign-commits`.';
  expect(await stage.deliver(opened, { set: [hero] }, { signer: stage.signer })).toMatchObject({
    kind: 'failed',
    message,
  });
  expect(await refs(stage.bare)).toEqual([]);
});

test.each(['tree', 'parents'] as const)(
  'a commit with another %s than asked for is not used',
  async (part) => {
    await using stage = await createSigningStage();
    const other = await commitByOther(stage.bare, { 'a.txt': 'a' }, 'other');
    const opened = await stage.open();
    const signer: CommitSigner = {
      ...stage.signer,
      create: async (order, ended) => {
        const tree = (await runGit(stage.bare, ['rev-parse', `${other}^{tree}`])).toString().trim();
        const changed = part === 'tree' ? { tree } : { parents: [other] };
        return await stage.signer.create({ ...order, ...changed }, ended);
      },
    };
    const hero = await stage.make('hero', { 'hero.png': 'hero' });
    expect(await stage.deliver(opened, { set: [hero] }, { signer })).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining('has other content than asked for') as unknown,
    });
    expect(await refs(stage.bare)).toEqual(['refs/heads/other']);
  },
);

test('the check before the first picture leaves no trace, and knows nothing without a commit', async () => {
  await using stage = await createSigningStage();
  const opened = await stage.open();
  const tip = await commitByOther(stage.bare, { 'a.txt': 'a' }, 'main');
  const deps = openDeps([], signal);
  expect(await checkSigning(opened, tip, stage.signer, deps)).toEqual([]);
  expect(await checkSigning(opened, undefined, stage.signer, deps)).toEqual([]);
  expect(await checkSigning(opened, '0'.repeat(40), stage.signer, deps)).toEqual([]);
  expect(commitCalls(stage.github)).toHaveLength(1);
  expect(await refs(stage.bare)).toEqual(['refs/heads/main']);
});
