import { describe, expect, test } from 'vitest';

import { checkDimensions, checkFileSize } from '../../src/references/image-rules.ts';

describe('checkFileSize', () => {
  test.each([1, 14_999_999, 15_000_000])('%i bytes are fine', (bytes) => {
    expect(checkFileSize(bytes)).toBeUndefined();
  });
  test.each([
    [0, 'empty'],
    [15_000_001, 'file-size'],
    [15 * 1024 * 1024, 'file-size'],
  ])('%i bytes: %s', (bytes, rule) => {
    expect(checkFileSize(bytes)).toMatchObject({ rule });
  });
});

describe('checkDimensions', () => {
  test.each([
    [1, 1, []],
    [4096, 4096, []],
    [4097, 4096, ['resolution']],
    [4096, 4097, ['resolution']],
    [3000, 1000, []],
    [1000, 3000, []],
    [3001, 1000, ['aspect-ratio']],
    [1000, 3001, ['aspect-ratio']],
    // 0.3331 is within the 0.33 of the vendor's schema, but not within the 1/3 of its sentence.
    [3331, 10_000, ['resolution', 'aspect-ratio']],
    [9000, 100, ['resolution', 'aspect-ratio']],
  ])('%i x %i breaks %j', (width, height, rules) => {
    expect(checkDimensions({ width, height }).map(({ rule }) => rule)).toEqual(rules);
  });
});
