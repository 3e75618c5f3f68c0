import { expect, test } from 'vitest';

import { allocatePicture, freePicture } from '../../src/media/data-picture.ts';

test('the memory of a large picture is given back at once', () => {
  const bytes = allocatePicture(2_000_001).fill('x').subarray(0, 2_000_000);
  expect(bytes.toString('latin1', 1_999_998)).toBe('xx');
  freePicture({ type: 'image/png', bytes });
  expect(bytes.byteLength).toBe(0);
  expect(bytes.buffer.byteLength).toBe(0);
});

test.each([
  ['a small picture', allocatePicture(5).fill('small'), 5],
  ['one whose memory others may share', Buffer.from('small'), 5],
  ['a large one that was not allocated for it', Buffer.alloc(2_000_000, 'small'), 2_000_000],
])('%s stays', (_, bytes, length) => {
  freePicture({ type: 'image/png', bytes });
  expect(bytes.byteLength).toBe(length);
  expect(bytes.toString('latin1', 0, 5)).toBe('small');
});
