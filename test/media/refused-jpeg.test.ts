import sharp from 'sharp';
import { expect, test } from 'vitest';

import { createFileCheck } from '../../src/media/check-file.ts';
import { jpeg, picture } from './samples.ts';

const base = await jpeg(40, 24);
const progressive = await jpeg(40, 24, { progressive: true });
const gray = await picture(40, 24).toColorspace('b-w').jpeg().toBuffer();
const FRAME = base.indexOf(Buffer.from('ffc0', 'hex'));
const SCAN = base.indexOf(Buffer.from('ffda', 'hex'));

function patch(file: Buffer, at: number, ...values: readonly number[]): Buffer {
  const changed = Buffer.from(file);
  changed.set(values, at);
  return changed;
}

/** The length of the segment whose marker is at `at`, marker included. */
function segmentBytes(file: Buffer, at: number): number {
  return 2 + file.readUInt16BE(at + 2);
}

/** The file without its segments of this kind, wherever they are. */
function without(file: Buffer, marker: number): Buffer {
  const parts: Buffer[] = [file.subarray(0, 2)];
  for (let at = 2; file[at + 1] !== 0xd9;) {
    const next = at + segmentBytes(file, at);
    let end = next;
    if (file[at + 1] === 0xda) while (file[end] !== 0xff || (file[end + 1] ?? 0) === 0) end += 1;
    if (file[at + 1] !== marker) parts.push(file.subarray(at, end));
    at = end;
  }
  return Buffer.concat([...parts, file.subarray(-2)]);
}

function after(file: Buffer, at: number, ...inserted: readonly number[]): Buffer {
  const end = at + segmentBytes(file, at);
  return Buffer.concat([file.subarray(0, end), Buffer.from(inserted), file.subarray(end)]);
}

async function opensInSharp(file: Buffer): Promise<boolean> {
  return await sharp(file, { failOn: 'error' })
    .raw()
    .toBuffer()
    .then(
      () => true,
      () => false,
    );
}

function judge(file: Buffer): string | undefined {
  const check = createFileCheck('image/jpeg');
  check.push(file);
  return check.finish().fault;
}

test.each<[string, Buffer]>([
  ['baseline', base],
  ['extended sequential', patch(base, FRAME + 1, 0xc1)],
  ['progressive', progressive],
  ['gray', gray],
  ['without Huffman tables, which stand for the standard ones', without(base, 0xc4)],
  ['with stray bytes between segments', after(base, 2, 0x31, 0x32, 0x33)],
  ['with a stray 0xFF in front of them', after(base, 2, 0x12, 0xff, 0x00, 0x34)],
  ['with a restart marker between segments', after(base, 2, 0xff, 0xd0)],
  ['with fill bytes', after(base, 2, 0xff, 0xff, 0xff)],
])('decoders open it: %s', async (_, file) => {
  expect(await opensInSharp(file)).toBe(true);
  expect(judge(file)).toBeUndefined();
});

test.each<[string, RegExp, Buffer]>([
  ['12 bits', /12 bits per color/, patch(base, FRAME + 4, 12)],
  ['lossless', /lossless or hierarchical/, patch(base, FRAME + 1, 0xc3)],
  ['hierarchical', /lossless or hierarchical/, patch(base, FRAME + 1, 0xc5)],
  ['no components', /0 color components/, patch(base, FRAME + 9, 0)],
  ['more components than in the header', /impossible length/, patch(base, FRAME + 9, 4)],
  ['no height', /40 x 0 pixels/, patch(base, FRAME + 5, 0, 0)],
  ['no sampling factor', /sampling factor/, patch(base, FRAME + 11, 0)],
  ['a sampling factor of 5', /sampling factor/, patch(base, FRAME + 11, 0x51)],
  ['a component twice', /the same id/, patch(base, FRAME + 13, base[FRAME + 10] ?? 0)],
  ['no quantization tables', /quantization table 0 of the JPEG is missing/, without(base, 0xdb)],
  ['another quantization table', /quantization table 3 of the JPEG is missing/, patch(base, FRAME + 12, 3)],
  ['a scan with Huffman table 3', /Huffman table 3 of the JPEG is missing/, patch(base, SCAN + 6, 0x33)],
  [
    'progressive without Huffman tables',
    /Huffman table 0 of the JPEG is missing/,
    without(progressive, 0xc4),
  ],
  ['a scan without components', /scan header .* impossible length/, patch(base, SCAN + 4, 0)],
  ['a scan for an unknown component', /its header lacks/, patch(base, SCAN + 5, 77)],
  ['two frame headers', /two frame headers/, Buffer.concat([base.subarray(0, SCAN), base.subarray(FRAME)])],
  ['a second start marker', /second start marker/, after(base, 2, 0xff, 0xd8)],
  ['a table number 9', /impossible number/, patch(base, base.indexOf(Buffer.from('ffdb', 'hex')) + 4, 9)],
  ['no end marker', /is cut off/, base.subarray(0, -2)],
])('decoders refuse it: %s', async (_, fault, file) => {
  expect(await opensInSharp(file)).toBe(false);
  expect(judge(file)).toMatch(fault);
});

test('two components are refused, as by most decoders', () => {
  const at = gray.indexOf(Buffer.from('ffc0', 'hex'));
  const frame = Buffer.of(0xff, 0xc0, 0, 14, 8, 0, 24, 0, 40, 2, 1, 0x11, 0, 2, 0x11, 0);
  const file = Buffer.concat([gray.subarray(0, at), frame, gray.subarray(at + segmentBytes(gray, at))]);
  expect(judge(file)).toMatch(/2 color components/);
});
