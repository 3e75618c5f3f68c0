import { describe, expect, test } from 'vitest';

import type { JobResult, JobStatus } from '../../src/queue/types.ts';
import { readFrom, TOKEN } from './client-deps.ts';

type Body = Record<string, unknown>;

describe('words of /status', () => {
  test.each<[Body, JobStatus]>([
    [
      { status: 'in_queue', queue_position: 4 },
      { kind: 'queued', position: 4 },
    ],
    [{ status: 'in_queue', queue_position: 'soon' }, { kind: 'queued' }],
    [{ status: 'pending' }, { kind: 'queued' }],
    [{ status: 'waiting' }, { kind: 'queued' }],
    [{ status: 'in_progress' }, { kind: 'running' }],
    [{ status: 'starting' }, { kind: 'running' }],
    [{ status: 'processing' }, { kind: 'running' }],
    [{ status: 'completed', request_id: 'req-1', more: [1] }, { kind: 'ended' }],
    [{ status: 'succeeded' }, { kind: 'ended' }],
    [{ status: 'failed', error_code: 7 }, { kind: 'ended' }],
    [{ status: 'cancelled' }, { kind: 'cancelled' }],
    [{ status: 'canceled' }, { kind: 'cancelled' }],
    [{ status: 'in_queue', error_code: 0 }, { kind: 'queued' }],
    [{ status: `thinking of ${TOKEN}` }, { kind: 'unrecognized', word: 'thinking of [token]' }],
  ])('%j', async (body, value) => {
    const { answer } = await readFrom('status', (_, reply) => {
      reply.json(body);
    });
    expect(answer).toEqual({ ok: true, value });
  });
});

describe('words of /result', () => {
  const a = 'https://out.runcomfy.net/a.png';
  const b = 'https://out.runcomfy.net/b.mp4';
  test.each<[Body, JobResult]>([
    [{ status: 'in_queue' }, { kind: 'queued' }],
    [{ status: 'in_progress', output: {} }, { kind: 'running' }],
    [{ status: 'cancelled' }, { kind: 'cancelled' }],
    [
      { status: 'completed', output: { image: a } },
      { kind: 'succeeded', output: { urls: [a] } },
    ],
    [
      { status: 'completed', error: 'no face.' },
      { kind: 'failed', message: 'no face', isOutOfBalance: false },
    ],
    [{ status: 'completed' }, { kind: 'no-output' }],
    [{ status: 'pondering' }, { kind: 'unrecognized', word: 'pondering', hasEnded: false }],
    [
      { status: 'rendering', output: { image: a } },
      { kind: 'unrecognized', word: 'rendering', hasEnded: false },
    ],
    [
      { status: 'rendering', finished_at: 'now', output: a },
      { kind: 'succeeded', output: { urls: [a] } },
    ],
    [{ status: 'aborted' }, { kind: 'unrecognized', word: 'aborted', hasEnded: true }],
    [
      { status: 'expired', failure_reason: 'queue too long' },
      { kind: 'unrecognized', word: 'expired', hasEnded: true, reason: 'queue too long' },
    ],
    [{ output: a }, { kind: 'succeeded', output: { urls: [a] } }],
    [
      { status: 'succeeded', error_code: 7, error_message: 'odd', output: { image: a } },
      { kind: 'succeeded', output: { urls: [a] } },
    ],
    [
      { status: 'failed', failure_reason: 'nudity' },
      { kind: 'failed', message: 'nudity', isOutOfBalance: false },
    ],
    [
      { status: 'failed', error: { code: 'insufficient_balance', message: 'top up' } },
      { kind: 'failed', message: 'top up', isOutOfBalance: true },
    ],
    [
      { status: 'succeeded', output: { image: a }, cost: 0.03 },
      { kind: 'succeeded', output: { urls: [a] }, costUsd: 0.03 },
    ],
    [
      { status: 'succeeded', output: { image: a }, cost: 0 },
      { kind: 'succeeded', output: { urls: [a] }, costUsd: 0 },
    ],
    [
      { status: 'succeeded', output: { image: a }, cost: 'much' },
      { kind: 'succeeded', output: { urls: [a] } },
    ],
    [
      { status: 'succeeded', output: { videos: [b], images: [a, a], image: null, video: '' } },
      { kind: 'succeeded', output: { urls: [a, b] } },
    ],
    [
      {
        status: 'succeeded',
        output: { image: a },
        input: { image_urls: ['https://cdn.example.com/reference.png'] },
      },
      { kind: 'succeeded', output: { urls: [a] } },
    ],
    [{ status: 'succeeded' }, { kind: 'no-output' }],
    [{ status: 'succeeded', output: null }, { kind: 'no-output' }],
    [{ status: 'succeeded', output: [] }, { kind: 'no-output' }],
    [{ status: 'succeeded', output: { images: [] } }, { kind: 'no-output' }],
    [
      { status: 'failed', error: 'no\nface' },
      { kind: 'failed', message: 'no face', isOutOfBalance: false },
    ],
    [
      { status: 'failed', error: { code: 'E1', message: 'no face' }, cost: 0.01 },
      { kind: 'failed', message: 'no face', isOutOfBalance: false, costUsd: 0.01 },
    ],
    [
      { status: 'failed', error: { reason: 'x' } },
      { kind: 'failed', message: '{"reason":"x"}', isOutOfBalance: false },
    ],
    [
      { status: 'failed', error_code: 7, error_message: 'no face' },
      { kind: 'failed', message: 'no face', isOutOfBalance: false },
    ],
    [{ status: 'failed' }, { kind: 'failed', message: 'no reason was given', isOutOfBalance: false }],
  ])('%j', async (body, value) => {
    const { answer, requests } = await readFrom('result', (_, reply) => {
      reply.json(body);
    });
    expect(answer).toEqual({ ok: true, value });
    expect(requests.map(({ path }) => path)).toEqual(['/v1/requests/req-1/result?include_cost=true']);
  });
});
