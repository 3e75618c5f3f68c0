import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEmulator, type Emulator } from '../../emulator/emulator.ts';
import type { Fault } from '../../emulator/fault.ts';
import { call, finished, imageOf, resultOf, smallInput, statusOf, submit, submitPrompt } from './client.ts';

let emulator: Emulator;
beforeEach(async () => {
  emulator = await createEmulator({ serviceMs: 1, render: 'flat' });
});
afterEach(async () => {
  await emulator.close();
});

/** A submit's raw answer, or the word for a connection that broke. */
async function rawSubmit(
  signal?: AbortSignal,
): Promise<{ status: number; text: string; headers: Headers } | 'broken'> {
  try {
    const response = await fetch(`${emulator.apiUrl}/v1/models/${emulator.modelId}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { authorization: `Bearer ${emulator.token}`, 'content-type': 'application/json' },
      body: JSON.stringify(await smallInput('A mug')),
      ...(signal === undefined ? {} : { signal }),
    });
    return { status: response.status, text: await response.text(), headers: response.headers };
  } catch {
    return 'broken';
  }
}

const on = 'submit' as const;

describe('faults before a submit is accepted leave no trace in the ledger', () => {
  it.each<[Fault, object | 'broken']>([
    [{ on, kind: 'reset' }, 'broken'],
    [{ on, kind: 'status', status: 503 }, { status: 503 }],
    [
      { on, kind: 'status', status: 400, body: { code: 400002 }, headers: { 'x-a': 'b' } },
      { status: 400, text: '{"code":400002}' },
    ],
    [{ on, kind: 'rate-limit' }, { status: 429 }],
    [
      { on, kind: 'html' },
      { status: 200, text: expect.stringContaining('<html>') as unknown },
    ],
    [
      { on, kind: 'empty' },
      { status: 200, text: '' },
    ],
    [{ on, kind: 'redirect', to: 'https://example.com/' }, { status: 302 }],
    [
      { on, kind: 'error-body', code: 7, message: 'No' },
      { status: 200, text: '{"error_code":7,"error_message":"No"}' },
    ],
  ])('%j', async (fault, expected) => {
    emulator.faults.add({ ...fault, times: 1 });
    const answer = await rawSubmit();
    if (expected === 'broken') expect(answer).toBe('broken');
    else expect(answer).toMatchObject(expected);
    expect(emulator.ledger).toHaveLength(0);
    expect(await rawSubmit()).toMatchObject({ status: 200 });
    expect(emulator.ledger).toHaveLength(1);
  });
});

describe('accepted and paid for, and then the answer goes wrong', () => {
  it.each<[Fault, object | 'broken']>([
    [{ on, kind: 'reset', accepted: true }, 'broken'],
    [{ on, kind: 'status', status: 502, accepted: true }, { status: 502 }],
    [{ on, kind: 'status', status: 504, accepted: true }, { status: 504 }],
    [
      { on, kind: 'truncated' },
      { status: 200, text: expect.not.stringContaining('cancel_url') as unknown },
    ],
    [{ on, kind: 'truncated', contentLength: 'full' }, 'broken'],
    [
      { on, kind: 'no-id' },
      { status: 200, text: expect.not.stringContaining('request_id') as unknown },
    ],
    [{ on, kind: 'html', accepted: true }, { status: 200 }],
    [
      { on, kind: 'error-body', accepted: true },
      { status: 200, text: expect.stringContaining('error_code') as unknown },
    ],
  ])('%j', async (fault, expected) => {
    emulator.faults.add(fault);
    const answer = await rawSubmit();
    if (expected === 'broken') expect(answer).toBe('broken');
    else expect(answer).toMatchObject(expected);
    expect(emulator.ledger).toMatchObject([{ costUsd: 0.03, input: { prompt: 'A mug' } }]);
  });

  it('is no acceptance where the input is refused', async () => {
    emulator.faults.add({ on, kind: 'reset', accepted: true });
    expect(await submit(emulator, {})).toMatchObject({ status: 422 });
    expect(emulator.ledger).toHaveLength(0);
  });
});

describe('answers', () => {
  it('never come, or come late', async () => {
    emulator.faults.add({ on, kind: 'hang', nth: 1 });
    expect(await rawSubmit(AbortSignal.timeout(100))).toBe('broken');
    emulator.faults.clear();
    emulator.faults.add({ on, kind: 'latency', ms: 20 });
    expect(await rawSubmit()).toMatchObject({ status: 200 });
    emulator.faults.clear();
    emulator.faults.add({ on, kind: 'latency', ms: 60_000 });
    expect(await rawSubmit(AbortSignal.timeout(50))).toBe('broken');
  });

  it.each([
    [{ retryAfter: 2 }, '2'],
    [{ retryAfter: 'a while' }, 'a while'],
    [{ retryAfterDateMs: 60_000 }, expect.stringMatching(/GMT$/) as string],
    [{}, null],
  ])('429 with %j', async (more, header) => {
    emulator.faults.add({ on: 'price', kind: 'rate-limit', ...more });
    const { status, headers } = await call(emulator, 'GET', `/v1/models/${emulator.modelId}`);
    expect([status, headers.get('retry-after')]).toEqual([429, header]);
  });

  it('redirect to themselves', async () => {
    emulator.faults.add({ on, kind: 'redirect', to: 'self', status: 307 });
    const answer = await rawSubmit();
    expect(answer !== 'broken' && answer.headers.get('location')).toBe(`/v1/models/${emulator.modelId}`);
  });

  it('say other things about a job than are true', async () => {
    const id = await submitPrompt(emulator, 'A mug');
    await finished(emulator, id);
    emulator.faults.add({ on: 'status', kind: 'word', word: 'processing', nth: 1 });
    expect(await statusOf(emulator, id)).toMatchObject({ status: 'processing' });
    expect(await statusOf(emulator, id)).toMatchObject({ status: 'completed' });
    emulator.faults.add({ on: 'result', kind: 'no-cost', nth: 1 });
    expect(await resultOf(emulator, id)).not.toHaveProperty('cost');
    emulator.faults.clear();
    emulator.faults.add({ on: 'result', kind: 'no-output', nth: 1 });
    expect(await resultOf(emulator, id)).toMatchObject({ status: 'in_progress', output: {} });
    emulator.faults.add({ on: 'result', kind: 'no-output', status: 'succeeded', output: null, nth: 1 });
    expect(await resultOf(emulator, id)).toMatchObject({ status: 'succeeded', output: null });
    expect(imageOf(await resultOf(emulator, id))).toContain(id);
  });

  it('to a cancel may be lost after it was done, or before', async () => {
    emulator.faults.add({ on: 'job', kind: 'stuck', at: 'queue' });
    const id = await submitPrompt(emulator, 'A mug');
    emulator.faults.add({ on: 'cancel', kind: 'status', status: 500, nth: 1 });
    emulator.faults.add({ on: 'cancel', kind: 'status', status: 502, accepted: true, nth: 1 });
    expect((await call(emulator, 'POST', `/v1/requests/${id}/cancel`)).status).toBe(500);
    expect(await statusOf(emulator, id)).toMatchObject({ status: 'in_queue', queue_position: 1 });
    expect((await call(emulator, 'POST', `/v1/requests/${id}/cancel`)).status).toBe(502);
    expect(await statusOf(emulator, id)).toMatchObject({ status: 'cancelled' });
  });
});

describe('jobs', () => {
  it('fail, bring nothing, or bring something else', async () => {
    emulator.faults.add({ on: 'job', kind: 'fails', match: 'plain' });
    emulator.faults.add({ on: 'job', kind: 'no-output', match: 'nothing' });
    emulator.faults.add({ on: 'job', kind: 'images', count: 4, match: 'four' });
    emulator.faults.add({ on: 'job', kind: 'video', match: 'video' });
    emulator.faults.add({ on: 'job', kind: 'png', match: 'png' });
    const outcome = async (prompt: string): Promise<unknown> =>
      await finished(emulator, await submitPrompt(emulator, prompt));
    expect(await outcome('plain')).toMatchObject({ status: 'failed', error: expect.any(String) as unknown });
    expect(await outcome('nothing')).toMatchObject({ status: 'succeeded', output: {} });
    expect(await outcome('four')).toHaveProperty(['output', 'images', 'length'], 4);
    expect(await outcome('video')).toMatchObject({
      output: { video: expect.stringMatching(/\/1\.mp4$/) as unknown },
    });
    expect(await outcome('png')).toMatchObject({
      output: { image: expect.stringMatching(/\/1\.png$/) as unknown },
    });
    expect(emulator.ledger.map((entry) => entry.outputs.length)).toEqual([0, 0, 4, 1, 1]);
  });

  it('are held in the queue while others pass, or run for as long as is asked', async () => {
    emulator.faults.add({ on: 'job', kind: 'stuck', at: 'queue', match: 'held' });
    emulator.faults.add({ on: 'job', kind: 'lasts', ms: 60_000, match: 'long' });
    const held = await submitPrompt(emulator, 'held');
    const long = await submitPrompt(emulator, 'long');
    await finished(emulator, await submitPrompt(emulator, 'short'));
    expect(await statusOf(emulator, long)).toMatchObject({ status: 'in_progress' });
    expect(await statusOf(emulator, held)).toMatchObject({ status: 'in_queue' });
  });
});
