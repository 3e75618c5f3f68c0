import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

import { createGitServiceStage } from './git-service-stage.ts';

test('what is pushed can be cloned, and each request is recorded', async () => {
  await using stage = await createGitServiceStage({ token: 's3cret' });
  const { git, service, checkout } = stage;
  await git('push', '--quiet', 'origin', 'main');
  await git('clone', '--quiet', `${service.url}/acme/shop`, 'again');

  expect(await readFile(path.join(checkout, 'again', 'a.txt'), 'utf8')).toBe('one\n');
  expect(service.requests.map(({ method, path: target }) => `${method} ${target}`)).toEqual([
    'GET /acme/shop.git/info/refs?service=git-receive-pack',
    'POST /acme/shop.git/git-receive-pack',
    'GET /acme/shop/info/refs?service=git-upload-pack',
    'POST /acme/shop/git-upload-pack',
    'POST /acme/shop/git-upload-pack',
  ]);
  const authorization = `basic ${Buffer.from('x-access-token:s3cret').toString('base64')}`;
  for (const request of service.requests)
    expect(request).toMatchObject({ status: 200, authorization, repository: 'acme/shop' });
  expect(service.requests[1]?.bytesIn).toBeGreaterThan(200);
  expect(service.requests[4]?.bytesOut).toBeGreaterThan(200);
});

test('a push of megabytes goes in pieces, and a clone without blobs brings none of them', async () => {
  await using stage = await createGitServiceStage();
  const { git, service, checkout, repository } = stage;
  await writeFile(path.join(checkout, 'big.bin'), randomBytes(3_000_000));
  await git('add', '.');
  await git('commit', '--quiet', '--message', 'Big');
  await git('push', '--quiet', 'origin', 'main');
  expect(Math.max(...service.requests.map(({ bytesIn }) => bytesIn))).toBeGreaterThan(3_000_000);
  const pushed = service.requests.length;

  await git('clone', '--quiet', '--bare', '--depth=1', '--filter=blob:none', `${service.url}/acme/shop`, 'b');
  const fetched = service.requests.slice(pushed).reduce((sum, { bytesOut }) => sum + bytesOut, 0);
  expect(fetched).toBeLessThan(5000);
  await git('-C', repository, 'fsck', '--strict');
});

test('a compressed body is understood, and the protocol is negotiated', async () => {
  await using stage = await createGitServiceStage();
  await stage.git('push', '--quiet', 'origin', 'main');
  // pkt-lines of protocol 2, as git compresses them from 1,024 bytes on.
  const answer = await fetch(`${stage.service.url}/acme/shop.git/git-upload-pack`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-git-upload-pack-request',
      'content-encoding': 'gzip',
      'git-protocol': 'version=2',
    },
    body: gzipSync('0014command=ls-refs\n0000'),
  });
  expect(await answer.text()).toContain('refs/heads/main');
});

test('without the right token git is asked for one', async () => {
  await using stage = await createGitServiceStage({ token: 's3cret' });
  const denied = stage.git('-c', 'http.extraHeader=', 'ls-remote', 'origin');
  await expect(denied).rejects.toMatchObject({
    stderr: expect.stringContaining('could not read Username') as unknown,
  });
  expect(stage.service.requests).toMatchObject([{ status: 401 }]);
  expect(stage.service.requests[0]).not.toHaveProperty('authorization');
});

test('the right to write can be taken away', async () => {
  await using stage = await createGitServiceStage();
  const { git, service } = stage;
  await git('push', '--quiet', 'origin', 'main');
  service.readOnly = true;
  await git('fetch', '--quiet', 'origin');
  await expect(git('push', 'origin', 'main:other')).rejects.toMatchObject({
    stderr: expect.stringContaining('remote: Write access to repository not granted.') as unknown,
  });
});

test('a repository that is not there is not found', async () => {
  await using stage = await createGitServiceStage();
  await expect(stage.git('ls-remote', `${stage.service.url}/acme/nothing`)).rejects.toMatchObject({
    stderr: expect.stringContaining('Repository not found.') as unknown,
  });
});

test('a hook that refuses is heard, though it reads nothing of the push', async () => {
  await using stage = await createGitServiceStage();
  const { git, repository, checkout } = stage;
  const hook = '#!/bin/sh\necho "Only on Mondays." >&2\nexit 1\n';
  await writeFile(path.join(repository, 'hooks', 'pre-receive'), hook, { mode: 0o755 });
  await writeFile(path.join(checkout, 'big.bin'), randomBytes(3_000_000));
  await git('add', '.');
  await git('commit', '--quiet', '--message', 'Big');
  await expect(git('push', 'origin', 'main')).rejects.toMatchObject({
    stderr: expect.stringMatching(/remote: Only on Mondays\.[^]*pre-receive hook declined/) as unknown,
  });
});

test('something can be done before git sees a request', async () => {
  const seen: string[] = [];
  await using stage = await createGitServiceStage({
    beforeGit: async ({ service = '' }) => {
      seen.push(service);
      await Promise.resolve();
    },
  });
  await stage.git('push', '--quiet', 'origin', 'main');
  expect(seen).toEqual(['git-receive-pack', 'git-receive-pack']);
});

test('git reaches the service by a name that is this machine', async () => {
  await using stage = await createGitServiceStage({ hostname: 'github.localhost' });
  expect(stage.service.url).toBe(`http://github.localhost:${stage.service.port}`);
  await stage.git('push', '--quiet', 'origin', 'main');
});
