import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import sharp from 'sharp';
import { expect, test } from 'vitest';

import { writeExamplePage } from '../../demo/write-example-page.ts';
import { openBrowser } from '../support/browser.ts';

const EXAMPLE = path.resolve(import.meta.dirname, '../../examples/page/index.html');

test('the example page of the demo shows pictures when it is opened from disk; the example itself says what it needs', async () => {
  await using made = new AsyncDisposableStack();
  const folder = await mkdtemp(path.join(tmpdir(), 'page-'));
  made.defer(async () => {
    await rm(folder, { recursive: true, maxRetries: 5 });
  });
  const picture = sharp({ create: { width: 40, height: 20, channels: 3, background: '#336699' } });
  await picture.jpeg().toFile(path.join(folder, 'hero-40w.jpg'));
  const alt = 'A </script> mug';
  const renditions = [{ html: '<picture><img src="hero-40w.jpg" alt=""></picture>', placeholder: null }];
  await writeFile(
    path.join(folder, 'pictures.json'),
    JSON.stringify({ version: 1, edits: { hero: { alt, pictures: [{ renditions }] } } }),
  );
  await writeExamplePage(folder);
  await copyFile(EXAMPLE, path.join(folder, 'example.html'));

  const browser = await openBrowser();
  made.defer(async () => {
    await browser.close();
  });
  const tab = await browser.newPage();
  await tab.goto(pathToFileURL(path.join(folder, 'page.html')).href);
  await tab.waitForFunction('document.querySelector("main img")?.naturalWidth === 40');
  expect(await tab.textContent('main')).toBe(alt);
  await tab.goto(pathToFileURL(path.join(folder, 'example.html')).href);
  expect(await tab.textContent('main')).toContain('works only if its folder is served');
});
