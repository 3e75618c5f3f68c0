import { expect, it } from 'vitest';

import type { ActionInputs } from '../../src/inputs/types.ts';
import { run } from '../../src/run/run.ts';
import { readBranch } from '../support/bare-repository.ts';
import { createRunStage, specOf, type RunStage } from './run-stage.ts';

/** A run that delivers to `branch`, and at whose start `meanwhile` happens. */
async function runOnce(
  stage: RunStage,
  name: string,
  changes: Partial<ActionInputs>,
  meanwhile: () => Promise<unknown> = async () => {
    await Promise.resolve();
  },
): Promise<Record<string, string>> {
  await using here = await stage.world(specOf(1), name);
  const { world } = here;
  let first: Promise<unknown> | undefined;
  const readEvent: typeof world.readEvent = async () => {
    await (first ??= meanwhile());
    return await world.readEvent();
  };
  await run(stage.inputs(changes), { ...world, readEvent });
  return { ...here.outputs, log: here.lines.join('\n') };
}

it.each([[[]], [['e1']]])(
  'what another run delivers to another destination after this one began is not paid for again (force: %j)',
  async (force) => {
    await using stage = await createRunStage();
    const own = await runOnce(stage, '8', { branch: 'second', force }, async () => {
      const other = await runOnce(stage, '7', { branch: 'first' });
      expect(other, other['log']).toMatchObject({ outcome: 'success' });
    });
    expect(own, own['log']).toMatchObject({ outcome: 'success' });
    expect([...(await readBranch(stage.repository, 'second')).keys()]).toContain('e1.jpg');
    expect(stage.emulator.ledger).toHaveLength(1);
    expect(await stage.ledger()).toEqual([]);
  },
);

it('what another run delivered to another destination before this one began is made again', async () => {
  await using stage = await createRunStage();
  await runOnce(stage, '7', { branch: 'first' });
  const own = await runOnce(stage, '8', { branch: 'second' });
  expect(own, own['log']).toMatchObject({ outcome: 'success' });
  expect(stage.emulator.ledger).toHaveLength(2);
});

it.each<[string, Partial<ActionInputs>, Partial<ActionInputs>]>([
  ['another branch', { branch: 'first' }, { branch: 'second' }],
  ['another folder', { branchDirectory: 'first' }, { branchDirectory: 'second' }],
])(
  'what another run delivered to %s, and this one failed to fetch, the next run fetches without paying',
  async (_, others, own) => {
    await using stage = await createRunStage();
    const failed = await runOnce(stage, '8', { ...own, outputHosts: [] }, async () => {
      const other = await runOnce(stage, '7', others);
      expect(other, other['log']).toMatchObject({ outcome: 'success' });
    });
    expect(failed, failed['log']).toMatchObject({ outcome: 'failed' });
    const next = await runOnce(stage, '9', own);
    expect(next, next['log']).toMatchObject({ outcome: 'success' });
    expect(stage.emulator.ledger).toHaveLength(1);
    expect(await stage.ledger()).toEqual([]);
  },
);

it('an output whose host a setting does not allow is fetched once it is allowed, also if the edit is forced', async () => {
  await using stage = await createRunStage();
  const failed = await runOnce(stage, '7', { outputHosts: [] });
  expect(failed['log']).toContain('Another run with the same settings gets the same.');
  const forced = await runOnce(stage, '8', { force: ['e1'] });
  expect(forced, forced['log']).toMatchObject({ outcome: 'success' });
  expect(stage.emulator.ledger).toHaveLength(1);
});
