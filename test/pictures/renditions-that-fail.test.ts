import { expect, test } from 'vitest';

import { make, paint } from './make-of.ts';

test('a file that its format has no room for is a warning, and the others are made', async () => {
  const wide = await paint(20_000, 20, '#369');
  const { files, warnings } = await make(
    wide,
    'image/png',
    { width: 20_000, height: 20 },
    { widths: [8, 20_000], formats: ['webp', 'png'] },
  );
  expect([...files.keys()]).toEqual(['hero-8w.webp', 'hero-8w.png', 'hero-20000w.png']);
  expect(warnings.map(({ text }) => text)).toEqual([
    'its renditions `web` are not all made: Processed image is too large for the WebP format',
  ]);
});
