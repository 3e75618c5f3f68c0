import { expect, test } from 'vitest';

import { createSteadyTime } from '../../../../src/jobs/follow/waiting/steady-time.ts';

test.each([
  ['goes on', [0, 500, 9000], [0, 500, 9000]],
  ['jumps ahead', [0, 3_600_000, 3_600_500], [0, 3_600_000, 3_600_500]],
  ['is set back', [5000, 1000, 1500, 9000], [5000, 5000, 5500, 13_000]],
  ['is set back twice', [5000, 1000, 3000, 0, 10], [5000, 5000, 7000, 7000, 7010]],
  ['is set back by little', [5000, 4500, 4600, 6000], [5000, 4500, 4600, 6000]],
  ['is set back in little steps', [5000, 4300, 3600, 3700], [5000, 4300, 5000, 5100]],
])('a clock that %s', (_, shown, expected) => {
  expect(shown.map(createSteadyTime())).toEqual(expected);
});
