import { expect, test } from 'vitest';

import fc from 'fast-check';
import { decodeCbor } from '../../../src/media/c2pa/cbor.ts';

/** Examples of RFC 8949, appendix A. */
test.each([
  ['00', 0],
  ['1818', 24],
  ['1903e8', 1000],
  ['1a000f4240', 1_000_000],
  ['1b000000e8d4a51000', 1_000_000_000_000],
  ['1bffffffffffffffff', 18_446_744_073_709_551_615n],
  ['29', -10],
  ['f4', false],
  ['f5', true],
  ['f6', null],
  ['fa47c35000', 100_000],
  ['fb3ff199999999999a', 1.1],
  ['c074323031332d30332d32315432303a30343a30305a', '2013-03-21T20:04:00Z'],
  ['6449455446', 'IETF'],
  ['62c3bc', 'ü'],
  ['83010203', [1, 2, 3]],
  ['a26161016162820203', { a: 1, b: [2, 3] }],
  ['a201020304', { 1: 2, 3: 4 }],
  ['9f018202039f0405ffff', [1, [2, 3], [4, 5]]],
  ['bf61610161629f0203ffff', { a: 1, b: [2, 3] }],
  ['7f657374726561646d696e67ff', 'streaming'],
  ['4401020304', Buffer.of(1, 2, 3, 4)],
])('%s', (hex, value) => {
  expect(decodeCbor(Buffer.from(hex, 'hex'))).toEqual(value);
});

test.each(['', '19', '6449', '9f01', 'ff', '1c', `${'81'.repeat(100)}00`])('malformed: %s', (hex) => {
  expect(decodeCbor(Buffer.from(hex, 'hex'))).toBeUndefined();
});

test('nothing is thrown, whatever comes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      decodeCbor(Buffer.from(bytes));
    }),
  );
});
