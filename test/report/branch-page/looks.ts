import type { Browser, Page } from 'playwright-core';

import { lookOptions, takePicture, type LookOptions } from '../compare-looks.ts';
import { openBranchGallery } from './open-branch-gallery.ts';

/** What a picture of the gallery on the branch shows. */
interface Look extends LookOptions {
  readonly hash?: string;
  /** What someone does before it is taken. */
  readonly act?: (page: Page) => Promise<void>;
}

/** The looks of the gallery on the branch, by name: in a clone without a network. */
export const LOOKS: Readonly<Record<string, Look>> = {
  light: {},
  dark: { isDark: true },
  phone: { isPhone: true },
  view: { hash: '#hero@beach' },
  // What only the history has cannot be loaded here.
  takes: {
    act: async (page) => {
      await page.getByLabel('Group by').selectOption('edit');
      await page.getByLabel('Search').fill('ad#');
      await page.locator('.frame.empty').waitFor();
    },
  },
};

/** A picture of the gallery on the branch: a JPEG, small enough to be kept. */
export async function takeLook(browser: Browser, name: string): Promise<Buffer> {
  const { hash, act, ...look } = LOOKS[name] ?? {};
  await using opened = await openBranchGallery(browser, lookOptions(look), hash);
  await act?.(opened.page);
  return await takePicture(opened.page);
}
