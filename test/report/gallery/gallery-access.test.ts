import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { openBrowser } from '../../support/browser.ts';
import { findViolations } from '../find-violations.ts';
import { keptOutcome } from '../sample-branch.ts';
import { sampleFile, sampleOutcome } from '../sample-run.ts';
import { EDITS, openGallery } from './open-gallery.ts';

const ALL = [
  ...EDITS,
  keptOutcome('same'),
  sampleOutcome('odd', 'unknown', { error: { code: 'unknown-submit', message: 'No answer.' } }),
  sampleOutcome('off', 'cancelled', { error: { code: 'cancelled', message: 'Stopped.' } }),
  sampleOutcome('ice', 'skipped', {}, { action: { kind: 'skip', reason: 'It is frozen.' } }),
  sampleOutcome('copied', 'adopted', { files: [sampleFile('copied.jpg')] }, { matrix: { tone: 'warm' } }),
  sampleOutcome('other', 'succeeded', {}, { matrix: { tone: 'cold' } }),
];

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
});

it.each([
  ['light', 1200],
  ['dark', 1200],
  ['light', 360],
  ['dark', 360],
] as const)(
  'axe finds nothing in any state, and nothing goes over the side: %s, %i pixels wide',
  async (colorScheme, width) => {
    await using opened = await openGallery(browser, ALL, width, { colorScheme, bypassCSP: true });
    const { page } = opened;
    const judge = async (): Promise<void> => {
      expect(await findViolations(page)).toEqual([]);
      const over = `[document.documentElement, ...document.querySelectorAll('dialog[open]')].map((each) => each.scrollWidth - innerWidth)`;
      for (const pixels of await page.evaluate<readonly number[]>(over))
        expect(pixels).toBeLessThanOrEqual(0);
    };
    await page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true");
    await page.addStyleTag({ content: '.edit{content-visibility:visible!important}' });
    await judge();
    await page.getByLabel('Group by').selectOption('state');
    await page.getByRole('button', { name: 'Failed' }).click();
    await judge();
    await page.getByRole('button', { name: 'All' }).click();
    await page
      .locator('.shot')
      .nth(1)
      .click({ position: { x: 8, y: 30 } });
    await page.keyboard.press('s');
    for (const mode of ['slide', 'side', 'blink', 'after']) {
      await page.locator(`.modes [data-mode=${mode}]`).click();
      await judge();
    }
    await page.keyboard.press('Escape');
    await page.locator('button.copy').click();
    await judge();
  },
);
