import { execFileSync } from 'node:child_process';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { parseGlob } from '../../src/shared/glob.ts';
import type { CommittedEntry } from '../../src/shared/ports.ts';
import { createTextReader, type TextPorts } from '../../src/spec/read-text.ts';
import { createSpecStage, textPorts, type SpecStage } from './spec-stage.ts';

let workspace: SpecStage;
beforeAll(async () => {
  workspace = await createSpecStage({
    'a.txt': 'tracked',
    'new.txt': 'untracked',
    'generated/b.txt': 'generated',
    '.env': 'SECRET=1',
    '.git/config': 'token',
    'cafe\u0301.txt': 'decomposed',
  });
  const { root } = workspace;
  await symlink('.git/config', path.join(root, 'to-git.txt'));
  await symlink('new.txt', path.join(root, 'to-new.txt'));
  await symlink('a.txt', path.join(root, 'to-a.txt'));
  await symlink('/etc/hostname', path.join(root, 'out.txt'));
  await symlink('.git', path.join(root, 'folder'));
  await mkdir(path.join(root, 'sub'));
  await writeFile(path.join(root, 'sub/.npmrc'), 'token');
  if (process.platform !== 'win32') execFileSync('mkfifo', [path.join(root, 'pipe.txt')]);
});
afterAll(async () => {
  await workspace[Symbol.asyncDispose]();
});

const TRACKED = ['a.txt', '.env', 'pipe.txt', 'cafe\u0301.txt', 'sub/.npmrc', 'sparse.txt'];

function commit(special: Readonly<Record<string, CommittedEntry>> = {}): TextPorts['lookUpCommitted'] {
  return (paths) =>
    Promise.resolve(
      new Map(
        paths.map((file) => [file, special[file] ?? { kind: TRACKED.includes(file) ? 'file' : 'absent' }]),
      ),
    );
}

function globs(...patterns: readonly string[]): TextPorts['untracked'] {
  return patterns.map(parseGlob).flatMap((glob) => (glob.ok ? [glob.value] : []));
}

async function read(file: string, ports: Partial<TextPorts> = {}): Promise<string> {
  const readTexts = createTextReader({ ...textPorts(workspace.root), lookUpCommitted: commit(), ...ports });
  const text = (await readTexts([file], 100)).get(file);
  return text?.ok === true ? text.value : (text?.error ?? 'none');
}

const UNTRACKED = 'is not tracked by the commit. Commit it, or allow it with the input `untracked-files`.';

describe('createTextReader', () => {
  test.each([
    ['a.txt', 'tracked'],
    ['to-a.txt', 'tracked'],
    ['caf\u00e9.txt', 'decomposed'],
    ['new.txt', UNTRACKED],
    ['to-new.txt', UNTRACKED],
    ['generated/b.txt', UNTRACKED],
    ['out.txt', 'is a symbolic link that leads out of the repository.'],
    ['none.txt', 'does not exist.'],
    ['.git/config', 'is in a `.git` folder, which this action never reads.'],
    ['.GIT/config', 'is in a `.git` folder, which this action never reads.'],
    ['to-git.txt', 'leads to `.git/config`, which is in a `.git` folder, which this action never reads.'],
    ['folder/config', 'leads to `.git/config`, which is in a `.git` folder, which this action never reads.'],
    ['.env', 'may contain credentials (`.env`), so this action never reads it.'],
    ['sub/.npmrc', 'may contain credentials (`.npmrc`), so this action never reads it.'],
  ])('%s: %s', async (file, expected) => {
    expect(await read(file)).toBe(expected);
  });

  test.skipIf(process.platform === 'win32')('a named pipe, without waiting for a writer', async () => {
    expect(await read('pipe.txt')).toBe('is not a regular file.');
  });

  test.each([
    ['generated/b.txt', 'generated'],
    ['to-new.txt', 'untracked'],
    ['.env', 'may contain credentials (`.env`), so this action never reads it.'],
    ['to-git.txt', 'leads to `.git/config`, which is in a `.git` folder, which this action never reads.'],
  ])('with `untracked-files`, %s: %s', async (file, expected) => {
    expect(await read(file, { untracked: globs('generated/**', 'new.*', '.env*', '.git/*') })).toBe(expected);
  });

  test('a link is allowed by what it leads to, not by its own name', async () => {
    expect(await read('to-new.txt', { untracked: globs('to-*') })).toBe(UNTRACKED);
  });

  test('without a repository there is nothing to track', async () => {
    expect(await read('new.txt', textPorts(workspace.root))).toBe('untracked');
  });

  test('a file outside of the repository that the spec is in', async () => {
    const outside: CommittedEntry = { kind: 'no repository' };
    const readTexts = createTextReader({
      ...textPorts(workspace.root),
      lookUpCommitted: commit({ 'new.txt': outside, 'generated/b.txt': outside }),
    });
    expect((await readTexts(['new.txt'], 100)).get('new.txt')).toEqual({ ok: true, value: 'untracked' });
    expect((await readTexts(['a.txt'], 100)).get('a.txt')).toEqual({ ok: true, value: 'tracked' });
    expect((await readTexts(['new.txt'], 100)).get('new.txt')).toEqual({ ok: false, error: UNTRACKED });
  });

  test('if git fails, nothing is read', async () => {
    const lookUpCommitted = commit({ 'a.txt': { kind: 'unknown', why: 'git is not installed' } });
    expect(await read('a.txt', { lookUpCommitted })).toBe(
      'cannot be read, because it is unknown whether the commit tracks it: git is not installed.',
    );
  });

  test('a file of the commit that is not checked out', async () => {
    expect(await read('sparse.txt')).toContain('a sparse checkout left it out');
    const lookUpCommitted = commit({ 'lib/a.txt': { kind: 'submodule', path: 'lib' } });
    expect(await read('lib/a.txt', { lookUpCommitted })).toBe(
      'is in the submodule `lib`, which is not checked out. Set `submodules: true` in the actions/checkout step.',
    );
  });

  test('ends when the run does', async () => {
    const signal = AbortSignal.abort(new Error('time is up'));
    const readTexts = createTextReader({ ...textPorts(workspace.root), signal });
    await expect(readTexts(['a.txt'], 100)).rejects.toThrow('time is up');
  });
});
