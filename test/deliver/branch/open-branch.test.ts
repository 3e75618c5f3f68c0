import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';

import { openBranch } from '../../../src/deliver/branch/open-branch.ts';
import { commitByOther, runGit } from '../../support/bare-repository.ts';
import { committed, createDeliveryStage, TOKEN, type DeliveryStage, openDeps } from './delivery-stage.ts';
import { place } from './sample-branch.ts';

async function messages(
  stage: DeliveryStage,
  ...opening: Parameters<DeliveryStage['tryOpen']>
): Promise<string[]> {
  const result = await stage.tryOpen(...opening);
  return result.ok ? ['it was opened'] : result.error.map(({ message }) => message);
}

async function privateFolders(stage: DeliveryStage): Promise<readonly string[]> {
  return (await readdir(stage.root)).filter((name) => name.startsWith('private'));
}

test('a branch is opened with its files and what the lock file says, without its pictures', async () => {
  await using stage = await createDeliveryStage();
  const hero = await stage.make('hero', { 'a/hero.png': 'x'.repeat(200_000) });
  const { commit } = committed(await stage.deliver(await stage.open(), { set: [hero] }));
  await commitByOther(stage.bare, { 'theirs.txt': 'theirs' });
  const before = stage.service.requests.length;

  const opened = await stage.open();

  expect(opened.tip).not.toBe(commit);
  expect(opened.recorded).toMatchObject({
    lock: { edits: new Map([['hero', hero.entry]]), pages: ['README.md'] },
    paths: new Set(['README.md', 'a/hero.png', 'edits.lock.json', 'theirs.txt']),
  });
  expect([...opened.tree.keys()]).toEqual(['README.md', 'a/hero.png', 'edits.lock.json', 'theirs.txt']);
  const received = stage.service.requests.slice(before).reduce((sum, { bytesOut }) => sum + bytesOut, 0);
  expect(received).toBeLessThan(10_000);
});

test('another branch and another directory know nothing of it', async () => {
  await using stage = await createDeliveryStage();
  committed(
    await stage.deliver(await stage.open(), { set: [await stage.make('hero', { 'hero.png': 'x' })] }),
  );
  const outside = [
    { branch: 'assets/two', directory: '' },
    { branch: 'assets', directory: 'a/b' },
  ];
  for (const where of outside) {
    if (where.branch !== 'assets') await runGit(stage.bare, ['branch', '-m', 'assets', 'other']);
    const { recorded } = await stage.open({ place: where });
    expect(recorded).toEqual({ lock: { edits: new Map(), pages: [] }, paths: new Set() });
  }
});

test.each([
  [
    'a wrong token',
    { token: 'wrong' },
    /^Branch `assets` cannot be read: .*token.* `github-token` may have expired or been revoked/,
  ],
  [
    'no token',
    { token: '' },
    /^Branch `assets` cannot be read: .*asks for one and none was given\. .*`github-token`/,
  ],
  [
    'a name that no branch can have',
    { place: { branch: 'a..b', directory: '' } },
    /^Input `branch` is "a\.\.b", which is not a branch name that git accepts/,
  ],
  ['a run that is over', { signal: AbortSignal.abort(new Error('time is up')) }, /time is up\.$/],
])('%s is a problem, and nothing is left behind', async (_, opening, message) => {
  await using stage = await createDeliveryStage();
  expect(await messages(stage, opening)).toEqual([expect.stringMatching(message)]);
  expect(await privateFolders(stage)).toEqual([]);
});

test('a repository that is not there, or a server that is down', async () => {
  await using stage = await createDeliveryStage();
  const deps = openDeps([], new AbortController().signal);
  const folder = path.join(stage.root, 'private-x');
  const opening = async (url: string) =>
    await openBranch({ remote: { url, token: TOKEN }, place, folder }, deps);

  expect(await opening(`${stage.service.url}/acme/other.git`)).toMatchObject({
    ok: false,
    error: [
      {
        message: expect.stringMatching(
          /There is no repository at http.*acme\/other\.git, or the token/,
        ) as unknown,
      },
    ],
  });
  expect(await opening('http://127.0.0.1:1/acme/shop.git')).toMatchObject({
    ok: false,
    error: [{ message: expect.stringMatching(/could not be reached; run it again later\.$/) as unknown }],
  });
  expect(await privateFolders(stage)).toEqual([]);
});

test('no git', async () => {
  await using stage = await createDeliveryStage();
  const remote = { url: `${stage.service.url}/acme/shop.git`, token: TOKEN };
  const target = { remote, place, folder: path.join(stage.root, 'private-x') };
  const env = { PATH: stage.root };
  expect(await openBranch(target, { ...openDeps([], new AbortController().signal), env })).toMatchObject({
    ok: false,
    error: [{ message: expect.stringMatching(/^Delivery to a branch needs git: .*Install git/) as unknown }],
  });
});

test.each([
  ['of a newer version', '{"version": 99, "new": true}', 'assets:pics/edits.lock.json', /newer version/],
  [
    'with the marks of a merge',
    '{\n<<<<<<< HEAD\n',
    'assets:pics/edits.lock.json',
    /unfinished merge.*restore it/,
  ],
])('a lock file %s is a problem with its place on the branch', async (_, text, file, message) => {
  await using stage = await createDeliveryStage();
  await commitByOther(stage.bare, { 'pics/edits.lock.json': text });
  const result = await stage.tryOpen({ place: { branch: 'assets', directory: 'pics' } });
  expect(result).toMatchObject({
    ok: false,
    error: [{ at: { file }, message: expect.stringMatching(message) as unknown }],
  });
});

test('a branch directory that is a file, and a lock file that is none', async () => {
  await using stage = await createDeliveryStage();
  await commitByOther(stage.bare, { 'docs/pics': 'a file' });
  expect(await messages(stage, { place: { branch: 'assets', directory: 'docs/pics/new' } })).toEqual([
    expect.stringMatching(/^`docs\/pics` on branch `assets` is a file, a link or a submodule/),
  ]);

  const env = { GIT_INDEX_FILE: path.join(stage.root, 'index') };
  const blob = (await runGit(stage.bare, ['hash-object', '-w', '--stdin'], 'outside')).toString().trim();
  await runGit(
    stage.bare,
    ['update-index', '--add', '--cacheinfo', `120000,${blob},edits.lock.json`],
    '',
    env,
  );
  const tree = (await runGit(stage.bare, ['write-tree'], '', env)).toString().trim();
  const person = ['-c', 'user.name=a', '-c', 'user.email=b@c'];
  const commit = (await runGit(stage.bare, [...person, 'commit-tree', tree, '-m', 'A link']))
    .toString()
    .trim();
  await runGit(stage.bare, ['update-ref', 'refs/heads/links', commit]);
  expect(await messages(stage, { place: { branch: 'links', directory: '' } })).toEqual([
    expect.stringMatching(/^`edits\.lock\.json` on branch `links` is a link or a submodule/),
  ]);
});

test('a server that is down for a moment is asked again, one that stays down is not asked for ever', async () => {
  await using stage = await createDeliveryStage();
  stage.service.faults.push({ match: /info.refs/, kind: 'status', status: 503, times: 3 });
  expect((await stage.tryOpen()).ok).toBe(true);
  expect(stage.lines.filter((line) => line.startsWith('The git server did not answer'))).toHaveLength(3);

  stage.service.faults.push({ match: /info.refs/, kind: 'status', status: 503, times: 100 });
  const before = stage.service.requests.length;
  expect((await stage.tryOpen()).ok).toBe(false);
  expect(stage.service.requests.length - before).toBe(6);
});
