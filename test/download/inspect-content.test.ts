import fc from 'fast-check';
import { crc32 } from 'node:zlib';
import { describe, expect, test } from 'vitest';

import { createContentInspector, type Content, type Unusable } from '../../src/download/inspect-content.ts';
import type { Result } from '../../src/shared/result.ts';
import { makePicture } from './download-stage.ts';

/** Pushes the body in pieces that end at `cuts`. */
function inspect(body: Buffer, cuts: readonly number[] = []): Result<Content, Unusable> {
  const inspector = createContentInspector();
  let from = 0;
  for (const cut of [...cuts, body.length].sort((a, b) => a - b)) {
    const refusal = inspector.push(body.subarray(from, cut));
    if (refusal !== undefined) return { ok: false, error: refusal };
    from = cut;
  }
  return inspector.finish();
}

describe.each(['jpeg', 'png', 'webp', 'gif'] as const)('a %s', (format) => {
  test('is reported however it is cut into pieces', async () => {
    const picture = await makePicture(format, 21, 34);
    const whole = { ok: true, value: { type: `image/${format}`, dimensions: { width: 21, height: 34 } } };
    fc.assert(
      fc.property(fc.array(fc.nat({ max: picture.length }), { maxLength: 30 }), (cuts) => {
        expect(inspect(picture, cuts)).toEqual(whole);
      }),
    );
  });

  test('is never whole when its end is missing', async () => {
    const picture = await makePicture(format, 21, 34);
    fc.assert(
      fc.property(fc.nat({ max: picture.length - 2 }), fc.nat({ max: 100 }), (end, cut) => {
        const content = inspect(picture.subarray(0, end), [Math.min(cut, end)]);
        expect(content.ok ? content.value.oddity : content.error.reason).toBeTypeOf('string');
      }),
    );
  });
});

/** A PNG with this width in its header, otherwise in order. */
function pngOfWidth(width: number): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const bytes = Buffer.alloc(data.length + 12);
    bytes.writeUInt32BE(data.length);
    bytes.write(type, 4, 'latin1');
    data.copy(bytes, 8);
    bytes.writeUInt32BE(crc32(bytes.subarray(4, -4)), data.length + 8);
    return bytes;
  };
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 9, 8, 2, 0, 0, 0]);
  header.writeUInt32BE(width);
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', Buffer.alloc(9)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

test('a picture without pixels is odd', () => {
  expect(inspect(pngOfWidth(7))).toEqual({
    ok: true,
    value: { type: 'image/png', dimensions: { width: 7, height: 9 } },
  });
  expect(inspect(pngOfWidth(0))).toEqual({
    ok: true,
    value: { type: 'image/png', oddity: "the PNG's header says 0 x 9 pixels" },
  });
});

test('a JPEG has its size however much comes in front of its frame header', async () => {
  const picture = await makePicture('jpeg');
  const block = Buffer.alloc(65_537, 1);
  block.writeUInt16BE(0xffed);
  block.writeUInt16BE(65_535, 2);
  const blocks = Array<Buffer>(80).fill(block);
  const padded = Buffer.concat([picture.subarray(0, 2), ...blocks, picture.subarray(2)]);
  const cuts = [...Array(100).keys()].map((index) => index * 50_000);
  expect(inspect(padded, cuts)).toEqual({
    ok: true,
    value: { type: 'image/jpeg', dimensions: { width: 48, height: 32 } },
  });
  expect(inspect(padded.subarray(0, -9), cuts)).toMatchObject({
    ok: true,
    value: { oddity: expect.stringMatching(/^the JPEG is cut off/) as string },
  });
});

test('what is not a checked type is odd, and what is text or a program is unusable, whatever the pieces', () => {
  const noise = Buffer.from(Array.from({ length: 3000 }, (_, at) => (at * 131 + (at >> 3)) % 256));
  const jxl = Buffer.concat([Buffer.of(0xff, 0x0a), noise]);
  const page = Buffer.concat([Buffer.from('<!doctype html>'), noise]);
  for (const cuts of [[], [1], [40, 1500]]) {
    expect(inspect(jxl, cuts)).toEqual({
      ok: true,
      value: {
        type: 'image/jxl',
        oddity: 'a JPEG XL picture came, and whether it is complete cannot be checked',
      },
    });
    expect(inspect(noise, cuts)).toEqual({
      ok: true,
      value: {
        type: 'application/octet-stream',
        oddity: 'what came is not a picture or video of a known type',
      },
    });
    expect(inspect(page, cuts)).toEqual({
      ok: false,
      error: {
        reason: 'it sent an HTML page, not a picture',
        bytes: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      },
    });
  }
  expect(inspect(Buffer.alloc(0))).toEqual({ ok: false, error: { reason: 'the body is empty' } });
});
