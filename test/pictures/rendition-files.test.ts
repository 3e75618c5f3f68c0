import { describe, expect, test } from 'vitest';

import fc from 'fast-check';
import { isRenditionOf, listRenditions } from '../../src/pictures/rendition-files.ts';
import type { RenditionSet } from '../../src/spec/types.ts';

const SET: RenditionSet = { name: 'web', widths: [640, 1280], formats: ['webp', 'jpeg'], isNamed: false };
const WIDE = { width: 2560, height: 1440 };

function show(set: Partial<RenditionSet>, original = WIDE): readonly string[] {
  return listRenditions('a/hero.png', original, { ...SET, ...set }).map(
    ({ path, width, height }) => `${path} ${width}x${height}`,
  );
}

describe('the files of a set', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    [
      'each width in each format',
      show({}),
      [
        'a/hero-640w.webp 640x360',
        'a/hero-640w.jpg 640x360',
        'a/hero-1280w.webp 1280x720',
        'a/hero-1280w.jpg 1280x720',
      ],
    ],
    [
      'never enlarged, and each width once',
      show({ widths: [500, 900, 2000], formats: ['png'] }, { width: 800, height: 600 }),
      ['a/hero-500w.png 500x375', 'a/hero-800w.png 800x600'],
    ],
    [
      'with the name of the set',
      show({ isNamed: true, widths: [64], formats: ['avif'] }),
      ['a/hero-web-64w.avif 64x36'],
    ],
    [
      'cut: not wider than what is left of it',
      show({ widths: [9999], formats: ['png'], crop: { fit: 'cover', width: 1, height: 1 } }),
      ['a/hero-1440w.png 1440x1440'],
    ],
    [
      'filled up: as wide as it is',
      show({ widths: [9999], formats: ['png'], crop: { fit: 'contain', width: 1, height: 1 } }),
      ['a/hero-2560w.png 2560x2560'],
    ],
    [
      'at least one pixel high',
      show({ widths: [10], formats: ['png'] }, { width: 4000, height: 9 }),
      ['a/hero-10w.png 10x1'],
    ],
  ])('%s', (_, seen, expected) => {
    expect(seen).toEqual(expected);
  });

  test('all are recognized as such, whatever the set, and those of others are not', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        (widths, isNamed) => {
          for (const { path } of listRenditions('x/hero.jpg', WIDE, { ...SET, widths, isNamed })) {
            expect(isRenditionOf(path, 'x/hero.jpg', 'web')).toBe(true);
            expect(isRenditionOf(path, 'x/her.jpg', 'web')).toBe(false);
            expect(isRenditionOf(path, 'x/hero-1.jpg', 'web')).toBe(false);
          }
        },
      ),
    );
    expect(isRenditionOf('hero-1-640w.jpg', 'hero.jpg', 'web')).toBe(false);
    expect(isRenditionOf('hero-thumb-640w.jpg', 'hero.jpg', 'web')).toBe(false);
  });
});
