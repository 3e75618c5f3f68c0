import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { openBrowser } from '../../support/browser.ts';
import { BESIDE_SLIDER, CHOICE, openGallery } from './open-gallery.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
});

const who = async (page: Page) => await page.locator('.who').textContent();
const zoomOf = async (page: Page) =>
  await page.evaluate<{ z: number; x: number }>(`(() => {
    const style = document.querySelector('.pair').style;
    return { z: Number(style.getPropertyValue('--z')), x: parseFloat(style.getPropertyValue('--x')) };
  })()`);

it('zooms by keys, click and wheel, pans by dragging, and keeps both from one picture to the next', async () => {
  await using opened = await openGallery(browser, CHOICE);
  const { page } = opened;
  await page.locator('.shot').nth(1).click(BESIDE_SLIDER);
  const level = page.locator('.level');
  expect(await level.textContent()).toBe('Fit');
  await page.keyboard.press('1');
  expect(await level.textContent()).toBe('100 %');
  const { z } = await zoomOf(page);
  const box = await page.locator('.now img').boundingBox();
  expect(box?.width).toBeCloseTo(2560, 0);
  await page.mouse.move(500, 400);
  await page.mouse.down();
  await page.mouse.move(400, 400, { steps: 4 });
  await page.mouse.up();
  expect(await zoomOf(page)).toEqual({ z, x: -100 });
  await page.keyboard.press('ArrowRight');
  expect(await who(page)).toContain('hero@city');
  expect(await zoomOf(page)).toEqual({ z, x: -100 });
  await page.keyboard.press('+');
  expect((await zoomOf(page)).z).toBeCloseTo(z * 1.5, 5);
  await page.keyboard.press('-');
  await page.keyboard.press('0');
  expect(await level.textContent()).toBe('Fit');
  await page.mouse.click(500, 400);
  expect(await level.textContent()).toBe('100 %');
  await page.mouse.click(500, 400);
  expect(await level.textContent()).toBe('Fit');
  await page.mouse.wheel(0, -400);
  await expect.poll(async () => (await zoomOf(page)).z).toBeGreaterThan(1.5);
  await page.keyboard.press('Shift+ArrowRight');
  expect((await zoomOf(page)).x).toBeLessThan(0);
  expect(await who(page)).toContain('hero@city');
  expect(opened.complaints).toEqual([]);
});

it('takes two fingers, a double tap and a swipe on a touch screen', async () => {
  await using opened = await openGallery(browser, CHOICE, 390, { hasTouch: true, isMobile: true });
  const { page } = opened;
  await page
    .locator('.shot')
    .first()
    .tap({ position: { x: 8, y: 30 } });
  const touch = await page.context().newCDPSession(page);
  const send = async (
    type: 'touchStart' | 'touchMove' | 'touchEnd',
    points: readonly (readonly [number, number])[],
  ) =>
    await touch.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: points.map(([x, y], id) => ({ x, y, id })),
    });
  await send('touchStart', [
    [150, 330],
    [230, 330],
  ]);
  await send('touchMove', [
    [110, 330],
    [270, 330],
  ]);
  await send('touchEnd', []);
  expect((await zoomOf(page)).z).toBeCloseTo(2, 1);
  await page.keyboard.press('0');
  await page.touchscreen.tap(190, 330);
  await page.touchscreen.tap(190, 330);
  expect(await page.locator('.level').textContent()).toBe('100 %');
  await page.keyboard.press('0');
  await send('touchStart', [[300, 330]]);
  await send('touchMove', [[180, 335]]);
  await send('touchEnd', []);
  await expect.poll(async () => await who(page)).toContain('hero@beach');
  expect(opened.complaints).toEqual([]);
});

it('keeps letters for the large view: outside it they do nothing', async () => {
  await using opened = await openGallery(browser, CHOICE);
  const { page } = opened;
  await page.locator('.shot').first().focus();
  for (const key of ['s', 'x', 'p', 'f', 'c', '1']) await page.keyboard.press(key);
  expect(await page.locator('.edit[data-mark=star], .edit[data-mark=reject]').count()).toBe(0);
  expect(await page.locator('.view').isVisible()).toBe(false);
  await page.keyboard.press('Enter');
  await page.keyboard.press('f');
  expect(await page.locator('.side').isVisible()).toBe(false);
  await expect.poll(async () => await page.evaluate('document.fullscreenElement?.className')).toBe('room');
  await page.keyboard.press('f');
  await expect.poll(async () => await page.locator('.side').isVisible()).toBe(true);
  expect(opened.complaints).toEqual([]);
});
