import { readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';

import { createUnchangedOutputs, unchangedBytes } from '../../../src/run/make/unchanged-outputs.ts';
import type { PlannedEdit } from '../../../src/plan/types.ts';
import { committed, createDeliveryStage, type DeliveryStage } from '../../deliver/branch/delivery-stage.ts';
import { startFakeService } from '../../support/fake-service.ts';
import { createJobScript, succeeded } from '../../support/job-script.ts';
import { makeEdit } from '../../jobs/run-plan.ts';
import { connectClient } from '../../queue/client-deps.ts';

const { signal } = new AbortController();

const makePicture = (
  stage: DeliveryStage,
  id: string,
  text = `picture of ${id}`,
): ReturnType<DeliveryStage['make']> => stage.make(id, { [`${id}.png`]: text }, `req-${id}`);

/** Puts the picture of an edit on the branch. */
async function commitPicture(stage: DeliveryStage, id: string, text?: string): Promise<void> {
  committed(await stage.deliver(await stage.open(), { set: [await makePicture(stage, id, text)] }));
}

/** An unchanged edit whose picture is on the branch; what the lock file says of its length can be changed. */
async function keep(
  stage: DeliveryStage,
  id: string,
  { text, ...more }: { text?: string; bytes?: number } = {},
): Promise<PlannedEdit> {
  const { entry } = await makePicture(stage, id, text);
  const files = entry.files.map((file) => ({ ...file, ...more }));
  return makeEdit(id, { action: { kind: 'unchanged', from: id, entry: { ...entry, files }, files } });
}

test('a picture goes as bytes, and comes from the branch once, however many ask', async () => {
  await using stage = await createDeliveryStage();
  await using api = await startFakeService(createJobScript().script);
  await using queue = connectClient(api.url, {});
  await commitPicture(stage, 'cutout');
  const edit = await keep(stage, 'cutout');
  const opened = await stage.open();
  const before = stage.service.requests.length;
  const files = await readdir(stage.root);
  {
    await using outputs = createUnchangedOutputs({
      others: new Map(),
      branch: opened,
      queue,
      temp: stage.root,
    });
    const picture = { type: 'image/png', bytes: Buffer.from('picture of cutout') };
    const answers = await Promise.all([outputs.open(edit, signal), outputs.open(edit, signal)]);
    expect(answers).toEqual([
      { ok: true, value: picture },
      { ok: true, value: picture },
    ]);
    expect(unchangedBytes(edit)).toBe('picture of cutout'.length);
  }
  const asked = stage.service.requests.slice(before).filter(({ path }) => path.includes('info/refs'));
  expect(asked).toHaveLength(1);
  expect(await readdir(stage.root)).toEqual(files);
});

test('a picture goes whole, whatever length the lock file says', async () => {
  await using stage = await createDeliveryStage();
  await using api = await startFakeService(createJobScript().script);
  await using queue = connectClient(api.url, {});
  await commitPicture(stage, 'cutout');
  const edit = await keep(stage, 'cutout', { bytes: 7 });
  await using outputs = createUnchangedOutputs({
    others: new Map(),
    branch: await stage.open(),
    queue,
    temp: stage.root,
  });
  const picture = { type: 'image/png', bytes: Buffer.from('picture of cutout') };
  expect(await outputs.open(edit, signal)).toEqual({ ok: true, value: picture });
});

test('a picture too large for bytes does not go as bytes, though the lock file says that it is small', async () => {
  await using stage = await createDeliveryStage();
  const body = {
    request_id: 'req-poster',
    status: 'completed',
    ...succeeded('https://outputs.example/fresh.png'),
  };
  await using api = await startFakeService((_request, answer) => {
    answer.json(body);
  });
  await using queue = connectClient(api.url, {});
  const text = 'x'.repeat(6 * 1024 * 1024 + 1);
  await commitPicture(stage, 'poster', text);
  const edit = await keep(stage, 'poster', { text, bytes: 7 });
  await using outputs = createUnchangedOutputs({
    others: new Map(),
    branch: await stage.open(),
    queue,
    temp: stage.root,
  });
  expect(await outputs.open(edit, signal)).toEqual({ ok: true, value: 'https://outputs.example/fresh.png' });
});

test.each([
  [
    'a picture too large for bytes goes by a fresh address of the service',
    { request_id: 'req-poster', status: 'completed', ...succeeded('https://outputs.example/fresh.png') },
    200,
    { ok: true, value: 'https://outputs.example/fresh.png' },
  ],
  [
    'if the service no longer has it, the message says how to make it again',
    { code: 404001, error: 'ResourceNotFound' },
    404,
    {
      ok: false,
      error: expect.stringMatching(/^Cannot send the output of poster: .*force: poster/) as string,
    },
  ],
])('%s', async (_, body, status, expected) => {
  await using stage = await createDeliveryStage();
  await using api = await startFakeService((_request, answer) => {
    answer.json(body, status);
  });
  await using queue = connectClient(api.url, {});
  const edit = await keep(stage, 'poster', { bytes: 7 * 1024 * 1024 });
  const opened = await stage.open();
  await using outputs = createUnchangedOutputs({
    others: new Map(),
    branch: opened,
    queue,
    temp: stage.root,
  });
  expect(await outputs.open(edit, signal)).toEqual(expected);
  expect(unchangedBytes(edit)).toBe(0);
});

test('a picture that is no longer on the branch is an error, not a wrong picture', async () => {
  await using stage = await createDeliveryStage();
  await using api = await startFakeService(createJobScript().script);
  await using queue = connectClient(api.url, {});
  const opened = await stage.open();
  await using outputs = createUnchangedOutputs({
    others: new Map(),
    branch: opened,
    queue,
    temp: stage.root,
  });
  expect(await outputs.open(await keep(stage, 'gone'), signal)).toMatchObject({ ok: false });
});
