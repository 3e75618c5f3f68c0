import fc from 'fast-check';
import { expect, test } from 'vitest';

import { isDataPicture } from '../../src/media/data-picture.ts';
import type { WireInput, WireValue } from '../../src/queue/types.ts';
import { writeBody } from '../../src/queue/write-body.ts';

/** The same input as one JSON text, with each picture as a `data:` URI. */
function asJson(input: WireInput): string {
  return JSON.stringify(input, (_key, value: unknown) =>
    isDataPicture(value) ? `data:${value.type};base64,${value.bytes.toString('base64')}` : value,
  );
}

const picture = fc
  .uint8Array({ maxLength: 200 })
  .map((bytes) => ({ type: 'image/png' as const, bytes: Buffer.from(bytes) }));
const { value } = fc.letrec<{ value: WireValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.string({ unit: 'grapheme' }),
    fc.double({ noNaN: true }),
    fc.boolean(),
    fc.constant(null),
    picture,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.string(), fc.option(tie('value'), { nil: undefined }), { maxKeys: 4 }),
  ),
}));

test('whatever is sent, its bytes are those of the JSON, as many as announced, each time that it is sent', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), value), (input) => {
      const body = writeBody(input);
      const sent = Buffer.concat([...body.pieces()]);
      expect(sent.toString()).toBe(asJson(input));
      expect(body.byteLength).toBe(sent.byteLength);
      expect(Buffer.concat([...body.pieces()]).equals(sent)).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test('a large picture is encoded piece by piece', () => {
  const bytes = Buffer.alloc(1_000_001, 'a picture');
  const body = writeBody({ image_urls: [{ type: 'image/jpeg', bytes }] });
  const pieces = [...body.pieces()];
  expect(Math.max(...pieces.map(({ byteLength }) => byteLength))).toBeLessThanOrEqual(64 * 1024);
  const { image_urls: urls } = JSON.parse(Buffer.concat(pieces).toString()) as { image_urls: [string] };
  expect(urls[0]).toBe(`data:image/jpeg;base64,${bytes.toString('base64')}`);
});
