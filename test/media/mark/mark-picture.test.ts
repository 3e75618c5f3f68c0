import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

import sharp from 'sharp';
import { createFileCheck } from '../../../src/media/check-file.ts';
import { writeXmp } from '../../../src/media/embedded/embedded-xmp.ts';
import type { TaggedType } from '../../../src/media/embedded/part.ts';
import { composeMark } from '../../../src/media/mark/compose-mark.ts';
import { markPicture } from '../../../src/media/mark/mark-picture.ts';
import { jpeg, picture, png, pngChunk, withSegments } from '../samples.ts';
import { ABSENT_READERS, listTags, METADATA_READERS } from './metadata-readers.ts';

const SOURCE = 'http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia';
const MARK = composeMark({
  sourceType: 'compositeWithTrainedAlgorithmicMedia',
  system: 'some/model',
  prompt: 'A sign that reads “A < B & C”',
});
const LABEL = '{"Label":"1","ContentProducer":"x"}';
const FOREIGN = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="uuid:1" xmlns:TC260="http://www.tc260.org.cn/ns/AIGC/1.0/" TC260:AIGC="${LABEL.replaceAll('"', '&quot;')}"/></rdf:RDF></x:xmpmeta>`;

const ICC = await sharp({ create: { width: 2, height: 2, channels: 3, background: '#123' } })
  .withIccProfile('p3')
  .jpeg()
  .toBuffer();
const PROFILED = await sharp(ICC).keepIccProfile().resize(31, 17).jpeg().toBuffer();
const PICTURES: readonly (readonly [string, TaggedType, Buffer])[] = [
  ['JPEG', 'image/jpeg', await jpeg(37, 23)],
  ['progressive JPEG', 'image/jpeg', await jpeg(37, 23, { progressive: true })],
  ['JPEG with a profile', 'image/jpeg', PROFILED],
  [
    'JPEG with EXIF',
    'image/jpeg',
    await sharp(await jpeg(37, 23))
      .withExif({ IFD0: { Artist: 'A' } })
      .toBuffer(),
  ],
  ['PNG', 'image/png', await png(37, 23)],
  ['PNG with alpha', 'image/png', await picture(37, 23, 4).png().toBuffer()],
  ['WebP', 'image/webp', await picture(37, 23).webp().toBuffer()],
  ['lossless WebP', 'image/webp', await picture(37, 23).webp({ lossless: true }).toBuffer()],
  ['WebP with alpha', 'image/webp', await picture(37, 23, 4).webp().toBuffer()],
  [
    'WebP with EXIF',
    'image/webp',
    await picture(36, 22)
      .webp()
      .withExif({ IFD0: { Artist: 'A' } })
      .toBuffer(),
  ],
];

function mark(bytes: Buffer, type: TaggedType): Buffer {
  const marked = markPicture(bytes, type, MARK);
  if (!marked.ok) throw new Error(marked.error);
  return marked.value;
}

describe.each(PICTURES)('%s', (_, type, bytes) => {
  test('the mark is found by programs that we did not write, and the file is a whole one', async () => {
    const marked = mark(bytes, type);
    for (const reader of METADATA_READERS)
      expect([reader.name, (await reader.find(marked, type)).sourceType]).toEqual([reader.name, SOURCE]);
    const check = createFileCheck(type);
    check.push(marked);
    expect(check.finish().fault).toBeUndefined();
  });

  test('the properties of IPTC 2025.1 and the creator tool have their values, the prompt only if it is to be there', () => {
    const tags = listTags(mark(bytes, type), type);
    expect(tags).toMatchObject({
      'XMP-iptcExt:AISystemUsed': 'some/model',
      'XMP-iptcExt:AIPromptInformation': 'A sign that reads “A < B & C”',
      'XMP-xmp:CreatorTool': 'some/model, dreamina-edit-action',
    });
    const silent = composeMark({ sourceType: 'trainedAlgorithmicMedia', system: 'some/model' });
    const marked = markPicture(bytes, type, silent);
    const names = Object.keys(marked.ok ? listTags(marked.value, type) : {});
    expect(names).toContain('XMP-iptcExt:AISystemUsed');
    expect(names).not.toContain('XMP-iptcExt:AIPromptInformation');
  });

  test('the pixels are the same, and the profile', async () => {
    const [before, after] = [sharp(bytes), sharp(mark(bytes, type))];
    expect((await after.raw().toBuffer()).equals(await before.raw().toBuffer())).toBe(true);
    expect((await after.metadata()).icc).toEqual((await before.metadata()).icc);
    expect((await after.metadata()).exif).toEqual((await before.metadata()).exif);
  });

  test('a label of others survives; marked again, nothing changes', async () => {
    const labeled = writeXmp(bytes, type, FOREIGN);
    const marked = mark(labeled.ok ? labeled.value : Buffer.alloc(0), type);
    for (const reader of METADATA_READERS)
      expect([reader.name, await reader.find(marked, type)]).toEqual([
        reader.name,
        { sourceType: SOURCE, label: LABEL },
      ]);
    expect(mark(marked, type).equals(marked)).toBe(true);
  });
});

test('what is left out of these tests', () => {
  if (ABSENT_READERS.length > 0)
    process.stderr.write(`Not here, so not asked about marks: ${ABSENT_READERS.join(', ')}\n`);
  expect(process.env['CI'] === 'true' ? ABSENT_READERS : []).toEqual([]);
});

test('a source type that is there already stays', () => {
  const own = FOREIGN.replace(
    'TC260:AIGC=',
    'xmlns:I="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" I:DigitalSourceType="theirs" TC260:AIGC=',
  );
  for (const [, type, bytes] of PICTURES) {
    const written = writeXmp(bytes, type, own);
    const text = mark(written.ok ? written.value : bytes, type).toString('latin1');
    expect(text).toContain('DigitalSourceType="theirs"');
    expect(text).not.toContain(SOURCE);
    expect(text).toContain('AISystemUsed');
  }
});

test('a packet of a PNG is found compressed and behind the pixels, and is in one place afterwards', async () => {
  const { deflateSync } = await import('node:zlib');
  const data = Buffer.concat([Buffer.from('XML:com.adobe.xmp\0\0', 'latin1'), deflateSync(FOREIGN)]);
  const plain = await png(20, 10);
  const end = plain.length - 12;
  const marked = mark(
    Buffer.concat([plain.subarray(0, end), pngChunk('zTXt', data), plain.subarray(end)]),
    'image/png',
  );
  expect(marked.toString('latin1').split('XML:com.adobe.xmp').length).toBe(2);
  expect(marked.indexOf('iTXt')).toBe(37);
  for (const reader of METADATA_READERS) expect((await reader.find(marked, 'image/png')).label).toBe(LABEL);
});

describe('what is signed, or cannot be marked', () => {
  const signed = (name: string): Buffer => readFileSync(path.join(import.meta.dirname, 'signed', name));
  test.each([
    ['signed.jpg', 'image/jpeg', 'it is signed (C2PA), and any change would make the signature invalid'],
    ['signed.png', 'image/png', 'it is signed (C2PA), and any change would make the signature invalid'],
    ['signed.webp', 'image/webp', 'it is signed (C2PA), and any change would make the signature invalid'],
    ['signed.avif', 'image/avif', 'an AVIF picture cannot be marked'],
  ] as const)('%s', (name, type, error) => {
    expect(markPicture(signed(name), type, MARK)).toEqual({ ok: false, error });
  });

  test('a picture whose manifest is not in the file', async () => {
    const linked = FOREIGN.replace(
      'TC260:AIGC=',
      'xmlns:d="http://purl.org/dc/terms/" d:provenance="https://example.com/m" TC260:AIGC=',
    );
    const written = writeXmp(await png(9, 9), 'image/png', linked);
    expect(written.ok && markPicture(written.value, 'image/png', MARK)).toMatchObject({
      ok: false,
      error: expect.stringContaining('a manifest that is not in the file') as string,
    });
  });

  test.each([
    ['XMP that is not XML', '<x:xmpmeta><broken', 'its XMP cannot be read'],
    ['XMP with a document type', '<!DOCTYPE x [<!ENTITY a "b">]><x/>', 'its XMP cannot be read'],
  ])('%s', async (_, packet, error) => {
    const written = writeXmp(await jpeg(9, 9), 'image/jpeg', packet);
    expect(written.ok && markPicture(written.value, 'image/jpeg', MARK)).toEqual({ ok: false, error });
  });

  test('a JPEG whose packet is full', async () => {
    const full = FOREIGN.replace('uuid:1', 'u'.repeat(64_800));
    const written = writeXmp(await jpeg(9, 9), 'image/jpeg', full);
    expect(written.ok && markPicture(written.value, 'image/jpeg', MARK)).toMatchObject({
      ok: false,
      error: expect.stringMatching(/^its XMP would have \d+ bytes, and a JPEG has room for 65504$/) as string,
    });
  });

  test('a JPEG with further pictures, which are found by their distance', async () => {
    const further = withSegments(await jpeg(9, 9), { marker: 0xe2, data: Buffer.from('MPF\0MM\0*') });
    const before = withSegments(further, {
      marker: 0xe1,
      data: Buffer.from(`http://ns.adobe.com/xap/1.0/\0${FOREIGN}`),
    });
    expect(markPicture(before, 'image/jpeg', MARK).ok).toBe(true);
    const exif = withSegments(
      await jpeg(9, 9),
      { marker: 0xe2, data: Buffer.from('MPF\0MM\0*') },
      { marker: 0xe1, data: Buffer.from(`http://ns.adobe.com/xap/1.0/\0${FOREIGN}`) },
    );
    expect(markPicture(exif, 'image/jpeg', MARK)).toEqual({
      ok: false,
      error: 'it holds further pictures, which would no longer be found',
    });
  });

  test.each(['image/jpeg', 'image/png', 'image/webp'] as const)('a cut-off %s', (type) => {
    const whole = PICTURES.find(([, each]) => each === type)?.[2] ?? Buffer.alloc(0);
    expect(markPicture(whole.subarray(0, 20), type, MARK).ok).toBe(false);
  });
});
