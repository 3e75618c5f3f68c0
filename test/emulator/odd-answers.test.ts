import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ACCOUNT_ERRORS } from '../../emulator/account-error.ts';
import { createEmulator, type Emulator } from '../../emulator/emulator.ts';
import type { Fault } from '../../emulator/fault.ts';
import { ODD_FILES } from '../../emulator/odd-file.ts';
import { OUTPUT_SHAPES, shapeOutput } from '../../emulator/output-shape.ts';
import { call, finished, imageOf, smallInput, submit, submitPrompt } from './client.ts';

let emulator: Emulator;
beforeEach(async () => {
  emulator = await createEmulator({ serviceMs: 1, render: 'flat' });
});
afterEach(async () => {
  await emulator.close();
});

describe('a final answer in another shape', () => {
  it.each(OUTPUT_SHAPES)('%s', async (shape) => {
    const id = await submitPrompt(emulator, 'A mug');
    const plain = await finished(emulator, id);
    emulator.faults.add({ on: 'result', kind: 'shape', shape, word: 'completed' });
    const { body } = await call(emulator, 'GET', `/v1/requests/${id}/result`);
    const { output, error, status } = body;
    const expected = shapeOutput(plain['output'], shape);
    expect({ output, error, status }).toEqual({
      output: undefined,
      error: undefined,
      ...expected,
      status: 'completed',
    });
  });

  it('a failure with its reason under another key', async () => {
    const id = await submitPrompt(emulator, 'A mug');
    emulator.faults.add({ on: 'result', kind: 'failure-reason', reason: 'nudity' });
    expect(await finished(emulator, id)).toMatchObject({ status: 'failed', failure_reason: 'nudity' });
  });

  it('a good answer that asks to be left alone', async () => {
    const id = await submitPrompt(emulator, 'A mug');
    emulator.faults.add({ on: 'status', kind: 'retry-after', retryAfter: 7 });
    const { status, headers } = await call(emulator, 'GET', `/v1/requests/${id}/status`);
    expect([status, headers.get('retry-after')]).toEqual([200, '7']);
  });
});

it.each(ACCOUNT_ERRORS)('an account that is refused, %s: nothing is accepted', async (form) => {
  const fault: Fault = { on: 'submit', kind: 'refused', form };
  emulator.faults.add(fault);
  const { status } = await submit(emulator, await smallInput('A mug'));
  expect(status).toBe(Number(/\d+$/.exec(form)?.[0] ?? status));
  expect(status).toBeGreaterThanOrEqual(400);
  expect(emulator.ledger).toEqual([]);
});

it.each(ODD_FILES)('a whole file that is odd, %s: the same each time', async (file) => {
  emulator.faults.add({ on: 'download', kind: 'odd', file });
  const url = imageOf(await finished(emulator, await submitPrompt(emulator, 'A mug')));
  const [one, two] = await Promise.all(
    [1, 2].map(async () => Buffer.from(await (await fetch(url)).arrayBuffer())),
  );
  expect(one).toEqual(two);
  expect(one?.length).toBeGreaterThan(50);
  if (file === 'avif') expect((await sharp(one).metadata()).format).toBe('heif');
});

it('the catalog', async () => {
  const listed = await call(emulator, 'GET', '/v1/models?search=dreamina&include_schema=true&limit=10');
  expect(listed.body).toMatchObject({
    models: [{ model_id: emulator.modelId, price_unit: 'output' }],
    total: 1,
  });
  expect((await call(emulator, 'GET', '/v1/models?search=midjourney')).body).toEqual({
    models: [],
    total: 0,
  });
  expect((await call(emulator, 'GET', '/v1/models/categories')).body).toEqual({
    categories: ['image-to-image'],
  });
});
