import { expect, it } from 'vitest';

import { checkDelivery } from '../../../src/run/prepare/check-delivery.ts';
import { run } from '../../../src/run/run.ts';
import type { DeliveryWay } from '../../../src/inputs/types.ts';
import { makeEdit } from '../../jobs/run-plan.ts';
import { createRunStage, specOf } from '../run-stage.ts';
import { createWorldStage } from '../../support/world-stage.ts';

const MIB = 1024 * 1024;
const size = { width: 1024, height: 1024, wire: '1024x1024(1:1)' };
const submits = [makeEdit('one', { size }), makeEdit('two', { size: { ...size, width: 512 } })];

async function check(deliver: readonly DeliveryWay[], free: number | undefined, env = {}) {
  await using here = await createWorldStage('', env);
  const world = { ...here.world, freeBytes: async () => await Promise.resolve(free) };
  return (await checkDelivery(submits, { deliver }, world)).map(({ message }) => message);
}

it.each([
  [['artifact'], undefined, 0],
  [['artifact'], 4 * MIB, 0],
  [['artifact'], 4 * MIB - 1, 1],
  [['branch'], 8 * MIB, 0],
  [['artifact', 'branch'], 8 * MIB - 1, 1],
] as const)(
  'delivery to %j with %s bytes of free disk space has %i problems',
  async (deliver, free, count) => {
    const messages = await check(deliver, free);
    expect(messages).toHaveLength(count);
    for (const message of messages)
      expect(message).toMatch(/^Nothing was sent: the disk of .* MiB left.*may need/);
  },
);

it('only a run that uploads an artifact needs the service for it', async () => {
  const env = { ACTIONS_RUNTIME_TOKEN: '' };
  expect(await check(['branch'], undefined, env)).toEqual([]);
  expect(await check(['artifact'], 1, env)).toEqual([
    expect.stringMatching(/^Nothing was sent: .*ACTIONS_RUNTIME_TOKEN not set.*`deliver: branch`/),
    expect.stringMatching(/^Nothing was sent: the disk/),
  ]);
});

it.each([
  { GITHUB_SERVER_URL: 'https://github.corp.example' },
  { ACTIONS_RUNTIME_TOKEN: '', ACTIONS_RESULTS_URL: '' },
])('nothing is paid for that can be delivered nowhere: %j', async (env) => {
  await using stage = await createRunStage();
  await using here = await createWorldStage(specOf(1), env);

  const end = await run(stage.inputs({ deliver: ['artifact'], ledger: 'none' }), here.world);

  expect(end.failure).toBe('Nothing was sent: 1 problem, all in the log and the job summary.');
  expect(stage.emulator.requests).toEqual([]);
});
