import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';

import type { LockEntry } from '../../../src/lock/types.ts';
import { openBrowser } from '../../support/browser.ts';
import { sampleEntry } from '../sample-branch.ts';
import { sampleEdit, sampleFile } from '../sample-run.ts';
import { openBranchPage } from './open-branch-page.ts';

const HOSTILE = `</small></td></table><script>window.ran=1</script><img src=x onerror="window.ran=1"> | **b** \`c\` [d](javascript:window.ran=1) @octocat #12 \n\n# e\n\n\`\`\`\n<!--`;

function entryOf(prompt: string, ...paths: readonly string[]): LockEntry {
  const { lockedInput } = sampleEdit('any');
  return sampleEntry(
    paths.map((name) => sampleFile(name)),
    { input: { ...lockedInput, prompt }, costUsd: 0.03 },
  );
}

const EDITS = {
  cutout: entryOf('Cut the mug out.', 'cutout.jpg'),
  'hero@beach': entryOf('A long prompt. '.repeat(50), 'hero/beach at “dusk”.jpg'),
  set: entryOf('Three.', 'set-1.jpg', 'set-2.jpg', 'set-3.jpg'),
  [HOSTILE]: entryOf(HOSTILE, `-50% #1?'s [x](y) |.jpg`),
  'a-very-long-id-that-goes-on-and-on@with-a-matrix+of-many-values': entryOf('Short.', 'long.jpg'),
};

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
});

it('shows every picture, leads to its file, and lets hostile text be text', async () => {
  await using opened = await openBranchPage(browser, EDITS, 1012);
  const { page, folder } = opened;
  const missing = '[...document.images].filter((image) => !image.complete || !image.naturalWidth).length';
  await expect.poll(async () => await page.evaluate(missing)).toBe(0);
  expect(await page.locator('img').count()).toBe(7);
  const links = await page.evaluate<string[]>(
    "[...document.querySelectorAll('td a')].map(({ href }) => href)",
  );
  expect(links).toHaveLength(7);
  for (const link of links) {
    const address = new URL(link);
    expect(existsSync(path.normalize(decodeURIComponent(address.pathname)))).toBe(true);
    expect(address.pathname.startsWith(folder)).toBe(true);
    expect(address.search + address.hash).toBe('');
  }
  expect(await page.locator('td').count()).toBe(5);
  expect(await page.locator('h1').allTextContents()).toEqual(['acme/shop']);
  const prompt = await page.locator('td', { hasText: 'window.ran' }).locator('details > small').textContent();
  expect(prompt?.replaceAll('\u2060', '')).toBe(HOSTILE.replaceAll(/\s+/g, ' '));
  expect(await page.evaluate('window.ran')).toBeUndefined();
  expect(opened.complaints).toEqual([]);
});

it.each([
  [360, 100, 2],
  [768, 250, 2],
  [1280, 400, 2],
])('is a page of pictures on a screen %i pixels wide', async (width, smallest, columns) => {
  await using opened = await openBranchPage(browser, EDITS, width);
  const { page } = opened;
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
  const hidden = "document.querySelector('table').scrollWidth - document.querySelector('table').clientWidth";
  expect(await page.evaluate(hidden)).toBe(0);
  const boxes = await Promise.all(
    (await page.locator('td > a:first-child > img').all()).map(async (image) => await image.boundingBox()),
  );
  for (const box of boxes) expect(box?.width).toBeGreaterThan(smallest);
  expect(new Set(boxes.map((box) => box?.x)).size).toBe(columns);
});
