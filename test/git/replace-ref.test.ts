import { afterEach, beforeEach, expect, test } from 'vitest';

import { fetchTip } from '../../src/git/fetch-tip.ts';
import { replaceRef } from '../../src/git/push.ts';
import type { GitRepository } from '../../src/git/types.ts';
import { writeText } from '../../src/git/write-blobs.ts';
import { commitTree } from '../../src/git/commit-tree.ts';
import { git, good } from './disk-remote.ts';
import { createHttpRemote, type HttpRemote } from './http-remote.ts';

const REF = 'refs/dreamina/value';
const { signal } = new AbortController();

let remote: HttpRemote;
beforeEach(async () => {
  remote = await createHttpRemote();
});
afterEach(async () => {
  await remote[Symbol.asyncDispose]();
});

/** A commit without parents that holds one file. */
async function commitValue(repository: GitRepository, text: string): Promise<string> {
  const blob = good(await writeText(repository, text, signal));
  const order = { changes: [{ path: 'value', blob }], message: text, author: 'A <a@b.c>' };
  return good(await commitTree(repository, order, signal)) ?? '';
}

async function valueThere(): Promise<string> {
  return await git(remote.disk.bare, 'show', `${REF}:value`);
}

test('a value takes the place of the one before, and no history grows', async () => {
  await using repository = good(await remote.open());
  const first = await commitValue(repository, 'first');
  expect(await replaceRef(repository, { commit: first, ref: REF }, signal)).toEqual({
    ok: true,
    value: 'pushed',
  });
  expect(remote.asked()).toEqual(['GET info/refs', 'POST git-receive-pack']);
  const second = await commitValue(repository, 'second');
  const order = { commit: second, ref: REF, tip: first };
  expect(await replaceRef(repository, order, signal)).toEqual({ ok: true, value: 'pushed' });
  expect(await valueThere()).toBe('second');
  expect(await git(remote.disk.bare, 'rev-list', '--count', REF)).toBe('1\n');
});

test.each([
  ['it is there already', undefined],
  ['it points to another commit', 'another'],
])('nothing is replaced where the ref moved: %s', async (_, expected) => {
  await using other = good(await remote.open());
  const theirs = await commitValue(other, 'theirs');
  good(await replaceRef(other, { commit: theirs, ref: REF }, signal));
  await using repository = good(await remote.open());
  const ours = await commitValue(repository, 'ours');
  const tip = expected && (await commitValue(repository, expected));
  const order = { commit: ours, ref: REF, ...(tip !== undefined && { tip }) };
  expect(await replaceRef(repository, order, signal)).toEqual({ ok: true, value: 'moved' });
  expect(await valueThere()).toBe('theirs');
});

test('a server that lets no branch go back says so, which is no race; other refs it lets', async () => {
  await git(remote.disk.bare, 'config', 'receive.denyNonFastForwards', 'true');
  await using repository = good(await remote.open());
  const first = await commitValue(repository, 'first');
  const second = await commitValue(repository, 'second');
  for (const ref of [REF, 'refs/heads/value'])
    good(await replaceRef(repository, { commit: first, ref }, signal));
  const replace = async (ref: string) =>
    await replaceRef(repository, { commit: second, ref, tip: first }, signal);
  expect(await replace(REF)).toEqual({ ok: true, value: 'pushed' });
  expect(await replace('refs/heads/value')).toMatchObject({ ok: false, error: { kind: 'refused' } });
});

test('a value is fetched whole, beside a branch of which only the tip is', async () => {
  const branch = await remote.disk.commit('assets', { 'a.png': 'picture' });
  await using repository = good(await remote.open());
  const value = await commitValue(repository, 'there');
  good(await replaceRef(repository, { commit: value, ref: REF }, signal));
  await using reader = good(await remote.open());
  const both = await Promise.all([
    fetchTip(reader, 'refs/heads/assets', signal),
    fetchTip(reader, REF, signal, 'whole'),
  ]);
  expect(both.map(good)).toEqual([branch, value]);
  remote.asked();
  expect(good(await reader.run(['cat-file', 'blob', `${value}:value`], { signal })).toString()).toBe('there');
  expect(remote.asked()).toEqual([]);
});
