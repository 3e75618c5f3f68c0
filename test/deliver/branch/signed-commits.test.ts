import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';

import type { CommitSigner } from '../../../src/deliver/branch/commit-signer.ts';
import { commitByOther, readCommits, runGit } from '../../support/bare-repository.ts';
import { SECONDARY_LIMIT } from '../../support/github/answer-call.ts';
import { committed, pictures } from './delivery-stage.ts';
import { commitCalls, createSigningStage, refs, signatures } from './signing-stage.ts';

describe.each([10, 3_000_000])('pictures of %d bytes', (bytes) => {
  test('the first commit of a branch, and the next one, are signed, and nothing else is left on the server', async () => {
    await using stage = await createSigningStage();
    const { signer, bare } = stage;
    const hero = await stage.make('hero', { 'hero.png': randomBytes(bytes) });
    const first = committed(await stage.deliver(await stage.open(), { set: [hero] }, { signer }));
    const mug = await stage.make('mug', { 'mug.png': randomBytes(bytes) });
    const second = committed(await stage.deliver(await stage.open(), { set: [mug] }, { signer }));

    expect(await signatures(bare)).toEqual([true, true]);
    expect(await readCommits(bare)).toMatchObject([
      { id: second.commit, parents: [first.commit], message: '1 edits, 1 files' },
      { id: first.commit, parents: [] },
    ]);
    expect(Object.keys(await pictures(stage))).toEqual(['hero.png', 'mug.png']);
    expect(await refs(bare)).toEqual(['refs/heads/assets']);
    // GitHub signs only what names no one.
    for (const { body } of commitCalls(stage.github))
      expect(Object.keys(body as object).toSorted()).toEqual(['message', 'parents', 'tree']);
    await runGit(bare, ['fsck', '--strict']);
  });
});

test('someone else is first, twice: a new commit is signed on top of theirs each time', async () => {
  let times = 2;
  let bare = '';
  await using stage = await createSigningStage({
    beforeAnswer: async ({ method, path }) => {
      if (method !== 'POST' || !path.endsWith('/git/commits') || times === 0) return;
      times -= 1;
      await commitByOther(bare, { [`theirs-${times}.txt`]: 'theirs' });
    },
  });
  ({ bare } = stage);
  const hero = await stage.make('hero', { 'hero.png': 'hero' });
  const opened = await stage.open();
  committed(await stage.deliver(opened, { set: [hero] }, { signer: stage.signer }));

  expect(await signatures(bare)).toEqual([true, false, false]);
  expect(commitCalls(stage.github)).toHaveLength(3);
  expect(Object.keys(await pictures(stage))).toEqual(['hero.png', 'theirs-0.txt', 'theirs-1.txt']);
  expect(await refs(bare)).toEqual(['refs/heads/assets']);
});

test('a branch that went back meanwhile is not brought back', async () => {
  let bare = '';
  let older = '';
  await using stage = await createSigningStage({
    beforeAnswer: async ({ method }) => {
      if (method === 'POST') await runGit(bare, ['update-ref', 'refs/heads/assets', older]);
    },
  });
  ({ bare } = stage);
  older = await commitByOther(bare, { 'a.txt': 'a' });
  await commitByOther(bare, { 'secret.txt': 'purged' });
  const hero = await stage.make('hero', { 'hero.png': 'hero' });
  committed(await stage.deliver(await stage.open(), { set: [hero] }, { signer: stage.signer }));
  expect(Object.keys(await pictures(stage))).toEqual(['a.txt', 'hero.png']);
});

test('answers that do not come: the call is made again, and one commit lands', async () => {
  await using stage = await createSigningStage();
  const fault = { match: /POST .*git\/commits/, message: 'Try later' };
  stage.github.state.faults.push(
    { ...fault, status: 502, times: 1 },
    { ...fault, status: 502, times: 1, isCarriedOut: true },
    { ...SECONDARY_LIMIT, match: fault.match, times: 1 },
  );
  const hero = await stage.make('hero', { 'hero.png': 'hero' });
  committed(await stage.deliver(await stage.open(), { set: [hero] }, { signer: stage.signer }));
  expect(await signatures(stage.bare)).toEqual([true]);
  expect(await refs(stage.bare)).toEqual(['refs/heads/assets']);
  expect(stage.lines.filter((line) => line.includes('Trying again'))).toHaveLength(3);
});

test('an answer to the push that is lost: the commit is known as our own', async () => {
  await using stage = await createSigningStage();
  const { service } = stage;
  const hero = await stage.make('hero', { 'hero.png': 'hero' });
  const opened = await stage.open();
  const signer: CommitSigner = {
    ...stage.signer,
    create: async (order, ended) => {
      const answer = await stage.signer.create(order, ended);
      // From now on the pushes are those of the branch.
      if (service.faults.length === 0)
        service.faults.push({ match: /POST .*receive-pack/, kind: 'cut-response-after', bytes: 0, times: 1 });
      return answer;
    },
  };
  const delivery = committed(await stage.deliver(opened, { set: [hero] }, { signer }));
  expect((await readCommits(stage.bare)).map(({ id }) => id)).toEqual([delivery.commit]);
  expect(await signatures(stage.bare)).toEqual([true]);
});
