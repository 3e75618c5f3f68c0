import { describe, expect, test } from 'vitest';

import { countFailure, nextTryMs, NO_FAILURES, type FailureCount } from '../../src/download/next-try.ts';
import type { DownloadFailure, DownloadLimits } from '../../src/download/types.ts';

const limits: DownloadLimits = {
  maxBytes: 1,
  vanishedTries: 4,
  damagedTries: 4,
  atOnce: 8,
  silenceMs: 1,
};

function failure(kind: DownloadFailure['kind'], more: object = {}): DownloadFailure {
  return { kind, host: 'h', reason: 'r', ...more };
}

/** How long a download that only ever fails in this way goes on. */
function failAlways(
  kind: DownloadFailure['kind'],
  random = (): number => 0.5,
): { tries: number; tookMs: number } {
  let count: FailureCount = NO_FAILURES;
  let nowMs = 0;
  for (let tries = 1; tries < 1000; tries += 1) {
    count = countFailure(count, failure(kind));
    const waitMs = nextTryMs(count, failure(kind), limits, random);
    if (waitMs === undefined) return { tries, tookMs: nowMs };
    nowMs += waitMs;
  }
  throw new Error('it never gave up');
}

describe('nextTryMs', () => {
  test.each([
    ['refused', 1],
    ['unusable', 1],
    ['disk', 1],
    ['vanished', 4],
    ['damaged', 4],
  ] as const)('what is %s is tried %i times', (kind, tries) => {
    expect(failAlways(kind).tries).toBe(tries);
  });

  test('an outage is never given up', () => {
    expect(() => failAlways('outage')).toThrow('it never gave up');
  });

  test('however long an outage lasts, it is tried again within 8 s after it', () => {
    const waits: number[] = [];
    let count: FailureCount = NO_FAILURES;
    for (let tries = 0; tries < 50; tries += 1) {
      count = countFailure(count, failure('outage'));
      waits.push(nextTryMs(count, failure('outage'), limits, () => 0.999) ?? Number.NaN);
    }
    expect(Math.max(...waits)).toBeLessThanOrEqual(8000);
    expect(waits[0]).toBeLessThan(1000);
  });

  test.each(['vanished', 'damaged'] as const)(
    'what is %s is not given up within an instant, whatever chance says',
    (kind) => {
      const waits: (number | undefined)[] = [];
      let count: FailureCount = NO_FAILURES;
      for (let tries = 1; tries < 4; tries += 1) {
        count = countFailure(count, failure(kind));
        waits.push(nextTryMs(count, failure(kind), limits, () => 0));
      }
      expect(waits).toEqual([1000, 2000, 3000]);
    },
  );

  test.each(['vanished', 'damaged'] as const)('what is %s is given up within seconds', (kind) => {
    const { tookMs } = failAlways(kind, () => 0.999);
    expect(tookMs).toBeGreaterThan(6000);
    expect(tookMs).toBeLessThan(9000);
  });

  test('keeps the time that the server asked for', () => {
    const count = countFailure(NO_FAILURES, failure('outage', { retryAfterMs: 20_000 }));
    expect(nextTryMs(count, failure('outage', { retryAfterMs: 20_000 }), limits, () => 0)).toBe(20_000);
  });

  test.each<[string, readonly (string | undefined)[], string | undefined, boolean]>([
    ['one body', ['a'], 'a', true],
    ['the same bodies', ['a', 'a', 'a'], 'a', true],
    ['another body in between', ['a', 'b', 'a'], 'a', false],
    ['another body at the end', ['a', 'a', 'b'], 'b', false],
    ['nothing to compare', [undefined, undefined], undefined, false],
    ['nothing to compare at first', [undefined, 'a'], 'a', false],
  ])('knows whether what came was always the same: %s', (_, bodies, seen, isAlwaysSame) => {
    const failures = bodies.map((bytes) => failure('damaged', bytes === undefined ? {} : { bytes }));
    const outage = failure('outage');
    const counted = failures
      .flatMap((each) => [each, outage])
      .reduce<FailureCount>(countFailure, NO_FAILURES);
    expect(counted).toMatchObject({ seen, isAlwaysSame });
  });

  test('an outage that ended is not held against the next one', () => {
    const kinds = ['outage', 'outage', 'damaged', 'outage'] as const;
    const count = kinds.map((kind) => failure(kind)).reduce<FailureCount>(countFailure, NO_FAILURES);
    expect(count).toMatchObject({ vanished: 0, damaged: 1, outage: 1 });
  });
});
