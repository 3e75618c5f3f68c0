import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

import fc from 'fast-check';
import sharp from 'sharp';
import { writeXmp } from '../../../src/media/embedded/embedded-xmp.ts';
import { readCarried } from '../../../src/media/mark/read-carried.ts';
import { jpeg, picture, png, pngChunk } from '../samples.ts';

const LABEL = '{"AIGC":{"Label":"1","ContentProducer":"x"}}';

test.each([
  ['jpg', 'image/jpeg'],
  ['png', 'image/png'],
  ['webp', 'image/webp'],
  ['avif', 'image/avif'],
] as const)('a signed %s says by whom, with what, and what it is, in its own words', (extension, type) => {
  const bytes = readFileSync(path.join(import.meta.dirname, 'signed', `signed.${extension}`));
  expect(readCarried(bytes, type)).toEqual({
    c2pa: 'signed by Test, claim of example/1, source type http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia',
  });
  // Whatever is broken in it, nothing is thrown.
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), fc.nat(255), (at, value) => {
      const broken = Buffer.from(bytes);
      broken[at] = value;
      readCarried(broken, type);
      readCarried(bytes.subarray(0, at), type);
    }),
    { numRuns: 300 },
  );
});

test('a plain picture says nothing', async () => {
  expect(readCarried(await png(9, 9), 'image/png')).toBeUndefined();
  expect(readCarried(await jpeg(9, 9), 'image/jpeg')).toBeUndefined();
  expect(readCarried(Buffer.alloc(9), 'video/webm')).toBeUndefined();
});

test('a source type and a link to a manifest, as attributes or as elements', async () => {
  const wrap = (inner: string): string =>
    `<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:I="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" xmlns:d="http://purl.org/dc/terms/">${inner}</r:RDF>`;
  const carried = { mark: 'a:b', c2pa: 'a manifest at https://example.com/m' };
  for (const inner of [
    '<r:Description r:about="" I:DigitalSourceType="a:b" d:provenance="https://example.com/m"/>',
    '<r:Description><I:DigitalSourceType r:resource="a:b"/></r:Description><r:Description><d:provenance> https://example.com/m </d:provenance></r:Description>',
  ]) {
    const written = writeXmp(await jpeg(9, 9), 'image/jpeg', wrap(inner));
    expect(written.ok && readCarried(written.value, 'image/jpeg')).toEqual(carried);
  }
});

test('the label in a text chunk of a PNG, and in a comment of EXIF', async () => {
  const plain = await png(9, 9);
  const chunk = pngChunk('tEXt', Buffer.from(`AIGC\0${LABEL}`));
  const text = Buffer.concat([plain.subarray(0, 33), chunk, plain.subarray(33)]);
  expect(readCarried(text, 'image/png')).toEqual({ label: LABEL });
  const exif = { IFD0: { ImageDescription: LABEL } };
  const inJpeg = await sharp(await jpeg(9, 9))
    .withExif(exif)
    .toBuffer();
  expect(readCarried(inJpeg, 'image/jpeg')).toEqual({ label: LABEL });
  const inWebp = await picture(9, 9).webp().withExif(exif).toBuffer();
  expect(readCarried(inWebp, 'image/webp')).toEqual({ label: LABEL });
});
