import { expect, it } from 'vitest';

import { numberOutputs } from '../../src/plan/outputs.ts';

it.each([
  [1, [], ['a/Hero']],
  [3, [], ['a/Hero-1', 'a/Hero-2', 'a/Hero-3']],
  [1, ['a/hero', 'a/hero-1'], ['a/Hero']],
  [3, ['a/hero', 'a/hero-1', 'a/hero-3', 'hero-2'], ['a/Hero-2', 'a/Hero-4', 'a/Hero-5']],
])('%i pictures beside %j are %j', (count, taken, paths) => {
  expect(numberOutputs('a/Hero', count, new Set(taken))).toEqual(paths);
});
