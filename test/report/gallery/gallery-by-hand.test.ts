import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { openBrowser } from '../../support/browser.ts';
import { CHOICE, EDITS, HOSTILE, openGallery } from './open-gallery.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
});

it('compares before and after by a slider, in the card and large', async () => {
  await using opened = await openGallery(browser, EDITS);
  const { page } = opened;
  const slider = page.locator('.edit').first().locator('.slide');
  await slider.focus();
  for (let press = 0; press < 10; press += 1) await page.keyboard.press('ArrowRight');
  expect(await slider.inputValue()).toBe('60');
  expect(await page.locator('.frame').first().getAttribute('style')).toBe('--at: 60%;');
  await page
    .locator('.shot')
    .first()
    .click({ position: { x: 10, y: 10 } });
  await page.getByRole('button', { name: 'Slider' }).click();
  const boxes = await Promise.all(
    ['.stage', '.pair', '.then', '.now'].map((part) => page.locator(part).boundingBox()),
  );
  const [stage, pair, then, now] = boxes;
  expect(then).toEqual(pair);
  expect(now).toEqual(pair);
  expect((pair?.x ?? 0) + (pair?.width ?? 0) / 2).toBeCloseTo((stage?.x ?? 0) + (stage?.width ?? 0) / 2, 0);
  await page.locator('.pair .slide').focus();
  await page.keyboard.press('Home');
  expect(await page.locator('.pair .slide').inputValue()).toBe('0');
  expect(await page.evaluate("getComputedStyle(document.querySelector('.then')).clipPath")).toBe(
    'inset(0px 100% 0px 0px)',
  );
  expect(opened.complaints).toEqual([]);
});

it('is walked by the keyboard: arrows, Enter, Escape, search by slash', async () => {
  await using opened = await openGallery(browser, EDITS);
  const { page } = opened;
  const focused = async () =>
    await page.evaluate("document.activeElement.closest('.edit')?.querySelector('h2').textContent");
  const dialog = page.locator('dialog.view');
  await page.locator('.shot').first().focus();
  await page.keyboard.press('ArrowRight');
  expect(await focused()).toBe('hero@beach');
  await page.keyboard.press('End');
  expect(await focused()).toBe(HOSTILE);
  await page.keyboard.press('ArrowUp');
  expect(await focused()).toBe('cutout');
  await page.keyboard.press('ArrowDown');
  expect(await focused()).toBe(HOSTILE);
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  expect(await dialog.isVisible()).toBe(true);
  expect(await page.locator('.who').textContent()).toMatch(/cutout 1 \/ 6/);
  await page.keyboard.press('ArrowRight');
  expect(await page.locator('.who').textContent()).toMatch(/hero@beach 2 \/ 6/);
  await page.keyboard.press('c');
  expect(await page.locator('.pair').getAttribute('data-mode')).toBe('slide');
  await page.keyboard.press('Escape');
  expect(await dialog.isVisible()).toBe(false);
  await expect.poll(focused).toBe('hero@beach');
  await page.keyboard.press('/');
  await page.keyboard.type('beach');
  expect(await page.locator('.edit:visible').count()).toBe(1);
  expect(await page.locator('.shown').textContent()).toBe('1 of 6 shown');
  await page.keyboard.press('Escape');
  expect(await page.locator('.edit:visible').count()).toBe(6);
  expect(opened.complaints).toEqual([]);
});

it('never has the focus below the bar, however many rows the bar has', async () => {
  await using opened = await openGallery(browser, CHOICE, 700);
  const { page } = opened;
  expect(await page.evaluate("document.querySelector('.bar').offsetHeight")).toBeGreaterThan(110);
  await page.locator('.shot').first().focus();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowUp');
  const above =
    "document.activeElement.closest('.edit').getBoundingClientRect().top - document.querySelector('.bar').getBoundingClientRect().bottom";
  expect(await page.evaluate(above)).toBeGreaterThanOrEqual(0);
});

it('filters by state and says where nothing matches', async () => {
  await using opened = await openGallery(browser, EDITS);
  const { page } = opened;
  await page.getByRole('button', { name: 'Failed' }).click();
  expect(await page.locator('.edit:visible h2').allTextContents()).toEqual(['bad']);
  expect(await page.locator('.edit:visible .reason').textContent()).toContain('Refused.');
  await page.getByRole('searchbox').fill('beach');
  expect(await page.locator('.none').isVisible()).toBe(true);
  await page.getByRole('button', { name: 'Show all' }).click();
  expect(await page.locator('.edit:visible').count()).toBe(6);
  expect(opened.complaints).toEqual([]);
});

it('compares with the reference that is picked', async () => {
  await using opened = await openGallery(browser, EDITS);
  const { page } = opened;
  await page.locator('.edit').nth(1).locator('.ref').nth(1).click();
  expect(await page.locator('.pair').getAttribute('data-mode')).toBe('side');
  expect(await page.locator('.other').nth(1).getAttribute('aria-pressed')).toBe('true');
  await page.locator('.other').nth(2).click();
  expect(await page.locator('.then img').getAttribute('src')).toMatch(/\/cutout\.jpg$/);
  await page.getByRole('button', { name: 'Close' }).click();
  expect(opened.complaints).toEqual([]);
});
