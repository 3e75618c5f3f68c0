import { randomBytes } from 'node:crypto';
import { chmod, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

import { checkBranchWritable } from '../../../src/deliver/branch/open-branch.ts';
import { readCommits, runGit } from '../../support/bare-repository.ts';
import {
  committed,
  createBranchSite,
  hurriedClock,
  pictures,
  TOKEN,
  type BranchSite,
  openDeps,
} from './branch-site.ts';

const PUSH = /^POST .*git-receive-pack/;

/** Lets the server refuse pushes to branches, as a protected one does. */
async function protect(site: BranchSite): Promise<void> {
  const hook = path.join(site.bare, 'hooks', 'pre-receive');
  const script =
    'grep -q refs/heads/ || exit 0; echo "GH006: Protected branch update failed for refs/heads/assets." >&2; exit 1';
  await writeFile(hook, `#!/bin/sh\n${script}\n`);
  await chmod(hook, 0o755);
}

async function refs(site: BranchSite): Promise<string> {
  return (await runGit(site.bare, ['for-each-ref', '--format=%(refname)'])).toString();
}

describe.each([10, 2_000_000])('a protected branch, %d bytes', (bytes) => {
  test('the delivery fails with the words of the server, and leaves nothing behind', async () => {
    await using site = await createBranchSite();
    const opened = await site.open();
    await protect(site);

    const hero = await site.make('hero', { 'hero.png': randomBytes(bytes) });
    const delivery = await site.deliver(opened, { set: [hero] });

    expect(delivery).toEqual({
      kind: 'failed',
      branch: 'assets',
      directory: '',
      message:
        "Branch `assets` cannot be written to: GH006: Protected branch update failed for refs/heads/assets (pre-receive hook declined). Allow github-actions[bot] to push to it in the repository's branch protection or rulesets, or choose another `branch`.",
    });
    expect(await refs(site)).toBe('');
    expect(site.lines).toEqual([]);
  });
});

describe('a token that may only read', () => {
  test('is found out before anything is made', async () => {
    await using site = await createBranchSite({ readOnly: true });
    const opened = await site.open();
    const before = site.service.requests.length;

    expect(await checkBranchWritable([], opened, openDeps([], new AbortController().signal))).toEqual([
      {
        severity: 'error',
        message:
          'Branch `assets` cannot be written to: Write access to repository not granted. Give the job `permissions: contents: write`, or a token with that right in the input `github-token`.',
      },
    ]);
    expect(site.service.requests.length - before).toBe(1);
    site.service.readOnly = false;
    expect(await checkBranchWritable([], opened, openDeps([], new AbortController().signal))).toEqual([]);
    expect(await refs(site)).toBe('');
  });

  test.each([10, 2_000_000])('is an error when it loses its right on the way, %d bytes', async (bytes) => {
    await using site = await createBranchSite();
    const opened = await site.open();
    site.service.readOnly = true;
    const hero = await site.make('hero', { 'hero.png': randomBytes(bytes) });
    expect(await site.deliver(opened, { set: [hero] })).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining('`permissions: contents: write`') as unknown,
    });
  });
});

describe('a connection that breaks', () => {
  test.each<[string, Partial<BranchSite['service']['faults'][number]>]>([
    ['in the middle of what is sent', { kind: 'cut-request-after', bytes: 1000, times: 2 }],
    ['before anything is sent', { kind: 'reset-before', times: 2 }],
    ['while the server is down', { kind: 'status', status: 503, times: 3 }],
  ])('%s: the delivery goes on, and is made once', async (_, fault) => {
    await using site = await createBranchSite();
    const hero = await site.make('hero', { 'hero.png': randomBytes(500_000) });
    const opened = await site.open();
    site.service.faults.push({ match: PUSH, ...fault } as (typeof site.service.faults)[number]);

    committed(await site.deliver(opened, { set: [hero] }));

    expect(site.lines[0]).toMatch(/^Push 1 did not succeed: .+\. Trying again in \d/);
    expect(await readCommits(site.bare)).toHaveLength(1);
  });

  test.each([500_000, 2_000_000])(
    'after the server did all: it is seen on the branch, %d bytes',
    async (bytes) => {
      await using site = await createBranchSite();
      const hero = await site.make('hero', { 'hero.png': randomBytes(bytes) });
      const opened = await site.open();
      // Both of what is sent ahead and of the branch, whose first request may be a question only.
      site.service.faults.push({ match: PUSH, kind: 'cut-response-after', bytes: 1, times: 5 });

      const delivery = committed(await site.deliver(opened, { set: [hero] }));

      const commits = await readCommits(site.bare);
      expect(commits.map(({ id }) => id)).toEqual([delivery.commit]);
      expect(delivery.changed).toEqual(['README.md', 'edits.lock.json', 'hero.png']);
      expect(await refs(site)).toBe('refs/heads/assets\n');
    },
  );

  test('and does not come back: it ends with the time of the run', async () => {
    await using site = await createBranchSite();
    const hero = await site.make('hero', { 'hero.png': 'hero' });
    const opened = await site.open();
    site.service.faults.push({ match: /./, kind: 'status', status: 503, times: 1000 });
    const over = new AbortController();
    let sleeps = 0;
    const clock = {
      ...hurriedClock,
      sleep: async (ms: number, signal?: AbortSignal) => {
        sleeps += 1;
        if (sleeps === 12) over.abort(new Error('the run was not done within 1 m'));
        await hurriedClock.sleep(ms, signal);
      },
    };

    const delivery = await site.deliver(opened, { set: [hero] }, { clock, signal: over.signal });

    expect(delivery).toMatchObject({
      kind: 'failed',
      message: expect.stringMatching(/: as asked for; the run was not done within 1 m\.$/) as unknown,
    });
    expect(await pictures(site)).toEqual({});
  });
});

test('no message holds the token', async () => {
  await using site = await createBranchSite();
  const wrong = await site.tryOpen({ token: `${TOKEN}x` });
  expect(JSON.stringify(wrong)).not.toContain(TOKEN);
});
