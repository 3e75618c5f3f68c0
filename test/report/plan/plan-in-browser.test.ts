import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { openBrowser } from '../../support/browser.ts';
import { openPlanPage } from './open-plan-page.ts';
import { realisticPlan } from './sample-plan.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
});

it.each([360, 1000])('fits a window of %d pixels, and shows its pictures', async (width) => {
  await using opened = await openPlanPage(browser, realisticPlan(), { width, colorScheme: 'light' });
  const { page, strays } = opened;
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
  const widths = 'Array.from(document.images, (image) => `${image.naturalWidth} as ${image.clientWidth}`)';
  expect(await page.evaluate(widths)).toEqual(Array.from({ length: 5 }, () => '640 as 120'));
  expect(strays).toEqual([]);
  // The old and the new reference are side by side.
  const tops = await page.evaluate(
    'Array.from(document.images, (image) => image.getBoundingClientRect().top)',
  );
  expect(new Set(tops as readonly number[]).size).toBe(4);
});
