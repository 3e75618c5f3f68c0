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
  const [light, takes] = await Promise.all(
    ['light', 'takes'].map(async (name) => await readFile(new URL(`looks/${name}.jpg`, import.meta.url))),
  );
  if (light === undefined || takes === undefined) throw new Error('both were read');
  expect(await difference(light, takes)).toBeGreaterThan(8);
});
