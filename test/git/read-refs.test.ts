import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';

import { makeMirror } from '../../src/git/make-mirror.ts';
import { readRefs } from '../../src/git/read-refs.ts';
import { commitAll } from '../support/checkout.ts';

let root = '';
let workspace = '';

beforeEach(async () => {
  root = await realpath(await mkdtemp(path.join(tmpdir(), 'refs-')));
  workspace = path.join(root, 'workspace');
  await mkdir(workspace);
});

afterEach(async () => {
  await rm(root, { recursive: true, force: true, maxRetries: 5 });
});

function git(folder: string, ...args: readonly string[]): string {
  return execFileSync('git', ['-C', folder, ...args], { encoding: 'utf8' }).trim();
}

it('reads packed refs and loose ones, of which the loose one is newer', async () => {
  await writeFile(path.join(workspace, 'a.txt'), 'a');
  const old = await commitAll(workspace);
  for (const name of ['assets', 'preview/7'])
    git(workspace, 'update-ref', `refs/remotes/origin/${name}`, old);
  git(workspace, 'symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/assets');
  git(workspace, 'pack-refs', '--all');
  await writeFile(path.join(workspace, 'a.txt'), 'b');
  const now = await commitAll(workspace);
  git(workspace, 'update-ref', 'refs/remotes/origin/assets', now);
  git(workspace, 'update-ref', 'refs/remotes/other/assets', now);
  expect(await readRefs(workspace, 'refs/remotes/origin/')).toEqual(
    new Map([
      ['refs/remotes/origin/assets', now],
      ['refs/remotes/origin/preview/7', old],
    ]),
  );
  expect(await readRefs(workspace, 'refs/remotes/none/')).toEqual(new Map());
});

it('a mirror has just the refs that it is given, and git can fetch from it', async () => {
  await writeFile(path.join(workspace, 'a.txt'), 'a');
  const commit = await commitAll(workspace);
  const mirror = path.join(root, 'mirror.git');
  await makeMirror(mirror, workspace, new Map([['refs/heads/assets', commit]]));
  expect(git(root, 'ls-remote', `file://${mirror}`)).toBe(`${commit}\trefs/heads/assets`);
  const copy = path.join(root, 'copy');
  git(
    root,
    'clone',
    '--quiet',
    '--depth=1',
    '--filter=blob:none',
    '--no-checkout',
    '--branch=assets',
    `file://${mirror}`,
    copy,
  );
  expect(git(copy, 'rev-list', '--objects', '--missing=print', 'HEAD')).toMatch(/^\?[0-9a-f]{40}$/m);
});
