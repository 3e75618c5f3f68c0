import { assert, property, array, record, integer } from 'fast-check';
import { expect, test } from 'vitest';

import { isStaleStage, splitParts, stageRef } from '../../src/git/stage.ts';

test('parts hold what fits', () => {
  const blobs = [4, 6, 1, 20, 3, 7].map((bytes, index) => ({ blob: `b${index}`, bytes }));

  expect(splitParts(blobs, 10)).toEqual([['b0', 'b1'], ['b2'], ['b3'], ['b4', 'b5']]);
});

test('each blob is in one part, and no part is too large but for a single blob that is', () => {
  const blobs = array(record({ name: integer({ min: 0, max: 30 }), bytes: integer({ min: 0, max: 20 }) }));
  assert(
    property(blobs, (drawn) => {
      // An object has one size.
      const sizes = new Map(drawn.map(({ name, bytes }) => [`b${name}`, bytes]));
      const staged = drawn.map(({ name }) => ({ blob: `b${name}`, bytes: sizes.get(`b${name}`) ?? 0 }));
      const parts = splitParts(staged, 10);

      expect(parts.flat()).toEqual([...sizes.keys()]);
      for (const part of parts) {
        const bytes = part.reduce((sum, blob) => sum + (sizes.get(blob) ?? 0), 0);
        expect(bytes <= 10 || part.filter((blob) => sizes.get(blob) !== 0).length === 1).toBe(true);
      }
    }),
  );
});

const day = 24 * 60 * 60 * 1000;

test('stages have names of their own, with their time in it', () => {
  expect(stageRef(1_700_000_000_000, () => 0.5)).toMatch(/^refs\/dreamina\/staging\/1700000000000-\w+$/);
  expect(stageRef(1, () => 0.1)).not.toBe(stageRef(1, () => 0.2));
});

test.each([
  ['a day and a moment', stageRef(0, () => 0.5), day + 1, true],
  ['a day', stageRef(0, () => 0.5), day, false],
  ['made by a clock ahead of ours', stageRef(day, () => 0.5), 0, false],
  ['another ref', 'refs/heads/1-2', 10 * day, false],
  ['a stage of another form', 'refs/dreamina/staging/x', 10 * day, false],
])('stale or not: %s', (_, ref, nowMs, stale) => {
  expect(isStaleStage(ref, nowMs)).toBe(stale);
});
