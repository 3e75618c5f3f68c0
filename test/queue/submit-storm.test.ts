import { describe, expect, test } from 'vitest';

import { ACCEPTED, noAbort, submitTo } from './client-deps.ts';

const HALF_HOUR_MS = 30 * 60_000;

describe('story 8: a storm of 429', () => {
  test.each<[string, Record<string, string>, number]>([
    ['seconds', { 'retry-after': '7' }, 7000],
    ['a date', { 'retry-after': 'Thu, 01 Jan 2026 00:00:05 GMT' }, 5000],
    ['long, within the run', { 'retry-after': '540' }, 540_000],
    ['missing', {}, 0],
    ['negative', { 'retry-after': '-5' }, 0],
    ['words', { 'retry-after': 'soon' }, 0],
  ])('Retry-After: %s', async (_, headers, leastMs) => {
    let refusals = 0;
    const { answer, posts, waitedMs } = await submitTo((_request, reply) => {
      refusals += 1;
      if (refusals <= 1) reply.json({ error: 'slow down' }, 429, headers);
      else reply.json(ACCEPTED);
    });
    expect(answer.kind).toBe('accepted');
    expect(posts).toHaveLength(2);
    expect(waitedMs).toBeGreaterThanOrEqual(leastMs);
    expect(waitedMs).toBeLessThan(leastMs + 1000);
    expect(waitedMs).toBeGreaterThan(0);
  });

  test.each([
    ['seconds', '7200', '2026-01-01 02:00:00 UTC'],
    ['a date', 'Fri, 02 Jan 2026 08:00:00 GMT', '2026-01-02 08:00:00 UTC'],
    ['absurd', '9'.repeat(400), '2027-01-01 00:00:00 UTC'],
  ])('Retry-After beyond the end of the run, %s: it ends submitting at once', async (_, header, at) => {
    const { answer, posts, waitedMs } = await submitTo(
      (_request, reply) => {
        reply.json({ error: 'slow down' }, 429, { 'retry-after': header });
      },
      noAbort(),
      { leftMs: () => HALF_HOUR_MS },
    );
    if (answer.kind !== 'not-sent') throw new Error(answer.kind);
    expect(answer.error).toMatchObject({ code: 'rate-limited', stopsRun: true });
    expect(answer.error.message).toContain(`The service wants to be asked again at ${at}`);
    expect([posts.length, waitedMs]).toEqual([1, 0]);
  });

  test('Retry-After as a date: by the clock of the service, however wrong the one of this machine is', async () => {
    let refusals = 0;
    const { answer, waitedMs } = await submitTo(
      (_request, reply) => {
        reply.date(Date.UTC(2026, 0, 1, 2));
        refusals += 1;
        if (refusals <= 1) reply.json({}, 429, { 'retry-after': 'Thu, 01 Jan 2026 02:00:05 GMT' });
        else reply.json(ACCEPTED);
      },
      noAbort(),
      { leftMs: () => HALF_HOUR_MS },
    );
    expect(answer.kind).toBe('accepted');
    expect(waitedMs).toBeGreaterThanOrEqual(5000);
    expect(waitedMs).toBeLessThan(6000);
  });

  test('each try carries the key of the claim', async () => {
    let refusals = 0;
    const { posts } = await submitTo(
      (_request, reply) => {
        refusals += 1;
        if (refusals <= 2) reply.json({}, 429);
        else reply.json(ACCEPTED);
      },
      noAbort(),
      { key: 'claim-of-hero' },
    );
    expect(posts.map(({ headers }) => headers['idempotency-key'])).toEqual(
      Array.from({ length: 3 }, () => 'claim-of-hero'),
    );
  });
});
