import { expect, test } from 'vitest';

import { allocatePicture, freePicture } from '../../src/media/data-picture.ts';

test('the memory of a large picture is given back at once', () => {
  const bytes = allocatePicture(2_000_001).fill('x').subarray(0, 2_000_000);
  expect(bytes.toString('latin1', 1_999_998)).toBe('xx');
  freePicture({ type: 'image/png', bytes });
  expect(bytes.byteLength).toBe(0);
  expect(bytes.buffer.byteLength).toBe(0);
});

test('a small picture, and one whose memory others may share, stay', () => {
  for (const bytes of [allocatePicture(5).fill('small'), Buffer.from('small')]) {
    freePicture({ type: 'image/png', bytes });
    expect(bytes.toString()).toBe('small');
  }
});
