import { execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { createCommittedLookup } from '../../src/git/look-up-committed.ts';
import type { CommitSource } from '../../src/git/object-reader.ts';
import { readCommitted } from '../../src/git/read-committed.ts';
import type { Env } from '../../src/shared/ports.ts';
import { commitAll } from '../support/checkout.ts';

let root = '';
let workspace = '';
let sha = '';
const { signal } = new AbortController();

beforeEach(async () => {
  root = await realpath(await mkdtemp(path.join(tmpdir(), 'committed-')));
  workspace = path.join(root, 'workspace');
  await mkdir(path.join(workspace, 'folder'), { recursive: true });
  await mkdir(path.join(root, 'temp'));
  for (const name of ['a.png', '*.png', 'folder/b\n"c".png'])
    await writeFile(path.join(workspace, name), name);
  sha = await commitAll(workspace);
});

afterEach(async () => {
  await rm(root, { recursive: true, force: true, maxRetries: 5 });
});

const source = (env: Env = process.env): CommitSource => ({
  workspace,
  sha,
  temp: path.join(root, 'temp'),
  env,
});

/** What is found at each of the names below the workspace: the file's own name, or why it is not known. */
async function find(names: readonly string[], where = source()) {
  const files = names.map((name) => path.join(workspace, name));
  const found = await readCommitted(files, where, signal);
  return files.map((file) => {
    const one = found.get(file);
    return one?.ok === true ? one.value.path : one?.error;
  });
}

function git(...args: readonly string[]): string {
  return execFileSync(
    'git',
    ['-C', workspace, '-c', 'user.name=T', '-c', 'user.email=t@example.com', ...args],
    {
      encoding: 'utf8',
    },
  ).trim();
}

/** Puts a program instead of git that notes its arguments, environment and working directory, and prints nothing. */
async function noteGit(): Promise<{ env: Record<string, string>; read(): Promise<string> }> {
  const bin = path.join(root, 'bin');
  const notes = path.join(root, 'notes');
  await mkdir(bin);
  await writeFile(
    path.join(bin, 'git'),
    `#!/bin/sh\n{ echo "args $*"; echo "cwd $(pwd)"; env; } >> '${notes}'\n`,
  );
  await chmod(path.join(bin, 'git'), 0o755);
  return {
    env: { PATH: `${bin}:${process.env['PATH'] ?? ''}` },
    read: async () => await readFile(notes, 'utf8'),
  };
}

test('names are taken as they are: no globs, no quotes, no line breaks', async () => {
  const names = ['*.png', 'folder/b\n"c".png', 'none.png', '../outside.png'];
  expect(await find(names)).toEqual([
    '*.png',
    'folder/b\n"c".png',
    `it is not in commit ${sha.slice(0, 7)}`,
    'it is not in a git checkout',
  ]);
  expect(await readdir(path.join(root, 'temp'))).toEqual([]);
});

test('git gets no secret, no network, no configuration of the folder, and works in a folder of our own', async () => {
  const noted = await noteGit();
  const secrets = {
    INPUT_API_TOKEN: 'secret-1',
    GITHUB_TOKEN: 'secret-2',
    ACTIONS_RUNTIME_TOKEN: 'secret-3',
    GIT_CONFIG_PARAMETERS: "'core.editor=secret-4'",
    GIT_DIR: '/secret-5',
    HOME: '/home/secret-6',
  };
  await find(['a.png'], source({ ...noted.env, ...secrets }));
  const text = await noted.read();
  expect(text).toMatch(/^args --literal-pathspecs ls-tree /m);
  expect(text).not.toContain('secret');
  expect(text).not.toMatch(/^http|PROXY/im);
  expect(text).toMatch(/^GIT_ALLOW_PROTOCOL=none$/m);
  expect(text).toMatch(/^GIT_NO_LAZY_FETCH=1$/m);
  expect(text).toMatch(/^GIT_CONFIG_NOSYSTEM=1$/m);
  const own = source().temp;
  for (const name of ['cwd ', 'GIT_DIR=', 'HOME=']) {
    const value =
      text
        .split('\n')
        .find((line) => line.startsWith(name))
        ?.slice(name.length) ?? '';
    expect(value.startsWith(own), `${name}${value}`).toBe(true);
  }
  expect(text).toContain(`GIT_OBJECT_DIRECTORY=${path.join(workspace, '.git', 'objects')}\n`);
});

test('a setting of the checkout has no say, whatever it asks for', async () => {
  git('config', 'core.repositoryformatversion', '99');
  expect(() => git('status')).toThrow();
  expect(await find(['a.png'])).toEqual(['a.png']);
});

test('a checkout that belongs to another user is read all the same', async () => {
  expect(await find(['a.png'], source({ ...process.env, GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' }))).toEqual([
    'a.png',
  ]);
});

test('a repository inside of the checkout never counts', async () => {
  const inner = path.join(workspace, 'folder');
  await writeFile(path.join(inner, 'inner.png'), 'inner');
  sha = await commitAll(inner);
  expect(await find(['folder/inner.png'])).toEqual([
    expect.stringMatching(
      new RegExp(`^git cannot read commit ${sha.slice(0, 7)} in this checkout \\(.+\\)$`),
    ),
  ]);
});

test('a working tree beside another one, and a file of a submodule', async () => {
  const main = workspace;
  git('worktree', 'add', '-q', path.join(root, 'beside'));
  workspace = path.join(root, 'beside');
  expect(await find(['a.png'])).toEqual(['a.png']);
  workspace = main;
  git('update-index', '--add', '--cacheinfo', `160000,${sha},sub`);
  git('commit', '-qm', 'a submodule');
  sha = git('rev-parse', 'HEAD');
  expect(await find(['sub/a.png'])).toEqual([`it is in the submodule sub, not in commit ${sha.slice(0, 7)}`]);
});

test('what is checked out has at a path: a file, a folder, a link, a submodule', async () => {
  const look = createCommittedLookup(source());
  git('update-index', '--add', '--cacheinfo', `160000,${sha},sub`);
  await symlink('a.png', path.join(workspace, 'link.png'));
  git('add', 'link.png');
  git('commit', '-qm', 'more');
  const expected = {
    'a.png': { kind: 'file' },
    folder: { kind: 'folder' },
    'link.png': { kind: 'link' },
    sub: { kind: 'submodule', path: 'sub' },
    'sub/x': { kind: 'submodule', path: 'sub' },
    'none.png': { kind: 'absent' },
  };
  const names = Object.keys(expected);
  for (const state of ['a branch', 'packed refs', 'no branch']) {
    if (state === 'packed refs') git('pack-refs', '--all');
    if (state === 'no branch') git('checkout', '-q', '--detach');
    expect(Object.fromEntries(await look(names, signal)), state).toEqual(expected);
  }
  const above = createCommittedLookup({ ...source(), workspace: root });
  expect(Object.fromEntries(await above(['workspace/a.png', 'workspace/sub/x', 'a.png'], signal))).toEqual({
    'workspace/a.png': { kind: 'file' },
    'workspace/sub/x': { kind: 'submodule', path: 'workspace/sub' },
    'a.png': { kind: 'no repository' },
  });
  await rm(path.join(workspace, '.git', 'HEAD'));
  expect((await look(['a.png'], signal)).get('a.png')).toMatchObject({ kind: 'unknown' });
});

test('a repository with SHA-256 names', async () => {
  await rm(path.join(workspace, '.git'), { recursive: true, maxRetries: 5 });
  execFileSync('git', ['init', '-q', '--object-format=sha256', workspace]);
  sha = await commitAll(workspace);
  expect(sha).toHaveLength(64);
  expect(await find(['a.png'])).toEqual(['a.png']);
});

test.each([
  ['no commit', () => ({ sha: undefined }), 'the commit of this run is not known'],
  ['an odd commit', () => ({ sha: '--output=x' }), 'the commit of this run is not known'],
  ['no git', () => ({ env: { PATH: root } }), 'git was not found on the PATH; git 2.31 or newer is needed'],
])('%s', async (_what, more, reason) => {
  expect(await find(['a.png'], { ...source(), ...more() })).toEqual([reason]);
});

test('an ended run ends it, with its own reason', async () => {
  const ended = AbortSignal.abort(new Error('cancelled'));
  await expect(readCommitted([path.join(workspace, 'a.png')], source(), ended)).rejects.toThrow('cancelled');
});
