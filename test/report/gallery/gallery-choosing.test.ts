import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { openBrowser } from '../../support/browser.ts';
import { sampleOutcome } from '../sample-run.ts';
import { BESIDE_SLIDER, CHOICE, openGallery } from './open-gallery.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
});

const who = async (page: Page) => await page.locator('.who').textContent();
const modeOf = async (page: Page) => await page.locator('.pair').getAttribute('data-mode');

it('compares any two: two that are picked, and a pinned one with each of the others', async () => {
  await using opened = await openGallery(browser, CHOICE);
  const { page } = opened;
  await page.getByRole('button', { name: 'Compare hero@beach' }).click();
  await page.getByRole('button', { name: 'Compare cutout' }).click();
  expect(await modeOf(page)).toBe('side');
  expect(await page.locator('.pane figcaption').allTextContents()).toEqual(['hero@beach', 'cutout']);
  await page.keyboard.press('p');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  expect(await page.locator('.pane figcaption').allTextContents()).toEqual(['Pinned: cutout', 'hero@city']);
  await page.keyboard.press('b');
  expect(await modeOf(page)).toBe('blink');
  const seen = async () => await page.locator('.pair').getAttribute('data-show');
  await expect.poll(seen).toBe('then');
  await expect.poll(seen).toBe('now');
  await page.keyboard.press(' ');
  expect(await seen()).toBe('then');
  await page.keyboard.press('Escape');
  expect(opened.complaints).toEqual([]);
});

it('marks pictures, remembers the marks, filters by them, and copies the ids', async () => {
  await using opened = await openGallery(browser, CHOICE);
  const { page } = opened;
  await page.locator('.edit').first().hover();
  await page.getByRole('button', { name: 'Star cutout' }).click();
  await page.locator('.shot').nth(2).click(BESIDE_SLIDER);
  await page.keyboard.press('x');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('x');
  await page.keyboard.press('Escape');
  await expect.poll(() => page.url()).not.toContain('#');
  await page.reload();
  await page.getByRole('button', { name: 'Rejected 2' }).click();
  expect(await page.locator('.edit:visible h2').allTextContents()).toEqual(['hero@city', 'hero@forest']);
  await page.getByRole('button', { name: 'Copy as spec…' }).click();
  const text = page.locator('.spec textarea');
  expect(await text.inputValue()).toBe('force: >-\n  hero@city\n  hero@forest\n');
  await page.getByLabel('Only the starred ones').check();
  expect(await text.inputValue()).toBe('only: >-\n  cutout\n');
  await page.getByLabel('Keep the starred takes').check();
  expect(await text.inputValue()).toBe('');
  expect(await page.locator('.hint').textContent()).toContain('Star a take of an edit first');
  await page.getByRole('button', { name: 'Remove all marks' }).click();
  await page.getByRole('button', { name: 'Close' }).click();
  expect(await page.locator('.edit:visible').count()).toBe(5);
  expect(opened.complaints).toEqual([]);
});

it('steps through the takes of an edit, shows old beside new, and copies which take to keep', async () => {
  const at = (number: number, edit = 'hero', isKept = number === 1) => ({
    take: { edit, number, of: 3, isKept, isChosen: false },
    key: edit.replace(/@.*/, ''),
  });
  const take = (edit: string, number: number) =>
    sampleOutcome(`${edit}#${number}`, 'succeeded', {}, at(number, edit));
  const edits = [take('hero', 1), take('hero', 2), take('hero', 3), take('ad@city', 1), take('ad@city', 2)];
  await using opened = await openGallery(browser, edits, 1200, {}, new Map([['hero#1', ['hero#2.jpg']]]));
  const { page } = opened;
  expect(await page.locator('.take').first().textContent()).toBe('1 of 3, kept');
  await page.locator('.shot').first().click(BESIDE_SLIDER);
  expect(await page.locator('.other').allTextContents()).toEqual(['Before', 'shots/mug.png', 'hero#3']);
  await page.keyboard.press('ArrowDown');
  expect(await who(page)).toContain('hero#2');
  await page.keyboard.press('s');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  expect(await who(page)).toContain('hero#3');
  await page.keyboard.press('Escape');
  await page.locator('.edit').nth(4).hover();
  await page.getByRole('button', { name: 'Star ad@city#2' }).click();
  await page.getByRole('button', { name: 'Copy as spec…' }).click();
  expect(await page.locator('.spec textarea').inputValue()).toBe(
    'edits:\n  hero:\n    keep: 2\n  ad:\n    keep:\n      ad@city: 2\n',
  );
  const hint = page.locator('.hint');
  expect(await hint.textContent()).toMatch(/costs nothing\.$/);
  await page.getByRole('button', { name: 'Close' }).click();
  await page.locator('.edit').nth(2).hover();
  await page.getByRole('button', { name: 'Star hero#3' }).click();
  await page.getByRole('button', { name: 'Copy as spec…' }).click();
  expect(await page.locator('.spec textarea').inputValue()).toContain('  hero:\n    keep: 3\n');
  expect(await hint.textContent()).toMatch(/several are starred of hero \(2, 3; here 3\)\.$/);
  expect(opened.complaints).toEqual([]);
});

it('an address that ends in an id opens that edit, and the open edit is in the address', async () => {
  await using opened = await openGallery(browser, CHOICE);
  const { page } = opened;
  const address = page.url();
  await page.goto(`${address}#hero@forest`);
  await expect.poll(async () => await who(page)).toContain('hero@forest 4 / 4');
  await page.keyboard.press('ArrowLeft');
  expect(page.url()).toBe(`${address}#hero@city`);
  await page.keyboard.press('Escape');
  await expect.poll(() => page.url()).toBe(address);
  await page.goto(`${address}#hero%40beach`);
  await expect.poll(async () => await who(page)).toContain('hero@beach');
  await page.keyboard.press('Escape');
  await expect.poll(() => page.url()).toBe(address);
  // The same edit once more, and from there one without a picture.
  await page.goto(`${address}#hero@beach`);
  await page.locator('.view[open]').waitFor();
  await page.goto(`${address}#bad`);
  await page.locator('.view[open]').waitFor({ state: 'detached' });
  expect(await page.locator('#bad').isVisible()).toBe(true);
  expect(opened.complaints).toEqual([]);
});

it('filters and groups by a matrix value, sorts, and shows more or fewer in a row', async () => {
  await using opened = await openGallery(browser, CHOICE);
  const { page } = opened;
  const ids = async () => {
    // The cards are moved when their new order has been painted.
    await expect.poll(async () => await page.evaluate('arranged.length')).toBe(0);
    return await page.locator('.edit:visible h2').allTextContents();
  };
  await page.locator('.facet[data-axis=tone]').selectOption('cold');
  expect(await ids()).toEqual(['hero@beach', 'hero@forest']);
  await page.locator('.facet[data-axis=scene]').selectOption('city');
  await page.getByRole('button', { name: 'Show all' }).click();
  await page.getByLabel('Sort by').selectOption('cost');
  expect(await ids()).toEqual(['cutout', 'hero@forest', 'hero@city', 'hero@beach', 'bad']);
  await page.getByLabel('Group by').selectOption('tone');
  expect(await page.locator('h2.group').allTextContents()).toEqual(['no tone 2', 'cold 2', 'warm 1']);
  expect(await ids()).toEqual(['cutout', 'bad', 'hero@forest', 'hero@beach', 'hero@city']);
  await page.getByRole('button', { name: 'Failed' }).click();
  expect(await page.locator('h2.group:visible').allTextContents()).toEqual(['no tone 1']);
  await page.getByRole('button', { name: 'All' }).click();
  await page.getByLabel('Group by').selectOption('');
  const widthOf = async () => (await page.locator('.edit').first().boundingBox())?.width ?? 0;
  const wide = await widthOf();
  await page.getByLabel('Size of the pictures').fill('0');
  expect(await widthOf()).toBeLessThan(wide / 2);
  await page.reload();
  expect(await widthOf()).toBeLessThan(wide / 2);
  expect(opened.complaints).toEqual([]);
});
