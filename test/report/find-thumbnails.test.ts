import { expect, it } from 'vitest';

import { createThumbnails } from '../../src/report/find-thumbnails.ts';
import { sampleFile } from './sample-run.ts';

const original = sampleFile('hero.jpg', { sha256: 'aa', width: 2560, height: 1440 });
const rendition = (path: string, width: number, height: number, bytes = 100) =>
  sampleFile(path, { width, height, bytes, type: 'image/webp' });

it.each([
  ['the smallest', [rendition('l.webp', 1280, 720), rendition('s.webp', 640, 360)], 's.webp'],
  [
    'the lightest of the same size',
    [rendition('s.jpg', 640, 360, 300), rendition('s.webp', 640, 360)],
    's.webp',
  ],
  ['none that looks blurred', [rendition('icon.webp', 64, 36), rendition('s.webp', 640, 360)], 's.webp'],
  [
    'none that shows only a part',
    [rendition('crop.webp', 400, 400), rendition('s.webp', 640, 359)],
    's.webp',
  ],
  ['none that is not beside the page', [rendition('gone.webp', 320, 180)], undefined],
  ['nothing if there is nothing', [], undefined],
])('%s', (_, files, path) => {
  const made = { aa: { s1: { set: 'web', settings: {}, files } } };
  const thumbnail = createThumbnails(made, (name) => name !== 'gone.webp');
  expect(thumbnail(original)).toBe(path);
  expect(thumbnail({ ...original, sha256: 'bb' })).toBeUndefined();
});
