import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';

import { isAncestor } from '../../src/git/read-ancestry.ts';
import { commitAll } from '../support/checkout.ts';

test('which of two commits is older, as far as the history reaches', async () => {
  await using stack = new AsyncDisposableStack();
  const root = await mkdtemp(path.join(tmpdir(), 'ancestry-'));
  stack.defer(async () => {
    await rm(root, { recursive: true, force: true, maxRetries: 5 });
  });
  const whole = path.join(root, 'whole');
  execFileSync('git', ['init', '-q', whole]);
  execFileSync('touch', [path.join(whole, 'a')]);
  const older = await commitAll(whole);
  execFileSync('touch', [path.join(whole, 'b')]);
  const newer = await commitAll(whole);
  const cut = path.join(root, 'cut');
  execFileSync('git', ['clone', '-q', '--depth=1', `file://${whole}`, cut]);

  const ask = async (workspace: string, one: string, other: string) => {
    const place = { workspace, sha: newer, temp: root, env: process.env, near: 'edits.yml' };
    return await isAncestor(one, other, place, new AbortController().signal);
  };
  expect(await ask(whole, older, newer)).toBe(true);
  expect(await ask(whole, newer, older)).toBe(false);
  expect(await ask(whole, older, 'd'.repeat(40))).toBeUndefined();
  expect(await ask(cut, older, newer)).toBeUndefined();
  expect(await ask(root, older, newer)).toBeUndefined();
});
