import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';

import { openRepository } from '../../src/git/open-repository.ts';
import type { Env } from '../../src/shared/ports.ts';

const SHA256 = 'a'.repeat(64);

test.each<[string, Env, string]>([
  ['nothing says otherwise', {}, 'sha1'],
  ['the machine prefers SHA-256', { GIT_DEFAULT_HASH: 'sha256' }, 'sha1'],
  ['the job runs on a commit in SHA-1', { GITHUB_SHA: 'a'.repeat(40) }, 'sha1'],
  ['the job runs on a commit in SHA-256', { GITHUB_SHA: SHA256 }, 'sha256'],
  ['the commit is no object id', { GITHUB_SHA: `${SHA256}a` }, 'sha1'],
])('if %s, our repository is in the right format', async (_, env, format) => {
  const root = await mkdtemp(path.join(tmpdir(), 'object-format-'));
  await using cleanup = new AsyncDisposableStack();
  cleanup.defer(async () => {
    await rm(root, { recursive: true, maxRetries: 5 });
  });
  await writeFile(path.join(root, '.gitconfig'), '[init]\n\tdefaultObjectFormat = sha256\n');
  const { signal } = new AbortController();
  const machine = { PATH: process.env['PATH'], HOME: root, ...env };
  const remote = { url: 'https://github.example/acme/shop.git', token: 't' };
  const opened = await openRepository(path.join(root, 'own'), remote, machine, signal);
  if (!opened.ok) throw new Error(opened.error.why);
  await using repository = opened.value;
  const shown = await repository.run(['rev-parse', '--show-object-format'], { signal });
  expect(shown.ok && shown.value.toString().trim()).toBe(format);
});
