import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';

import { checkOrigin } from '../../../src/run/prepare/check-origin.ts';
import { run } from '../../../src/run/run.ts';
import { readEvent, type RunnerEvent } from '../../../src/runner/read-event.ts';
import { createRunStage, specOf } from '../run-stage.ts';
import { createWorldStage } from '../../support/world-stage.ts';

const never = new AbortController().signal;

async function check(name: string, origin: RunnerEvent['origin'], allowForks = false) {
  await using here = await createWorldStage('');
  const event: RunnerEvent = { name, isPrivate: false, origin };
  const world = { ...here.world, readEvent: async () => await Promise.resolve(event) };
  const problem = await checkOrigin({ allowForks, githubToken: '' }, world, never);
  return problem?.message;
}

it.each([
  ['push', { kind: 'own' }, undefined],
  ['pull_request_target', { kind: 'fork', repository: 'evil/shop' }, 'runs on the fork evil/shop,'],
  ['workflow_run', { kind: 'fork', repository: undefined }, 'runs on a fork that was deleted,'],
  ['issue_comment', { kind: 'pull-request', number: 5 }, 'runs on pull request 5, which may come'],
  ['pull_request', { kind: 'unknown' }, 'runs on a pull request that may come from a fork'],
] as const)('%s, %j: %s', async (name, origin, why) => {
  const message = await check(name, origin);
  if (why === undefined) expect(message).toBeUndefined();
  else {
    expect(message).toContain(`Nothing was sent: the event \`${name}\` ${why}`);
    expect(message).toContain('`allow-forks: true`');
  }
  expect(await check(name, origin, true)).toBeUndefined();
});

it.each([false, true])(
  'a run on the code of a fork pays and pushes only if that is allowed: %s',
  async (allowForks) => {
    await using stage = await createRunStage();
    await using here = await stage.world(specOf(1));
    const file = path.join(here.world.temp, 'event.json');
    const repository = { full_name: 'acme/shop', private: true };
    await writeFile(
      file,
      JSON.stringify({ repository, pull_request: { head: { repo: { full_name: 'evil/shop' } } } }),
    );
    const source = { name: 'pull_request_target', file, repository: 'acme/shop' };
    const before = stage.git.requests.length;

    const end = await run(stage.inputs({ allowForks }), {
      ...here.world,
      readEvent: async () => await Promise.resolve(readEvent(source, here.world.log)),
    });

    expect(stage.emulator.ledger).toHaveLength(allowForks ? 1 : 0);
    if (allowForks) expect(end).toEqual({});
    else {
      expect(end.failure).toBe('Nothing was sent: 1 problem, all in the log and the job summary.');
      expect(stage.git.requests.length).toBe(before);
    }
  },
);
