import { expect, test } from 'vitest';

import { createQueuePace } from '../../../../src/jobs/follow/waiting/queue-pace.ts';

test('how long a place takes: unknown at first, then by the moves, of which the latest count most', () => {
  const pace = createQueuePace();
  expect(pace.placeMs()).toBeUndefined();
  pace.moved(2, 6000);
  expect(pace.placeMs()).toBe(3000);
  for (let n = 0; n < 40; n += 1) pace.moved(1, 500);
  expect(pace.placeMs()).toBeCloseTo(500, -2);
});
