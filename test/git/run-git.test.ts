import { chmod, mkdir, mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { judgeGitExit } from '../../src/git/judge-git-exit.ts';
import { runGit, type GitExit, type GitProcess } from '../../src/git/run-git.ts';
import { isRunning } from '../support/is-running.ts';

let root = '';

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'run-git-'));
});

afterEach(async () => {
  await rm(root, { recursive: true, force: true, maxRetries: 5 });
});

/** Runs a shell script that replaces git. */
async function runScript(script: string, rest: Partial<GitProcess> = {}): Promise<GitExit> {
  const bin = path.join(root, 'bin');
  await mkdir(bin, { recursive: true });
  await writeFile(path.join(bin, 'git'), `#!/bin/sh\n${script}\n`);
  await chmod(path.join(bin, 'git'), 0o755);
  const env = { PATH: `${bin}:${process.env['PATH'] ?? ''}` };
  return await runGit({ args: [], folder: root, env, signal: new AbortController().signal, ...rest });
}

/** Reads a file as soon as it has something in it. */
async function appears(file: string): Promise<string> {
  for (;;) {
    const text = await readFile(file, 'utf8').catch(() => '');
    if (text !== '') return text;
    await delay(5);
  }
}

test('what it reads, prints and says', async () => {
  const end = await runScript('cat; echo "$1" >&2; exit 3', { args: ['a "b"\n$c'], input: 'in' });

  expect(end).toEqual({ kind: 'exited', code: 3, stdout: Buffer.from('in'), stderr: 'a "b"\n$c\n' });
});

test('input that is not read does no harm', async () => {
  const end = await runScript('exit 0', { input: Buffer.alloc(10_000_000) });

  expect(end).toMatchObject({ kind: 'exited', code: 0 });
});

test('the output may go straight to a file', async () => {
  const file = path.join(root, 'out');
  await using handle = await open(file, 'w');

  const end = await runScript('echo printed', { output: handle.fd });

  expect(end).toMatchObject({ kind: 'exited', code: 0, stdout: Buffer.alloc(0) });
  expect(await readFile(file, 'utf8')).toBe('printed\n');
});

test('of its complaints the end is kept', async () => {
  const end = await runScript('head -c 200000 /dev/zero | tr "\\0" x >&2; echo end >&2');

  expect(end).toMatchObject({ kind: 'exited', stderr: expect.stringMatching(/^x{65532}end\n$/) as string });
});

test('a signal ends git and what git has started', async () => {
  const stop = new AbortController();
  const file = path.join(root, 'pid');
  const running = runScript(`sleep 1000 & echo $! > ${file}; wait`, { signal: stop.signal });
  const child = Number(await appears(file));

  stop.abort(new Error('the run was cancelled'));
  const end = await running;

  expect(end).toEqual({ kind: 'stopped' });
  await expect.poll(() => isRunning(child), { interval: 5 }).toBe(false);
  expect(judgeGitExit(end, stop.signal)).toEqual({
    ok: false,
    error: { kind: 'stopped', why: 'git was stopped: the run was cancelled' },
  });
});

test('a signal that came before it starts nothing', async () => {
  const file = path.join(root, 'started');

  expect(await runScript(`touch ${file}`, { signal: AbortSignal.abort() })).toEqual({ kind: 'stopped' });
  await expect(readFile(file)).rejects.toThrow('ENOENT');
});

test('what was done before the signal is done', async () => {
  const stop = new AbortController();
  const file = path.join(root, 'ready');
  const running = runScript(`trap 'echo late; exit 0' TERM; echo x > ${file}; while :; do sleep 0.01; done`, {
    signal: stop.signal,
  });
  await appears(file);
  stop.abort();

  expect(await running).toMatchObject({ kind: 'exited', code: 0 });
});

test('ended from outside', async () => {
  const end = await runScript('kill -KILL $$');

  expect(end).toEqual({ kind: 'killed', by: 'SIGKILL' });
  const why = 'git was ended from outside by SIGKILL';
  expect(judgeGitExit(end, new AbortController().signal)).toEqual({
    ok: false,
    error: { kind: 'failed', why },
  });
});

test('a flood is cut off', async () => {
  const end = await runScript('exec head -c 300000000 /dev/zero');

  expect(end).toEqual({ kind: 'too-much' });
  expect(judgeGitExit(end, new AbortController().signal)).toMatchObject({
    ok: false,
    error: { kind: 'failed' },
  });
});

test.each([
  [
    'no such program',
    { env: { PATH: '/nowhere' } },
    'git-missing',
    'git was not found on the PATH; git 2.31 or newer is needed',
  ],
  [
    'arguments that are too long',
    { args: ['x'.repeat(10_000_000)] },
    'failed',
    'git cannot be started: spawn E2BIG',
  ],
])('not started: %s', async (_, over, kind, why) => {
  const end = await runScript('exit 0', over);

  expect(end.kind).toBe('not-started');
  expect(judgeGitExit(end, new AbortController().signal)).toEqual({ ok: false, error: { kind, why } });
});
