import { expect, test } from 'vitest';

import { looselyEqual } from '../../src/spec/loosely-equal.ts';
import type { Scalar } from '../../src/spec/types.ts';

test.each<readonly [Scalar, Scalar, boolean]>([
  ['Beach', 'bEACH', true],
  ['beach', 'beach ', false],
  [1, 1, true],
  [1, '1', true],
  [1, '1.0', true],
  [1, '01', false],
  [0, '', true],
  [0, 'zero', false],
  [Number.NaN, 'zero', false],
  [true, 1, true],
  [false, '', true],
  [true, 'true', false],
  [true, false, false],
])('%j == %j is %j', (a, b, equal) => {
  expect(looselyEqual(a, b)).toBe(equal);
  expect(looselyEqual(b, a)).toBe(equal);
});
