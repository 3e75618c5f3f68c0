import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';

import { type GitFault, takeFault } from '../../../demo/git-service/git-fault.ts';
import { type GitServiceStage, createGitServiceStage } from './git-service-stage.ts';
import { isRunning } from '../../support/is-running.ts';

const push = /^POST .*git-receive-pack$/;

async function stageBigCommit(): Promise<GitServiceStage> {
  const stage = await createGitServiceStage();
  await writeFile(path.join(stage.checkout, 'big.bin'), randomBytes(3_000_000));
  await stage.git('add', '.');
  await stage.git('commit', '--quiet', '--message', 'Big');
  return stage;
}

test('a fault strikes as often as it says, and only what it matches', () => {
  const faults: GitFault[] = [
    { match: /^GET/, kind: 'reset-before', times: 1 },
    { match: /pack/, kind: 'status', status: 503, times: 2 },
  ];
  const kinds = ['GET /a', 'GET /a', 'POST /pack', 'GET /pack', 'GET /pack'].map(
    (line) => takeFault(faults, ...(line.split(' ') as [string, string]))?.kind,
  );
  expect(kinds).toEqual(['reset-before', undefined, 'status', 'status', undefined]);
});

test('a connection that is lost before the request', async () => {
  await using stage = await createGitServiceStage();
  stage.service.faults.push({ match: /^GET/, kind: 'reset-before', times: 1 });
  await expect(stage.git('push', 'origin', 'main')).rejects.toMatchObject({ code: 128 });
  expect(stage.service.requests).toMatchObject([{ method: 'GET', bytesOut: 0 }]);
  expect(stage.service.requests[0]?.status).toBeUndefined();
});

test('a connection that is lost in the middle of a push: nothing of it is there', async () => {
  await using stage = await stageBigCommit();
  stage.service.faults.push({ match: push, kind: 'cut-request-after', bytes: 1_000_000, times: 5 });
  await expect(stage.git('push', 'origin', 'main')).rejects.toMatchObject({ code: 1 });
  const cut = stage.service.requests.filter(({ bytesIn }) => bytesIn > 4);
  expect(cut[0]?.bytesIn).toBe(1_000_000);
  expect(await stage.git('ls-remote', 'origin')).toBe('');
});

test('a connection that is lost after a push: everything is there, and git does not know', async () => {
  await using stage = await stageBigCommit();
  // Before a body of unknown length git sends an empty one, to learn whether it may.
  stage.service.faults.push({ match: push, kind: 'delay', latencyMs: 20, times: 1 });
  stage.service.faults.push({ match: push, kind: 'cut-response-after', bytes: 10, times: 1 });
  await expect(stage.git('push', 'origin', 'main')).rejects.toMatchObject({ code: 1 });
  expect(stage.service.requests.at(-1)?.bytesOut).toBe(10);
  expect(await stage.git('ls-remote', 'origin')).toContain('refs/heads/main');
});

test('an HTTP status in place of an answer', async () => {
  await using stage = await createGitServiceStage();
  stage.service.faults.push({ match: /^GET/, kind: 'status', status: 503, text: 'Unicorn!', times: 1 });
  await expect(stage.git('push', 'origin', 'main')).rejects.toMatchObject({
    stderr: expect.stringContaining('remote: Unicorn!') as unknown,
  });
});

test('a service that never answers ends when it is closed', async () => {
  await using stage = await createGitServiceStage();
  stage.service.faults.push({ match: /^GET/, kind: 'hang', times: 1 });
  const pushed = stage.git('push', 'origin', 'main').then(
    () => 'pushed',
    () => 'failed',
  );
  await expect.poll(() => stage.service.requests.length).toBe(1);
  await stage.service[Symbol.asyncDispose]();
  expect(await pushed).toBe('failed');
});

test('a push that is under way when the service closes leaves no one behind', async () => {
  await using stage = await createGitServiceStage();
  const pidFile = path.join(stage.repository, 'hook.pid');
  const hook = '#!/bin/sh\necho $$ > hook.part\nmv hook.part hook.pid\nsleep 60\n';
  await writeFile(path.join(stage.repository, 'hooks', 'update'), hook, { mode: 0o755 });
  const pushed = stage.git('push', 'origin', 'main').then(
    () => 'pushed',
    () => 'failed',
  );
  await expect.poll(() => existsSync(pidFile)).toBe(true);
  const pid = Number(await readFile(pidFile, 'utf8'));
  await stage.service[Symbol.asyncDispose]();
  expect(await pushed).toBe('failed');
  await expect.poll(() => isRunning(pid)).toBe(false);
});
