import fc from 'fast-check';
import { expect, it } from 'vitest';

import { splitPages } from '../../../src/report/branch-page/split-pages.ts';

it.each([
  ['nothing', [], []],
  ['as many as may be', ['a', 'b', 'c', 'd'], [['a', 'b', 'c'], ['d']]],
  ['as large as may be, in UTF-8', ['ää', 'bb', 'c'], [['ää', 'bb'], ['c']]],
  ['one that is too large alone', ['a', 'b'.repeat(9), 'c'], [['a'], ['b'.repeat(9)], ['c']]],
])('%s', (_, parts, pages) => {
  expect(splitPages(parts, { maxParts: 3, maxBytes: 6 }, (part) => part)).toEqual(pages);
});

it('keeps all parts in order, on pages that are neither empty nor over their limits', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ maxLength: 20 })),
      fc.integer({ min: 1, max: 5 }),
      fc.nat(60),
      (parts, maxParts, maxBytes) => {
        const pages = splitPages(parts, { maxParts, maxBytes }, (part) => part);
        expect(pages.flat()).toEqual(parts);
        for (const page of pages) {
          expect(page.length).toBeGreaterThanOrEqual(1);
          expect(page.length).toBeLessThanOrEqual(maxParts);
          expect(page.length === 1 || Buffer.byteLength(page.join('')) <= maxBytes).toBe(true);
        }
      },
    ),
  );
});
