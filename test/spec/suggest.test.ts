import { expect, test } from 'vitest';

import { didYouMean, quoteSome, nearest } from '../../src/spec/suggest.ts';

const KEYS = ['prompt', 'prompt-file', 'images', 'size', 'scale', 'force-single', 'timeout'];

test.each([
  ['promt', 'prompt'],
  ['image', 'images'],
  ['Scale', 'scale'],
  ['force_single', 'force-single'],
  ['forcesingle', 'force-single'],
  ['time-out', 'timeout'],
  ['banana', undefined],
  ['x', undefined],
  ['', undefined],
])('%j most likely meant %j', (text, meant) => {
  expect(nearest(text, KEYS)).toBe(meant);
});

test('says so in a sentence, or nothing', () => {
  expect(didYouMean('promt', KEYS)).toBe(' Did you mean `prompt`?');
  expect(didYouMean('zzzzzz', KEYS)).toBe('');
});

test('long lists are cut', () => {
  expect(quoteSome(['a', 'b'])).toBe('`a`, `b`');
  expect(quoteSome(['a', 'b', 'c'], 2)).toBe('`a`, `b` and 1 more');
});
