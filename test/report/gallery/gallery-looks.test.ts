import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { openBrowser } from '../../support/browser.ts';
import { difference } from '../compare-looks.ts';
import { LOOKS, takeLook } from './looks.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
});

// `node scripts/gallery-looks.ts` takes them again.
it.each(Object.keys(LOOKS))('looks as before: %s', async (name) => {
  const before = await readFile(new URL(`looks/${name}.jpg`, import.meta.url));
  expect(await difference(await takeLook(browser, name), before)).toBeLessThan(4);
});

it('can see the difference between looks', async () => {
  const [light, dark, zoom, view] = await Promise.all(
    ['light', 'dark', 'zoom', 'view'].map(
      async (name) => await readFile(new URL(`looks/${name}.jpg`, import.meta.url)),
    ),
  );
  if (light === undefined || dark === undefined || zoom === undefined || view === undefined)
    throw new Error('four were read');
  expect(await difference(light, dark)).toBeGreaterThan(8);
  expect(await difference(view, zoom)).toBeGreaterThan(8);
});
