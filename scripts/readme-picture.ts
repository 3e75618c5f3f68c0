/** Takes the picture of the gallery in README.md from what `npm run demo` left in `demo/out`. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import sharp from 'sharp';

import { actionFolder } from '../demo/action-metadata.ts';
import { openBrowser } from '../test/support/browser.ts';

await using browser = await openBrowser();
const page = await browser.newPage({ viewport: { width: 1360, height: 930 } });
await page.goto(pathToFileURL(path.join(actionFolder, 'demo/out/index.html')).href, { waitUntil: 'load' });
// Pictures are loaded as they come into view; all of them must be there.
await page.evaluate("for (const image of document.images) image.loading = 'eager'");
await page.waitForFunction('[...document.images].every((image) => image.complete)');
await page.evaluate(
  'Promise.all([...document.images].filter((image) => image.currentSrc).map((image) => image.decode()))',
);
const shot = await page.screenshot();
await sharp(shot).jpeg({ quality: 84 }).toFile(path.join(actionFolder, 'docs/gallery.jpg'));
