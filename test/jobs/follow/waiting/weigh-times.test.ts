import fc from 'fast-check';
import { expect, test } from 'vitest';

import { weighTimes, type SeenTime } from '../../../../src/jobs/follow/waiting/weigh-times.ts';

const over = (ms: number): SeenTime => ({ ms, isOver: true, weight: 1 });
const open = (ms: number): SeenTime => ({ ms, isOver: false, weight: 1 });

test.each([
  ['nothing is known', [], 1, []],
  ['two that ended, and the unknown', [over(10), over(20)], 1, [1 / 3, 1 / 3]],
  ['one that just began says nothing', [over(10), open(1)], 1, [1 / 2]],
  ['one that runs longer hands its share on', [over(10), open(15), over(20)], 1, [1 / 4, 3 / 8]],
  ['one that outlasts all hands it on to the unknown', [over(10), open(20)], 1, [1 / 3]],
  ['at the same time, what ended counts first', [open(10), over(10)], 1, [1 / 3]],
])('%s', (_, seen, strayWeight, shares) => {
  const weighed = weighTimes(seen, strayWeight);
  const known = shares.reduce((sum, share) => sum + share, 0);
  expect(weighed.times.map(({ share }) => share)).toEqual(
    shares.map((share) => expect.closeTo(share, 9) as number),
  );
  expect(weighed.strayShare).toBeCloseTo(1 - known, 9);
});

test('whatever was seen, the shares are positive and add up to 1', () => {
  const seen = fc.record({
    ms: fc.nat(1_000_000),
    isOver: fc.boolean(),
    weight: fc.double({ min: 0.01, max: 2, noNaN: true }),
  });
  fc.assert(
    fc.property(fc.array(seen), fc.double({ min: 0.1, max: 1, noNaN: true }), (all, strayWeight) => {
      const { times, strayShare } = weighTimes(all, strayWeight);
      const sum = times.reduce((total, { share }) => total + share, strayShare);
      return Math.abs(sum - 1) < 1e-9 && strayShare > 0 && times.every(({ share }) => share > 0);
    }),
  );
});
