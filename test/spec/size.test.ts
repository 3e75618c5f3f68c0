import { expect, test } from 'vitest';

import { parseSize, SIZE_SPELLINGS, WIRE_SIZES } from '../../src/spec/size.ts';

test('every size can be written in two ways', () => {
  expect(SIZE_SPELLINGS).toHaveLength(22);
  for (const wire of WIRE_SIZES) {
    const size = parseSize(wire);
    expect(size?.wire).toBe(wire);
    expect(parseSize(`${size?.width ?? 0}x${size?.height ?? 0}`)).toEqual(size);
  }
  expect(parseSize('2560x1440')).toEqual({ width: 2560, height: 1440, wire: '2560x1440(16:9)' });
});

test.each(['', '2560×1440', '2560X1440', ' 2560x1440', '2560x1440(1:1)', '1x1'])('%j is none', (text) => {
  expect(parseSize(text)).toBeUndefined();
});
