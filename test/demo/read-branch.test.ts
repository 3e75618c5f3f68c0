import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';

import { createBareRepository } from '../../demo/git-service/create-bare-repository.ts';
import { exportBranch, readBranch } from '../../demo/read-branch.ts';
import { commitByOther } from '../support/bare-repository.ts';

const temp = await mkdtemp(path.join(tmpdir(), 'read-branch-'));
afterAll(async () => {
  await rm(temp, { recursive: true, maxRetries: 5 });
});

test('a branch that is not there is not read', async () => {
  const repository = await createBareRepository(temp, 'acme/empty');
  expect(await readBranch(repository, 'assets')).toBeUndefined();
});

test('a branch is read and written to a folder byte for byte', async () => {
  const repository = await createBareRepository(temp, 'acme/shop');
  await commitByOther(repository, { 'a b/é.txt': 'one\r\n' });
  const commit = await commitByOther(repository, { 'b.bin': Buffer.of(0, 255) });
  expect(await readBranch(repository, 'assets')).toEqual({
    commit,
    log: [expect.stringMatching(/^[0-9a-f]+ Other: By somebody else$/), expect.stringContaining('Other')],
    tree: [expect.stringMatching(/^ +5 {2}a b\/é\.txt$/), expect.stringMatching(/^ +2 {2}b\.bin$/)],
  });

  const folder = path.join(temp, 'written');
  await exportBranch(repository, 'assets', folder);
  expect(await readFile(path.join(folder, 'a b', 'é.txt'), 'utf8')).toBe('one\r\n');
  expect(await readFile(path.join(folder, 'b.bin'))).toEqual(Buffer.of(0, 255));
});
