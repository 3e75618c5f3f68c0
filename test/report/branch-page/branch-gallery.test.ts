import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { renderBranchGallery } from '../../../src/report/branch-page/render-branch-gallery.ts';
import { openBrowser } from '../../support/browser.ts';
import { findViolations } from '../find-violations.ts';
import { entryOf, LOCK, openBranchGallery, OPTIONS } from './open-branch-gallery.ts';

const page = renderBranchGallery(LOCK, OPTIONS);

function idsOf(html: string): readonly string[] {
  return [...html.matchAll(/<article class="edit" id="([^"]+)"/g)].map(([, id]) => id ?? '');
}

it('has everything that is on the branch in the order of the spec, and takes of its history, but not what was discarded', () => {
  expect(idsOf(page)).toEqual(['hero@city', 'hero@beach', 'cutout', 'ad#1', 'ad#2', 'ad#3']);
  expect(page).toContain('<span class="take kept">2 of 3, kept</span>');
  const aside = `https://github.com/acme/shop/blob/${'e'.repeat(40)}/shots/ad-3.jpg`;
  expect(page).toContain(`In the history of the branch: <a href="${aside}">ad-3.jpg</a>`);
  expect(page).toContain(`<img class="after" src="${aside}?raw=true"`);
  // What no site has over https is a link only.
  const local = renderBranchGallery(LOCK, {
    ...OPTIONS,
    repositoryUrl: 'http://github.localhost:1/acme/shop',
  });
  expect(local).not.toContain('raw=true');
  const earlier = `https://github.com/acme/shop/tree/${'d'.repeat(40)}/shots`;
  expect(page).toContain(`Before, in the history of the branch: <a href="${earlier}">ddddddd</a>`);
});

it('shows references of the branch, of the repository and of hosts, but no address that is a key', () => {
  expect(page).toContain('<a class="ref" href="cutout.jpg" title="output of cutout">');
  expect(page).toContain(`href="https://github.com/acme/shop/blob/${'c'.repeat(40)}/shots/mug.png?raw=true"`);
  expect(page).toContain('href="https://pictures.example/scene.jpg"');
  expect(page).toContain('>https://pictures.example/s.jpg<');
  expect(page).not.toContain('secret');
});

it('says what a picture says of its origin', () => {
  expect(page).toContain('<dd>source type trainedAlgorithmicMedia; C2PA: signed by Acme</dd>');
});

it('is the same for the same lock file, and does not depend on the spec if there are several', () => {
  expect(renderBranchGallery({ ...LOCK, edits: new Map([...LOCK.edits].toReversed()) }, OPTIONS)).toBe(page);
  const lock = {
    ...LOCK,
    edits: new Map([...LOCK.edits, ['icon', entryOf('Icon.', ['icon.jpg'], { spec: 'icons.yml' })]]),
  };
  expect(renderBranchGallery(lock, OPTIONS)).toBe(renderBranchGallery(lock, { ...OPTIONS, spec: [] }));
});

it('counts edits and takes apart, and no take is above the number of takes', () => {
  const edits = new Map([...LOCK.edits].filter(([id]) => id !== 'ad#1'));
  const without = renderBranchGallery({ ...LOCK, edits }, OPTIONS);
  expect(without).toContain('<dt>Edits</dt><dd>4</dd></div><div><dt>Takes</dt><dd>2</dd>');
  expect(without).toContain('<span class="take kept">2 of 3, kept</span>');
  expect(without).toContain('<span class="take">3 of 3</span>');
});

it('says whose preview it is', () => {
  const preview = renderBranchGallery({ ...LOCK, preview: { pullRequest: 7 } }, OPTIONS);
  expect(preview).toContain('Preview of pull request 7, on branch assets');
  expect(page).toContain('>Branch assets<');
});

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
});

it.each([
  [1280, 'light'],
  [360, 'dark'],
] as const)('works in a clone without a network, %i pixels wide, %s', async (width, colorScheme) => {
  const options = { viewport: { width, height: 800 }, colorScheme, bypassCSP: true } as const;
  await using opened = await openBranchGallery(browser, options, '#hero@beach');
  const view = opened.page;
  // The address leads to an edit.
  await view.locator('.view[open]').waitFor();
  expect(await view.locator('.who strong').textContent()).toBe('hero@beach');
  expect(await view.evaluate('one(".now img").decode().then(() => one(".now img").naturalWidth)')).toBe(640);
  await view.keyboard.press('Escape');
  const kinds = await view.getByLabel('Group by').locator('option').allTextContents();
  expect(kinds).toEqual(['nothing', 'edit', 'scene']);
  if (width > 640) await view.getByLabel('Sort by').selectOption('newest');
  await view.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })");
  // What cannot be loaded is named.
  await expect
    .poll(async () => await view.locator('.ref.named').allTextContents())
    .toContain('shots/mug.png');
  await expect.poll(async () => await view.locator('.frame.empty').allTextContents()).toEqual(['Not here']);
  expect(await view.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  expect(await findViolations(view)).toEqual([]);
  expect(opened.complaints).toEqual([]);
  expect(new Set(opened.asked.map((url) => new URL(url).host))).toEqual(
    new Set(['github.com', 'pictures.example']),
  );
});

const WIDE = { viewport: { width: 1280, height: 800 } };

it.each([
  ['#ad', 'ad#2'],
  ['#cutout#1', 'cutout'],
])('an address from when the edit had another number of takes leads to its picture: %s', async (hash, id) => {
  await using opened = await openBranchGallery(browser, WIDE, hash);
  await expect.poll(async () => await opened.page.locator('.who strong').textContent()).toBe(id);
});

it('closes the large view of a take that cannot be loaded, and forgets it', async () => {
  await using opened = await openBranchGallery(browser, WIDE, '#ad#3');
  const view = opened.page;
  await expect.poll(async () => await view.locator('.frame.empty').allTextContents()).toEqual(['Not here']);
  await expect.poll(async () => await view.locator('.view').isVisible()).toBe(false);
  for (const key of ['p', 's', 'ArrowUp']) await view.keyboard.press(key);
  await view.locator('.shot').first().click();
  await view.keyboard.press('ArrowRight');
  expect(await view.locator('.who').textContent()).toContain('2 / 5');
  expect(opened.complaints).toEqual([]);
});

it.each([
  ['#hero@beach', ['output of cutout']],
  ['#hero@city', []],
])('offers no picture to compare with that cannot be loaded: %s', async (hash, names) => {
  await using opened = await openBranchGallery(browser, WIDE, hash);
  const view = opened.page;
  await expect.poll(async () => await view.locator('.other').allTextContents()).toEqual(names);
  expect(await view.locator('.modes').isVisible()).toBe(names.length > 0);
});
