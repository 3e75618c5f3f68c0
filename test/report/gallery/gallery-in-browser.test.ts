import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { openBrowser } from '../../support/browser.ts';
import { sampleOutcome, sampleReport } from '../sample-run.ts';
import { EDITS, HOSTILE, openGallery } from './open-gallery.ts';
import { writePage } from './gallery-stage.ts';

const at = { file: 'edits.yml', line: 1, column: 1 };
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
});

it('opens from a disk: every picture shows, nothing complains, hostile text stays text', async () => {
  await using opened = await openGallery(browser, EDITS);
  const { page } = opened;
  for (const image of await page.locator('img[src]').all()) {
    await image.scrollIntoViewIfNeeded();
  }
  const missing =
    "[...document.images].filter((image) => image.getAttribute('src') && !image.naturalWidth).length";
  await expect.poll(async () => await page.evaluate(missing)).toBe(0);
  expect(await page.locator('.edit').count()).toBe(6);
  expect(await page.evaluate('window.ran')).toBeUndefined();
  expect(await page.locator('.edit').nth(3).locator('.prompt').textContent()).toBe(HOSTILE);
  await page.locator('.shot').nth(5).click();
  expect(await page.locator('.view .prompt').textContent()).toBe(HOSTILE);
  expect(await page.evaluate('window.ran')).toBeUndefined();
  expect(opened.complaints).toEqual([]);
});

it.each([320, 768, 1440])('fits a screen %i pixels wide', async (width) => {
  await using opened = await openGallery(browser, EDITS, width);
  const { page } = opened;
  const overflow = async () => await page.evaluate('document.documentElement.scrollWidth - innerWidth');
  expect(await overflow()).toBe(0);
  await page.locator('details').first().click();
  expect(await overflow()).toBe(0);
  await page
    .locator('.shot')
    .first()
    .click({ position: { x: 8, y: 8 } });
  for (const name of ['Slider', 'Side by side', 'Result']) {
    await page.getByRole('button', { name }).click();
    const box = await page.locator('.now').boundingBox();
    expect(box).not.toBeNull();
    expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 0) <= width + 0.5).toBe(true);
    expect(await page.evaluate("document.querySelector('.view').scrollWidth - innerWidth")).toBe(0);
  }
});

it('names a hosted reference by its address where it cannot be loaded', async () => {
  const url = 'https://hosted.invalid/scene.jpg';
  await using opened = await openGallery(browser, [
    sampleOutcome('hosted', 'succeeded', {}, { images: [{ kind: 'url', url, at }] }),
  ]);
  const { page } = opened;
  await expect.poll(async () => await page.locator('.refs .named').textContent()).toBe(url);
  await expect.poll(async () => await page.locator('.frame.compare').count()).toBe(0);
  expect(opened.complaints.filter((text) => text.startsWith('request:'))).toEqual(
    expect.arrayContaining([`request: ${url}`]),
  );
});

it('is a plain list of pictures where scripts are off', async () => {
  await using opened = await openGallery(browser, EDITS, 1200, { javaScriptEnabled: false });
  expect(await opened.page.locator('.edit:visible').count()).toBe(6);
  expect(await opened.page.locator('.bar').isVisible()).toBe(false);
  expect(await opened.page.locator('.shot').first().getAttribute('href')).toBe('cutout.jpg');
});

it('stays usable with 5,000 edits', async () => {
  const many = Array.from({ length: 5000 }, (_, index) => sampleOutcome(`hero@${index}`, 'succeeded'));
  await using gallery = await writePage(sampleReport(many));
  const page = await browser.newPage();
  await page.goto(gallery.page);
  await page.getByRole('searchbox').fill('hero@4999');
  await expect.poll(async () => await page.locator('.shown').textContent()).toBe('1 of 5000 shown');
  await page.locator('.edit:visible .shot').click();
  expect(await page.locator('.who').textContent()).toMatch(/hero@4999 1 \/ 1/);
  await page.close();
});
