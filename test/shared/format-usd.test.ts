import { expect, it } from 'vitest';

import { formatUsd } from '../../src/shared/format.ts';

it.each([
  [0, '0.00 USD'],
  [0.03, '0.03 USD'],
  [0.035, '0.035 USD'],
  [12.5, '12.50 USD'],
  [100, '100.00 USD'],
  [0.000001, '0.000001 USD'],
])('%d is %s', (usd, text) => {
  expect(formatUsd(usd)).toBe(text);
});
