import { expect, it } from 'vitest';

import type { ActionInputs } from '../../src/inputs/types.ts';
import { run } from '../../src/run/run.ts';
import type { World } from '../../src/runner/world.ts';
import { createRunStage, specOf, type RunStage } from './run-stage.ts';
import { readBranch } from '../support/bare-repository.ts';
import type { WorldStage } from '../support/world-stage.ts';

const HOUR_MS = 60 * 60_000;

/** A whole run of one edit. `log` is what it said. */
async function runOnce(
  stage: RunStage,
  name: string,
  changes: Partial<ActionInputs> = {},
  worldOf = (here: WorldStage): World => here.world,
): Promise<Record<string, string>> {
  await using here = await stage.world(specOf(1), name);
  await run(stage.inputs(changes), worldOf(here));
  return { ...here.outputs, log: here.lines.join('\n') };
}

/** The edit was sent and no answer came; it made its pictures even so, and no one knows. */
async function leaveUnknown(stage: RunStage): Promise<void> {
  stage.emulator.faults.add({ on: 'submit', kind: 'reset', accepted: true });
  expect(await runOnce(stage, '7')).toMatchObject({ outcome: 'incomplete', pending: '1' });
  stage.emulator.faults.clear();
}

async function statesOf(stage: RunStage): Promise<readonly string[]> {
  return (await stage.ledger()).map(({ state }) => state);
}

/** A plain run must hold the edit: it sends nothing, and says how to send it again. */
async function expectHeld(stage: RunStage, submits: number): Promise<void> {
  const plain = await runOnce(stage, '99');
  expect(plain, plain['log']).toMatchObject({ outcome: 'incomplete', pending: '1', succeeded: '0' });
  expect(plain['log']).toContain('on-unknown: resubmit');
  expect(stage.emulator.ledger).toHaveLength(submits);
}

/** The world of a run whose time is up as soon as its job is seen in the queue. */
function timeIsOverAtQueued({ world }: WorldStage, timeoutMs: number): World {
  let aheadMs = 0;
  const jumped = Promise.withResolvers<undefined>();
  const now = (): number => world.clock.now() + aheadMs;
  const sleep: World['clock']['sleep'] = async (ms, signal) => {
    const endMs = now() + ms;
    const isBefore = aheadMs === 0;
    const woken = new AbortController();
    const signals = [woken.signal, ...(signal === undefined ? [] : [signal])];
    const slept = world.clock.sleep(ms, AbortSignal.any(signals));
    await (isBefore ? Promise.race([slept, jumped.promise]) : slept);
    woken.abort();
    if (now() < endMs) await world.clock.sleep(endMs - now(), signal);
  };
  const info = (text: string): void => {
    world.log.info(text);
    if (aheadMs > 0 || !/^e1 {2}queued/.test(text)) return;
    aheadMs = timeoutMs;
    jumped.resolve(undefined);
  };
  return { ...world, clock: { now, monotonicMs: now, sleep }, log: { ...world.log, info } };
}

it('an unknown edit that is sent again with consent and fails is held as before', async () => {
  await using stage = await createRunStage();
  await leaveUnknown(stage);

  stage.emulator.faults.add({ on: 'job', kind: 'fails' });
  const again = await runOnce(stage, '8', { onUnknown: 'resubmit' });
  expect(again, again['log']).toMatchObject({ outcome: 'failed', failed: '1' });
  stage.emulator.faults.clear();

  expect(await statesOf(stage)).toEqual(['maybe-sent']);
  await expectHeld(stage, 2);
});

it('an unknown edit whose new job queues until the time of its run is over, and is cancelled, is held as before', async () => {
  await using stage = await createRunStage();
  await leaveUnknown(stage);

  stage.emulator.faults.add({ on: 'job', kind: 'stuck', at: 'queue' });
  const changes = { onUnknown: 'resubmit', timeoutMs: HOUR_MS } as const;
  const again = await runOnce(stage, '8', changes, (here) => timeIsOverAtQueued(here, HOUR_MS));
  expect(again, again['log']).toMatchObject({ outcome: 'incomplete', succeeded: '0' });
  stage.emulator.faults.clear();

  expect(stage.emulator.ledger.at(-1)?.state).toBe('cancelled');
  expect(await statesOf(stage)).toEqual(['maybe-sent']);
  await expectHeld(stage, 2);
});

it('an unknown edit whose new job outlives the time of its run is collected, and then nothing is held', async () => {
  await using stage = await createRunStage();
  await leaveUnknown(stage);

  stage.emulator.faults.add({ on: 'status', kind: 'word', word: 'in_queue' });
  const changes = { onUnknown: 'resubmit', onTimeout: 'leave', timeoutMs: HOUR_MS } as const;
  const again = await runOnce(stage, '8', changes, (here) => timeIsOverAtQueued(here, HOUR_MS));
  expect(again, again['log']).toMatchObject({ outcome: 'incomplete', pending: '1' });
  stage.emulator.faults.clear();
  expect(await statesOf(stage)).toEqual(['maybe-sent', 'accepted']);

  const next = await runOnce(stage, '9');
  expect(next, next['log']).toMatchObject({ outcome: 'success', succeeded: '1' });
  expect([...(await readBranch(stage.repository)).keys()]).toContain('e1.jpg');
  expect(stage.emulator.ledger).toHaveLength(2);
  expect(await statesOf(stage)).toEqual([]);
});

it('a lost job keeps its request id if the one that replaces it with consent fails', async () => {
  // A job is lost only once it is no longer young.
  let agoMs = 2 * HOUR_MS;
  const now = (): number => Date.now() - agoMs;
  await using stage = await createRunStage({ now });
  stage.emulator.faults.add({ on: 'result', kind: 'no-output', status: 'succeeded' });
  await runOnce(stage, '7', {}, ({ world }) => {
    const serverTime = async (): Promise<number> => await Promise.resolve(now());
    const github: World['github'] = (token) => ({ ...world.github(token), serverTime });
    return { ...world, clock: { ...world.clock, now }, github };
  });
  agoMs = 0;
  expect(await statesOf(stage)).toEqual(['accepted']);
  const lost = await runOnce(stage, '8');
  expect(lost, lost['log']).toMatchObject({ succeeded: '0' });
  const [entry] = await stage.ledger();
  expect(entry).toMatchObject({ state: 'lost', requestId: stage.emulator.ledger[0]?.requestId });
  stage.emulator.faults.clear();

  stage.emulator.faults.add({ on: 'job', kind: 'fails' });
  const again = await runOnce(stage, '9', { onUnknown: 'resubmit' });
  expect(again, again['log']).toMatchObject({ outcome: 'failed', failed: '1' });
  stage.emulator.faults.clear();

  expect(await stage.ledger()).toEqual([entry]);
  await expectHeld(stage, 2);
});
