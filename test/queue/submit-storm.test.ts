import { describe, expect, test } from 'vitest';

import { ACCEPTED, submitTo } from './client-deps.ts';

describe('story 8: a storm of 429', () => {
  test.each<[string, Record<string, string>, number]>([
    ['seconds', { 'retry-after': '7' }, 7000],
    ['a date', { 'retry-after': 'Thu, 01 Jan 2026 00:00:05 GMT' }, 5000],
    ['absurd', { 'retry-after': '99999999' }, 300_000],
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
});
