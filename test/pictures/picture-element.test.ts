import { expect, test } from 'vitest';

import type { MediaFile, MediaType } from '../../src/media/types.ts';
import { renderPictureElement } from '../../src/pictures/picture-element.ts';

function file(path: string, type: MediaType, width: number): MediaFile {
  return { path, type, width, height: width / 2, sha256: '', bytes: 1 };
}

test('the best type that a browser knows, in the width that it needs; every text is escaped', () => {
  const files = [
    file('a b/x,1-20w.avif', 'image/avif', 20),
    file('a b/x,1-20w.jpg', 'image/jpeg', 20),
    file('a b/x,1-40w.jpg', 'image/jpeg', 40),
  ];
  expect(
    renderPictureElement(files, file('x.png', 'image/png', 99), { alt: 'a "b" <c>', color: '#aabbcc' }),
  ).toBe(
    '<picture><source type="image/avif" srcset="a%20b/x%2C1-20w.avif 20w" sizes="100vw">' +
      '<img src="a%20b/x%2C1-40w.jpg" srcset="a%20b/x%2C1-20w.jpg 20w, a%20b/x%2C1-40w.jpg 40w" sizes="100vw" width="40" height="20" alt="a &quot;b&quot; &lt;c&gt;" loading="lazy" decoding="async" style="background-color:#aabbcc;max-width:100%;height:auto"></picture>',
  );
});

test('without renditions, the picture itself', () => {
  expect(renderPictureElement([], file('x.png', 'image/png', 8), {})).toBe(
    '<picture><img src="x.png" width="8" height="4" alt="" loading="lazy" decoding="async" style="max-width:100%;height:auto"></picture>',
  );
});
