import { chmod, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

import { openRepository } from '../../src/git/open-repository.ts';
import { createDiskRemote, git, good } from './disk-remote.ts';

const { signal } = new AbortController();

test('a private bare repository that is gone afterwards', async () => {
  await using remote = await createDiskRemote();
  const folder = path.join(remote.root, 'new', 'deep', 'repository');
  const env = { PATH: process.env['PATH'] };
  {
    await using repository = good(await openRepository(folder, { url: remote.url, token: 't' }, env, signal));
    expect(repository.folder).toBe(folder);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    expect(await git(folder, 'rev-parse', '--is-bare-repository')).toBe('true\n');
  }
  expect(await readdir(path.dirname(folder))).toEqual([]);
});

test('a folder that is there already is not taken, and not removed', async () => {
  await using remote = await createDiskRemote();

  const result = await openRepository(remote.bare, { url: remote.url, token: '' }, {}, signal);

  expect(result).toMatchObject({ ok: false, error: { kind: 'failed', why: /EEXIST/ } });
  expect(await readdir(remote.bare)).toContain('objects');
});

test.each(['ssh://git@github.com/a/b', 'ext::sh -c x', '/srv/a.git', 'git@github.com:a/b.git', ''])(
  'an address that git would reach in another way: %j',
  async (url) => {
    const result = await openRepository('/nowhere', { url, token: '' }, {}, signal);

    expect(result).toMatchObject({
      ok: false,
      error: { kind: 'failed', why: /is not the https, http or file/ },
    });
  },
);

describe('git is not there', () => {
  /** A folder with a program called `git` that does `script`. */
  async function fakeGit(root: string, script: string): Promise<string> {
    const bin = path.join(root, 'bin');
    await mkdir(bin);
    await writeFile(path.join(bin, 'git'), `#!/bin/sh\n${script}\n`);
    await chmod(path.join(bin, 'git'), 0o755);
    return bin;
  }

  test('none on the PATH', async () => {
    await using remote = await createDiskRemote();

    const result = await remote.open(undefined, { PATH: path.join(remote.root, 'none') });

    const why = 'git was not found on the PATH; git 2.31 or newer is needed';
    expect(result).toEqual({ ok: false, error: { kind: 'git-missing', why } });
    expect(await readdir(remote.root)).not.toContain('private-1');
  });

  test('too old', async () => {
    await using remote = await createDiskRemote();
    const bin = await fakeGit(remote.root, 'echo git version 2.25.1');

    const result = await remote.open(undefined, { PATH: `${bin}:${process.env['PATH'] ?? ''}` });

    const why = 'git 2.31 or newer is needed, but this machine has git 2.25.1';
    expect(result).toEqual({ ok: false, error: { kind: 'git-missing', why } });
  });

  test('may not be run', async () => {
    await using remote = await createDiskRemote();
    const bin = await fakeGit(remote.root, '');
    await writeFile(path.join(bin, 'git'), 'no program');
    await chmod(path.join(bin, 'git'), 0o755);

    const result = await remote.open(undefined, { PATH: bin });

    expect(result.ok).toBe(false);
    expect(await readdir(remote.root)).not.toContain('private-1');
  });

  test.each(['version', 'config'])('fails at `git %s`', async (command) => {
    await using remote = await createDiskRemote();
    const script = `case " $* " in *" ${command} "*|" ${command} "*) echo "fatal: no ${command}" >&2; exit 128;; esac\necho git version 2.40.0`;
    const bin = await fakeGit(remote.root, script);

    const result = await remote.open(undefined, { PATH: `${bin}:${process.env['PATH'] ?? ''}` });

    expect(result).toEqual({ ok: false, error: { kind: 'failed', why: `no ${command}` } });
  });
});

test("of the machine's configuration only what concerns the network is taken over", async () => {
  await using remote = await createDiskRemote();
  const home = path.join(remote.root, 'home');
  await mkdir(home);
  const config = [
    '[http]',
    'proxy = http://proxy.example:3128',
    'sslCAInfo = ~/ca.pem',
    'extraheader = Authorization: basic c29tZWJvZHk=',
    'sslVerify = false',
    '[url "file:///elsewhere/"]',
    `insteadOf = ${remote.url}`,
    '[core]',
    'compression = 9',
  ];
  await writeFile(path.join(home, '.gitconfig'), config.join('\n'));
  await using repository = good(await remote.open(undefined, { PATH: process.env['PATH'], HOME: home }));

  const listed = (await repository.run(['config', '--list'], { signal })) as { value: Buffer };
  const lines = listed.value.toString().split('\n');

  expect(lines).toContain('http.proxy=http://proxy.example:3128');
  expect(lines).toContain(`http.sslcainfo=${home}/ca.pem`);
  expect(lines.filter((line) => /extraheader|sslverify|insteadof|compression=9/i.test(line))).toEqual([]);
  expect(await readFile(path.join(repository.folder, 'config'), 'utf8')).not.toContain('proxy');
});
