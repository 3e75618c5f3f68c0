import { expect, test } from 'vitest';

import { freePicture } from '../../src/media/data-picture.ts';

test('the memory of a large picture is given back at once, where Node can do that', () => {
  const bytes = Buffer.alloc(2_000_001, 'x').subarray(0, 2_000_000);
  freePicture({ type: 'image/png', bytes });
  expect(bytes.byteLength).toBe('transfer' in ArrayBuffer.prototype ? 0 : 2_000_000);
});

test('a small picture, whose memory others may share, stays', () => {
  const bytes = Buffer.from('small');
  freePicture({ type: 'image/png', bytes });
  expect(bytes.toString()).toBe('small');
});
