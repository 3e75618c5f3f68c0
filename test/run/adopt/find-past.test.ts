import { expect, test } from 'vitest';

import { findPast } from '../../../src/run/adopt/find-past.ts';
import {
  committed,
  createDeliveryStage,
  openDeps,
  type DeliveryStage,
} from '../../deliver/branch/delivery-stage.ts';
import { makePicture } from '../../support/stage.ts';

const { signal } = new AbortController();
const deps = openDeps([], signal);

/** Delivers a picture of the edit `mug`, and gives the fingerprint that the lock file has for it and the commit. */
async function deliver(stage: DeliveryStage, grey: number, fingerprint: string): Promise<string> {
  const change = await stage.make('mug', { 'mug.png': await makePicture(grey) });
  const set = [{ ...change, entry: { ...change.entry, fingerprint } }];
  return committed(await stage.deliver(await stage.open(), { set })).commit;
}

const [OLD, OLDER, NEW, UNKNOWN] = ['1', '2', '3', '4'].map((digit) => digit.repeat(64)) as [
  string,
  string,
  string,
  string,
];

test('what the branch had before is offered with the commit that has it, and nothing is asked if it never had it', async () => {
  await using stage = await createDeliveryStage();
  const older = await deliver(stage, 60, OLDER);
  const old = await deliver(stage, 70, OLD);
  await deliver(stage, 80, NEW);
  const branch = await stage.open();
  const before = stage.service.requests.length;

  expect((await findPast(branch, new Set([NEW, UNKNOWN]), deps)).offers.size).toBe(0);
  expect((await findPast(undefined, new Set([OLD]), deps)).offers.size).toBe(0);
  expect(stage.service.requests).toHaveLength(before);

  const { offers, branches, faults } = await findPast(branch, new Set([OLD, OLDER, UNKNOWN]), deps);
  expect(faults).toEqual([]);
  expect(
    [...offers].map(([fingerprint, found]) => [
      fingerprint,
      ...found.map(({ on, id }) => [on.kind, on.branch, on.commit, id]),
    ]),
  ).toEqual([
    [OLD, ['history', 'assets', old, 'mug']],
    [OLDER, ['history', 'assets', older, 'mug']],
  ]);
  expect(branches.map(({ tip }) => tip)).toEqual([old, older]);
});

test('a server that does not answer is a fault: the pictures may be there, and would be paid for again', async () => {
  await using stage = await createDeliveryStage();
  await deliver(stage, 60, OLD);
  await deliver(stage, 70, NEW);
  const branch = await stage.open();
  stage.service.faults.push({ match: /./, kind: 'status', status: 403, text: 'no', times: 100 });
  const { offers, faults } = await findPast(branch, new Set([OLD]), deps);
  expect(offers.size).toBe(0);
  expect(faults.map(({ severity, message }) => [severity, message.slice(0, 52)])).toEqual([
    ['error', 'Earlier pictures of branch `assets` cannot be read: '],
  ]);
});
