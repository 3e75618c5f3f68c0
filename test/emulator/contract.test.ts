import { describe, expect, it } from 'vitest';
import { createEmulator } from '../../emulator/emulator.ts';
import { call, finished, resultOf, smallInput, statusOf, submit, submitPrompt } from './client.ts';

const quick = { serviceMs: 1, render: 'flat' } as const;

describe('the contract', () => {
  it('takes a submit and gives the addresses of the request', async () => {
    await using emulator = await createEmulator(quick);
    const { status, body } = await submit(emulator, await smallInput('A mug'));
    const id = String(body['request_id']);
    expect(status).toBe(200);
    expect(id).toMatch(/^[A-Za-z0-9_-]{1,128}$/);
    expect(body).toEqual({
      request_id: id,
      status_url: `${emulator.apiUrl}/v1/requests/${id}/status`,
      result_url: `${emulator.apiUrl}/v1/requests/${id}/result`,
      cancel_url: `${emulator.apiUrl}/v1/requests/${id}/cancel`,
    });
  });

  it('ends as completed, and the result has success, times and, when asked, the cost', async () => {
    await using emulator = await createEmulator({ ...quick, priceUsd: 0.05 });
    const id = await submitPrompt(emulator, 'A mug');
    const result = await finished(emulator, id);
    expect(await statusOf(emulator, id)).toMatchObject({ request_id: id, status: 'completed' });
    expect(result).toMatchObject({
      request_id: id,
      status: 'succeeded',
      cost: 0.05,
      input: { prompt: 'A mug' },
      output: { image: `http://${emulator.outputsHost}/${id}/1.jpg` },
    });
    expect(Date.parse(String(result['finished_at']))).toBeGreaterThanOrEqual(
      Date.parse(String(result['created_at'])),
    );
    const { body } = await call(emulator, 'GET', `/v1/requests/${id}/result`);
    expect(body).not.toHaveProperty('cost');
  });

  it('says what the model costs', async () => {
    await using emulator = await createEmulator({ ...quick, priceUsd: 0.04 });
    const { body } = await call(emulator, 'GET', `/v1/models/${emulator.modelId}`);
    expect(body).toMatchObject({ model_id: emulator.modelId, base_price_usd: 0.04, price_unit: 'output' });
    expect(body['input_schema']).toMatchObject({ required: ['image_urls', 'prompt'] });
  });

  it('runs as many jobs as it has capacity, gives the others their position, and cancels only those', async () => {
    await using emulator = await createEmulator({ ...quick, capacity: 1 });
    emulator.faults.add({ on: 'job', kind: 'stuck', match: 'first' });
    const first = await submitPrompt(emulator, 'first');
    const second = await submitPrompt(emulator, 'second');
    const third = await submitPrompt(emulator, 'third');
    expect(await statusOf(emulator, first)).toMatchObject({ status: 'in_progress' });
    expect(await statusOf(emulator, first)).not.toHaveProperty('queue_position');
    expect(await statusOf(emulator, second)).toMatchObject({ status: 'in_queue', queue_position: 1 });
    expect(await statusOf(emulator, third)).toMatchObject({ status: 'in_queue', queue_position: 2 });
    expect(await resultOf(emulator, third)).toMatchObject({ status: 'in_queue', finished_at: null });

    const running = await call(emulator, 'POST', `/v1/requests/${first}/cancel`);
    expect(running).toMatchObject({
      status: 202,
      body: { status: 'in_progress', outcome: 'not_cancellable' },
    });
    const queued = await call(emulator, 'POST', `/v1/requests/${second}/cancel`);
    expect(queued).toMatchObject({ status: 202, body: { status: 'cancelled', outcome: 'cancelled' } });
    expect(await statusOf(emulator, second)).toMatchObject({ status: 'cancelled' });
    expect(await resultOf(emulator, second)).toMatchObject({ status: 'cancelled', cost: 0 });
    expect(await statusOf(emulator, third)).toMatchObject({ queue_position: 1 });
    expect(emulator.ledger.map(({ state, costUsd }) => [state, costUsd])).toEqual([
      ['in_progress', 0.03],
      ['cancelled', 0],
      ['in_queue', 0.03],
    ]);
  });

  it('goes on with the queue when a job has ended, failed or not', async () => {
    await using emulator = await createEmulator({ ...quick, capacity: 1 });
    emulator.faults.add({ on: 'job', kind: 'fails', match: 'job 2', error: { code: 'Moderation' } });
    const ids = await Promise.all([1, 2, 3].map(async (n) => await submitPrompt(emulator, `job ${n}`)));
    const results = await Promise.all(ids.map(async (id) => await finished(emulator, id)));
    expect(results.map((result) => result['status'])).toEqual(['succeeded', 'failed', 'succeeded']);
    expect(results[1]).toMatchObject({ error: { code: 'Moderation' }, cost: 0 });
    expect(await statusOf(emulator, ids[1] ?? '')).toMatchObject({ status: 'completed' });
  });

  it('makes one picture when forced to, else as many as were asked for', async () => {
    await using emulator = await createEmulator({ ...quick, imagesPerJob: 3 });
    const single = await finished(emulator, await submitPrompt(emulator, 'one', { force_single: true }));
    const several = await finished(emulator, await submitPrompt(emulator, 'many'));
    expect(single['output']).toHaveProperty('image');
    expect(several['output']).toHaveProperty(['images', 'length'], 3);
    expect(several['cost']).toBe(0.09);
  });
});
