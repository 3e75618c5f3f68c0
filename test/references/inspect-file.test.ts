import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';

import { afterAll, expect, test } from 'vitest';

import { inspectFile } from '../../src/references/inspect-file.ts';
import { createReadingBuffers } from '../../src/references/reading-buffers.ts';
import { jpeg, picture, plainPng, png, pngChunk, withSegments } from '../media/samples.ts';
import { createStillClock, createReferencesStage, NEVER } from './references-stage.ts';

const DEPS = { buffers: createReadingBuffers(), clock: createStillClock(), signal: NEVER };

const workspace = await createReferencesStage();
afterAll(async () => {
  await workspace[Symbol.asyncDispose]();
});

const rotated = await picture(40, 24).withMetadata({ orientation: 6 }).jpeg().toBuffer();
const small = await jpeg(40, 24);
const block = (marker: number) => ({ marker, data: Buffer.alloc(60_000, 0xff) });

/** A sound PNG of so many bytes, by a chunk that decoders pass over. */
async function heavyPng(bytes: number): Promise<Buffer> {
  const plain = await plainPng(10, 10);
  const filler = pngChunk('fiLl', Buffer.alloc(bytes - plain.length - 12));
  return Buffer.concat([plain.subarray(0, 33), filler, plain.subarray(33)]);
}

test.each([
  ['baseline.jpg', small, 'image/jpeg', 40, 24],
  ['progressive.jpg', await jpeg(40, 24, { progressive: true }), 'image/jpeg', 40, 24],
  ['cmyk.jpg', await picture(40, 24).toColorspace('cmyk').jpeg().toBuffer(), 'image/jpeg', 40, 24],
  ['rotated.jpg', rotated, 'image/jpeg', 24, 40],
  ['exif.jpg', withSegments(small, block(0xe1)), 'image/jpeg', 40, 24],
  ['icc.jpg', withSegments(small, ...Array.from({ length: 9 }, () => block(0xe2))), 'image/jpeg', 40, 24],
  ['picture.png', await png(40, 24), 'image/png', 40, 24],
  ['a-png-by-content.jpg', await png(40, 24), 'image/png', 40, 24],
  ['no-name-to-go-by', small, 'image/jpeg', 40, 24],
  ['4096.png', await plainPng(4096, 4096), 'image/png', 4096, 4096],
  ['three-to-one.png', await plainPng(300, 100), 'image/png', 300, 100],
  ['one-to-three.png', await plainPng(100, 300), 'image/png', 100, 300],
  ['15-mb.png', await heavyPng(15_000_000), 'image/png', 10, 10],
])('takes %s', async (name, data, type, width, height) => {
  const file = await workspace.write(name, data);
  expect(await inspectFile(file, DEPS)).toEqual({
    ok: true,
    value: {
      type,
      width,
      height,
      bytes: data.length,
      sha256: createHash('sha256').update(data).digest('hex'),
      gitBlob: execFileSync('git', ['hash-object', '--no-filters', file], { encoding: 'utf8' }).trim(),
    },
  });
});

const zeroWide = Buffer.from(small);
zeroWide.writeUInt16BE(0, small.indexOf(Buffer.from('ffc0', 'hex')) + 7);
test.each([
  [
    'cut.jpg',
    small.subarray(0, -5),
    ['damaged'],
    /^is not usable: the JPEG is cut off after \d+ bytes\. Export/,
  ],
  ['cut-in-exif.jpg', withSegments(small, block(0xe1)).subarray(0, 5000), ['damaged'], /is cut off/],
  ['cut.png', (await png(40, 24)).subarray(0, -1), ['damaged'], /the PNG is cut off/],
  ['zero.jpg', zeroWide, ['damaged'], /header says 0 x 24 pixels/],
  [
    'pointer.png',
    'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n',
    ['lfs-pointer'],
    /`lfs: true`/,
  ],
  [
    'page.png',
    '<!doctype html><title>404</title>',
    ['type'],
    /^is an HTML page according to its content.*accepts JPEG and PNG/,
  ],
  [
    'webp.png',
    await picture(40, 24).webp().toBuffer(),
    ['type'],
    /^is a WebP picture according to its content/,
  ],
  ['empty.png', '', ['empty'], /^is empty/],
  [
    'big.png',
    await heavyPng(15_000_001),
    ['file-size'],
    /has 15000001 bytes; the model accepts at most 15 MB/,
  ],
  [
    'wide.png',
    await plainPng(4097, 2000),
    ['resolution'],
    /has 4097 x 2000 pixels; the model accepts at most 4096 x 4096/,
  ],
  ['flat.png', await plainPng(301, 100), ['aspect-ratio'], /one third to three times the height/],
  ['both.png', await plainPng(8000, 100), ['resolution', 'aspect-ratio'], /8000 x 100/],
])('refuses %s', async (name, data, rules, message) => {
  const inspected = await inspectFile(await workspace.write(name, data), DEPS);
  const faults = inspected.ok ? [] : inspected.error;
  expect(faults.map(({ rule }) => rule)).toEqual(rules);
  for (const fault of faults) expect(fault.message).toMatch(/\.$/);
  expect(faults[0]?.message).toMatch(message);
});

test('refuses a folder, whatever its name', async () => {
  const folder = path.join(workspace.folder, 'folder.png');
  await mkdir(folder);
  expect(await inspectFile(folder, DEPS)).toMatchObject({ ok: false, error: [{ rule: 'directory' }] });
});

test('refuses a named pipe, without waiting for a writer', async () => {
  const pipe = path.join(workspace.folder, 'pipe.png');
  execFileSync('mkfifo', [pipe]);
  expect(await inspectFile(pipe, DEPS)).toMatchObject({ ok: false, error: [{ rule: 'not-a-file' }] });
});

test('refuses one that is gone by now', async () => {
  expect(await inspectFile(path.join(workspace.folder, 'gone.png'), DEPS)).toMatchObject({
    ok: false,
    error: [{ rule: 'unreadable', message: expect.stringMatching(/^cannot be read \(ENOENT/) as string }],
  });
});

test('an ended run ends the reading, with its own reason', async () => {
  const file = await workspace.write('fine.jpg', small);
  await expect(
    inspectFile(file, { ...DEPS, signal: AbortSignal.abort(new Error('cancelled')) }),
  ).rejects.toThrow('cancelled');
});
