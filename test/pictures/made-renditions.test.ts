import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

import sharp from 'sharp';
import { writeXmp } from '../../src/media/embedded/embedded-xmp.ts';
import { readCarried } from '../../src/media/mark/read-carried.ts';
import type { MediaType } from '../../src/media/types.ts';
import { listTags, METADATA_READERS } from '../media/mark/metadata-readers.ts';
import { make, paint } from './make-of.ts';

const SOURCE = 'http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia';
const LABEL = '{"AIGC":{"Label":"1"}}';

function typeOf(name: string): MediaType {
  return name.endsWith('jpg') ? 'image/jpeg' : name.endsWith('png') ? 'image/png' : 'image/webp';
}

const TAGGED = await sharp({ create: { width: 120, height: 80, channels: 3, background: '#cc3300' } })
  .withExif({
    IFD0: { ImageDescription: LABEL },
    IFD2: { BodySerialNumber: 'SERIAL-1' },
    IFD3: {
      GPSLatitudeRef: 'N',
      GPSLatitude: '52/1 31/1 0/1',
      GPSLongitudeRef: 'E',
      GPSLongitude: '13/1 24/1 0/1',
    },
  })
  .withIccProfile('p3')
  .withMetadata({ orientation: 6 })
  .jpeg({ quality: 95 })
  .toBuffer();

describe('a photograph with a place, a serial number, a rotation, a wide profile and a label', () => {
  test('its renditions have the mark and the label, stand upright in sRGB, and have no EXIF', async () => {
    const { files, warnings } = await make(TAGGED, 'image/jpeg', { width: 80, height: 120 });
    expect([warnings, [...files.keys()]]).toEqual([[], ['hero-40w.jpg', 'hero-40w.png', 'hero-40w.webp']]);
    for (const [name, bytes] of files) {
      const type = typeOf(name);
      const meta = await sharp(bytes).metadata();
      expect([name, meta.width, meta.height, meta.orientation, meta.exif, meta.space]).toEqual([
        name,
        40,
        60,
        undefined,
        undefined,
        'srgb',
      ]);
      expect(meta.icc?.toString('latin1').replaceAll('\0', '')).toContain('sRGB');
      for (const reader of METADATA_READERS)
        expect([name, reader.name, await reader.find(bytes, type)]).toEqual([
          name,
          reader.name,
          { sourceType: SOURCE, label: LABEL },
        ]);
      const tags = JSON.stringify(listTags(bytes, type));
      expect(tags).toContain('DigitalSourceType');
      for (const gone of ['GPS', 'SERIAL-1', 'Orientation']) expect(tags).not.toContain(gone);
    }
  });
});

test('a signed picture: its renditions have no manifest, and the mark', async () => {
  const signed = await readFile(path.join(import.meta.dirname, '../media/mark/signed/signed.png'));
  const { files } = await make(signed, 'image/png', { width: 64, height: 48 });
  for (const [name, bytes] of files) expect(readCarried(bytes, typeOf(name))).toEqual({ mark: SOURCE });
});

test('a grey picture with a profile of its own, and one with transparent parts', async () => {
  const grey = await sharp({ create: { width: 60, height: 60, channels: 3, background: '#777777' } })
    .toColourspace('b-w')
    .png()
    .toBuffer();
  const { files } = await make(grey, 'image/png', { width: 60, height: 60 });
  const { data, info } = await sharp(files.get('hero-40w.png')).raw().toBuffer({ resolveWithObject: true });
  expect([info.channels, ...data.subarray(0, 3)]).toEqual([3, 0x77, 0x77, 0x77]);

  const clear = await paint(60, 60, { r: 0, g: 0, b: 0, alpha: 0 });
  const cleared = await make(clear, 'image/png', { width: 60, height: 60 });
  expect((await sharp(cleared.files.get('hero-40w.jpg')).raw().toBuffer())[0]).toBeGreaterThan(250);
  expect((await sharp(cleared.files.get('hero-40w.webp')).metadata()).hasAlpha).toBe(true);
  const filled = await make(
    clear,
    'image/png',
    { width: 60, height: 60 },
    { background: '#00ff00', formats: ['png'] },
  );
  const [red, green] = await sharp(filled.files.get('hero-40w.png')).raw().toBuffer();
  expect([red, green]).toEqual([0, 255]);
});

test('a limit of bytes that cannot be kept is a warning, and so is a picture that cannot be read', async () => {
  const noise = await sharp({
    create: {
      width: 400,
      height: 400,
      channels: 3,
      background: '#000',
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  })
    .png()
    .toBuffer();
  const size = { width: 400, height: 400 };
  const small = await make(noise, 'image/png', size, { widths: [400], formats: ['jpeg'], maxBytes: 100 });
  expect(small.files.size).toBe(1);
  expect(small.warnings[0]?.text).toMatch(/^`hero-400w\.jpg` has .*, more than its `max-bytes` \(100 B/);
  const broken = await make(Buffer.from('no picture'), 'image/png', size);
  expect(broken.files.size).toBe(0);
  expect(broken.warnings[0]?.text).toMatch(/^its renditions `web` are not all made: /);
});

test('AVIF has the mark as well', async () => {
  const { files } = await make(
    TAGGED,
    'image/jpeg',
    { width: 80, height: 120 },
    { formats: ['avif', 'jpeg'], widths: [16] },
  );
  const tags = listTags(files.get('hero-16w.avif') ?? Buffer.alloc(0), 'image/avif');
  expect(tags['XMP-iptcExt:DigitalSourceType']).toBe(SOURCE);
});

test('XMP that has no room in a JPEG: its JPEG renditions have the mark only, the others all of it', async () => {
  const long = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:w="urn:w"><w:notes>${'x'.repeat(70_000)}</w:notes></rdf:Description></rdf:RDF></x:xmpmeta>`;
  const plain = await paint(60, 40, '#369');
  const original = writeXmp(plain, 'image/png', long);
  if (!original.ok) throw new Error(original.error);
  const { files, warnings, sets } = await make(original.value, 'image/png', { width: 60, height: 40 });
  expect([warnings, files.size, sets[0]?.color]).toEqual([[], 3, '#386898']);
  for (const [name, bytes] of files) {
    expect(readCarried(bytes, typeOf(name))).toEqual({ mark: SOURCE });
    expect([name, bytes.includes('w:notes')]).toEqual([name, !name.endsWith('jpg')]);
  }
});

test.each([
  ['transparent parts', 0, {}, false],
  ['nothing transparent', 1, {}, true],
  ['a background behind transparent parts', 0, { background: '#00ff00' }, true],
])('the color of a picture with %s', async (_, alpha, set, hasColor) => {
  const icon = await paint(60, 60, { r: 200, g: 0, b: 0, alpha });
  const { sets } = await make(icon, 'image/png', { width: 60, height: 60 }, set);
  expect(sets.map(({ color, placeholder }) => [color !== undefined, placeholder !== undefined])).toEqual([
    [hasColor, true],
  ]);
});
