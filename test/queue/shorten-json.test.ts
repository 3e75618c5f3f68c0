import fc from 'fast-check';
import { expect, test } from 'vitest';

import { createJsonShortener } from '../../src/queue/shorten-json.ts';

/** The text after it came in pieces of `size` bytes. */
function shorten(text: string, size = 1000): string {
  const bytes = Buffer.from(text);
  const shortener = createJsonShortener();
  for (let at = 0; at < bytes.byteLength; at += size) shortener.push(bytes.subarray(at, at + size));
  return shortener.text();
}

test('what is short stays as it is, however it is cut into pieces', () => {
  fc.assert(
    fc.property(fc.json(), fc.integer({ min: 1, max: 7 }), (json, size) => {
      expect(shorten(json, size)).toBe(json);
    }),
  );
});

test.each([
  ['plain', 'A'],
  ['escaped quotes', '"'],
  ['backslashes', '\\'],
  ['line breaks', '\n'],
  ['control characters', '\u0001'],
  ['text beyond ASCII', 'ü'],
  ['emoji', '🖼'],
])('a string that is too long is cut, and what surrounds it stays: %s', (_, unit) => {
  for (let shift = 0; shift < 7; shift += 1) {
    const long = 'x'.repeat(shift) + unit.repeat(200_000);
    const json = JSON.stringify({ before: 1, image_urls: [long, 'short', long], after: { output: '"}' } });
    const { image_urls, ...rest } = JSON.parse(shorten(json, 4099)) as { image_urls: string[] };
    expect(rest).toEqual({ before: 1, after: { output: '"}' } });
    expect(image_urls[1]).toBe('short');
    expect(image_urls[0]?.length).toBeLessThan(70_000);
    expect(image_urls[0]?.length).toBeGreaterThan(10_000);
  }
});

test('a body that stays too long is refused', () => {
  expect(() => shorten(`[${'1,'.repeat(600_000)}1]`)).toThrow('larger than 1 MiB');
});

test('a body without end is refused', () => {
  const shortener = createJsonShortener();
  const chunk = Buffer.alloc(32 * 1024 * 1024, 'A');
  shortener.push(Buffer.from('"'));
  expect(() => {
    for (let count = 0; count < 5; count += 1) shortener.push(chunk);
  }).toThrow('larger than 128 MiB');
});
