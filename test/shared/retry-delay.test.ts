import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { retryDelayMs } from '../../src/shared/retry-delay.ts';

describe('retryDelayMs', () => {
  test.each([
    [1, 0, undefined, 0],
    [1, 0.5, undefined, 250],
    [2, 0.5, undefined, 500],
    [3, 0.5, undefined, 1000],
    [7, 0.5, undefined, 15_000],
    [60, 0.5, undefined, 15_000],
    [2000, 0.5, undefined, 15_000],
    [1, 0, 2000, 2000],
    [9, 0.5, 2000, 2250],
    [1, 0.5, 0, 250],
    [7, 0.5, 0, 15_000],
  ])(
    'attempt %i with chance %d and Retry-After %s waits %i ms',
    (attempt, chance, retryAfterMs, expected) => {
      expect(retryDelayMs(attempt, () => chance, retryAfterMs)).toBe(expected);
    },
  );

  test('never waits longer than 30 s by itself, and never less than the server asked for', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 5000 }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        fc.option(fc.integer({ min: 0, max: 300_000 }), { nil: undefined }),
        (attempt, chance, retryAfterMs) => {
          const delay = retryDelayMs(attempt, () => chance, retryAfterMs);
          expect(delay).toBeGreaterThanOrEqual(retryAfterMs ?? 0);
          expect(delay).toBeLessThan(
            retryAfterMs === undefined || retryAfterMs === 0 ? 30_000 : retryAfterMs + 500,
          );
        },
      ),
    );
  });
});
