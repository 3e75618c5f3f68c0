import { expect, it } from 'vitest';

import { openAssetsBranch } from '../../../src/run/prepare/open-assets-branch.ts';
import { createDeliveredReader } from '../../../src/run/make/read-delivered.ts';
import { run } from '../../../src/run/run.ts';
import { createRunStage, specOf } from '../run-stage.ts';
import { commitByOther } from '../../support/bare-repository.ts';
import { createWorldStage } from '../../support/world-stage.ts';

const never = new AbortController().signal;

it('finds what came onto the branch since it was read, and says why it cannot be read', async () => {
  await using stage = await createRunStage();
  await using here = await stage.world(specOf(2));
  const world = { ...here.world, random: () => 0 };
  await using assets = await openAssetsBranch(stage.inputs(), world, never);
  const { opened } = assets;
  if (!opened.ok || opened.value === undefined) throw new Error('no branch');
  const read = createDeliveredReader(opened.value.own, world, never);
  expect(await read()).toEqual({ ok: true, value: new Map() });

  await run(stage.inputs(), world);
  const [first, second] = await Promise.all([read(), read()]);
  expect(first).toEqual(second);
  expect(first.ok && [...first.value.values()].map(({ files }) => files[0]?.path)).toEqual([
    'e1.jpg',
    'e2.jpg',
  ]);

  const fault = { match: /info\/refs/, times: Infinity, kind: 'status' } as const;
  stage.git.faults.push({ ...fault, status: 503 });
  expect(await read()).toMatchObject({ ok: false, error: { kind: 'unreachable' } });
  stage.git.faults.splice(0, 1, { ...fault, status: 403 });
  expect(await read()).toMatchObject({ ok: false, error: { kind: 'denied' } });
  stage.git.faults.length = 0;
  const stopped = createDeliveredReader(opened.value.own, world, AbortSignal.abort(new Error('stop')));
  expect(await stopped()).toMatchObject({ ok: false, error: { kind: 'stopped' } });
  await commitByOther(stage.repository, { 'edits.lock.json': '{' });
  expect(await read()).toMatchObject({ ok: false, error: { kind: 'damaged' } });
});

it('finds nothing without a branch', async () => {
  await using here = await createWorldStage('');
  expect(await createDeliveredReader(undefined, here.world, never)()).toEqual({ ok: true, value: new Map() });
});
