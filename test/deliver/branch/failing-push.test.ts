import { randomBytes } from 'node:crypto';
import { chmod, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

import { checkBranchWritable } from '../../../src/deliver/branch/open-branch.ts';
import { readCommits, runGit } from '../../support/bare-repository.ts';
import {
  committed,
  createDeliveryStage,
  hurriedClock,
  pictures,
  TOKEN,
  type DeliveryStage,
  openDeps,
} from './delivery-stage.ts';

const PUSH = /^POST .*git-receive-pack/;

/** Lets the server refuse pushes to branches, as a protected one does. */
async function protect(stage: DeliveryStage): Promise<void> {
  const hook = path.join(stage.bare, 'hooks', 'pre-receive');
  const script =
    'grep -q refs/heads/ || exit 0; echo "GH006: Protected branch update failed for refs/heads/assets." >&2; exit 1';
  await writeFile(hook, `#!/bin/sh\n${script}\n`);
  await chmod(hook, 0o755);
}

async function refs(stage: DeliveryStage): Promise<string> {
  return (await runGit(stage.bare, ['for-each-ref', '--format=%(refname)'])).toString();
}

describe.each([10, 2_000_000])('a protected branch, %d bytes', (bytes) => {
  test('the delivery fails with the words of the server, and leaves nothing behind', async () => {
    await using stage = await createDeliveryStage();
    const opened = await stage.open();
    await protect(stage);

    const hero = await stage.make('hero', { 'hero.png': randomBytes(bytes) });
    const delivery = await stage.deliver(opened, { set: [hero] });

    expect(delivery).toEqual({
      kind: 'failed',
      branch: 'assets',
      directory: '',
      message:
        "Branch `assets` cannot be written to: GH006: Protected branch update failed for refs/heads/assets (pre-receive hook declined). Allow github-actions[bot] to push to it in the repository's branch protection or rulesets, or choose another `branch`.",
      left: [],
    });
    expect(await refs(stage)).toBe('');
    expect(stage.lines).toEqual([]);
  });
});

describe('a token that may only read', () => {
  test('is found out before anything is made', async () => {
    await using stage = await createDeliveryStage({ readOnly: true });
    const opened = await stage.open();
    const before = stage.service.requests.length;

    expect(await checkBranchWritable([], opened, openDeps([], new AbortController().signal))).toEqual([
      {
        severity: 'error',
        message:
          'Branch `assets` cannot be written to: Write access to repository not granted. Give the job `permissions: contents: write`, or a token with that right in the input `github-token`.',
      },
    ]);
    expect(stage.service.requests.length - before).toBe(1);
    stage.service.readOnly = false;
    expect(await checkBranchWritable([], opened, openDeps([], new AbortController().signal))).toEqual([]);
    expect(await refs(stage)).toBe('');
  });

  test.each([10, 2_000_000])('is an error when it loses its right on the way, %d bytes', async (bytes) => {
    await using stage = await createDeliveryStage();
    const opened = await stage.open();
    stage.service.readOnly = true;
    const hero = await stage.make('hero', { 'hero.png': randomBytes(bytes) });
    expect(await stage.deliver(opened, { set: [hero] })).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining('`permissions: contents: write`') as unknown,
    });
  });
});

describe('a connection that breaks', () => {
  test.each<[string, Partial<DeliveryStage['service']['faults'][number]>]>([
    ['in the middle of what is sent', { kind: 'cut-request-after', bytes: 1000, times: 2 }],
    ['before anything is sent', { kind: 'reset-before', times: 2 }],
    ['while the server is down', { kind: 'status', status: 503, times: 3 }],
  ])('%s: the delivery goes on, and is made once', async (_, fault) => {
    await using stage = await createDeliveryStage();
    const hero = await stage.make('hero', { 'hero.png': randomBytes(500_000) });
    const opened = await stage.open();
    stage.service.faults.push({ match: PUSH, ...fault } as (typeof stage.service.faults)[number]);

    committed(await stage.deliver(opened, { set: [hero] }));

    expect(stage.lines[0]).toMatch(/^Push 1 did not succeed: .+\. Trying again in \d/);
    expect(await readCommits(stage.bare)).toHaveLength(1);
  });

  test.each([500_000, 2_000_000])(
    'after the server did all: it is seen on the branch, %d bytes',
    async (bytes) => {
      await using stage = await createDeliveryStage();
      const hero = await stage.make('hero', { 'hero.png': randomBytes(bytes) });
      const opened = await stage.open();
      // Both of what is sent ahead and of the branch, whose first request may be a question only.
      stage.service.faults.push({ match: PUSH, kind: 'cut-response-after', bytes: 1, times: 5 });

      const delivery = committed(await stage.deliver(opened, { set: [hero] }));

      const commits = await readCommits(stage.bare);
      expect(commits.map(({ id }) => id)).toEqual([delivery.commit]);
      expect(delivery.changed).toEqual(['README.md', 'edits.lock.json', 'hero.png']);
      expect(await refs(stage)).toBe('refs/heads/assets\n');
    },
  );

  test('and does not come back: it ends with the time of the run', async () => {
    await using stage = await createDeliveryStage();
    const hero = await stage.make('hero', { 'hero.png': 'hero' });
    const opened = await stage.open();
    stage.service.faults.push({ match: /./, kind: 'status', status: 503, times: 1000 });
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

    const delivery = await stage.deliver(opened, { set: [hero] }, { clock, signal: over.signal });

    expect(delivery).toMatchObject({
      kind: 'failed',
      message: expect.stringMatching(/: as asked for; the run was not done within 1 m\.$/) as unknown,
    });
    expect(await pictures(stage)).toEqual({});
  });
});

test('no message holds the token', async () => {
  await using stage = await createDeliveryStage();
  const wrong = await stage.tryOpen({ token: `${TOKEN}x` });
  expect(JSON.stringify(wrong)).not.toContain(TOKEN);
});
