import { expect, test } from 'vitest';

import { lazily } from '../../src/shared/lazily.ts';

test('makes its value at the first use, once', () => {
  let made = 0;
  const next = lazily(() => (made += 1));
  expect(made).toBe(0);
  expect([next(), next()]).toEqual([1, 1]);
});

test('keeps an undefined value, too', () => {
  let made = 0;
  const nothing = lazily(() => {
    made += 1;
    return undefined;
  });
  nothing();
  nothing();
  expect(made).toBe(1);
});

test('throws the error of `make` at each use', () => {
  const broken = lazily(() => {
    throw new Error('no form');
  });
  expect(broken).toThrow('no form');
  expect(broken).toThrow('no form');
});
