import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';

import sharp from 'sharp';
import { loadEngine } from '../../src/pictures/engine.ts';
import { openBrowser } from '../support/browser.ts';
import { ENGINE_FOLDER } from '../support/engine-folder.ts';

/** Red on the left half, white on the right one. */
const HALVES = await sharp({ create: { width: 80, height: 40, channels: 3, background: '#fff' } })
  .composite([
    { input: { create: { width: 40, height: 40, channels: 3, background: '#f00' } }, left: 0, top: 0 },
  ])
  .png()
  .toBuffer();

test('a picture with an orientation is turned as a browser turns it, and has none itself', async () => {
  await using made = new AsyncDisposableStack();
  const folder = await mkdtemp(path.join(tmpdir(), 'turned-'));
  made.defer(async () => {
    await rm(folder, { recursive: true, maxRetries: 5 });
  });
  const browser = await openBrowser();
  made.defer(async () => {
    await browser.close();
  });
  const page = await browser.newPage();
  /** Its size, and whether the right end of its first row is red: not if it is shown as it is stored. */
  const look = async (bytes: Buffer, type: string): Promise<readonly unknown[]> => {
    const source = `data:image/${type};base64,${bytes.toString('base64')}`;
    await page.setContent(`<body style="margin:0"><img style="display:block" src="${source}">`);
    const picture = page.locator('img');
    const { data, info } = await sharp(await picture.screenshot())
      .raw()
      .toBuffer({ resolveWithObject: true });
    const [, green = 0] = data.subarray((info.width - 3) * info.channels);
    return [info.width, info.height, green < 99];
  };
  const engine = loadEngine(ENGINE_FOLDER);
  const seen: unknown[] = [];
  for (const type of ['jpeg', 'png', 'webp'] as const) {
    const original = await sharp(HALVES).withMetadata({ orientation: 6 }).toFormat(type).toBuffer();
    const file = path.join(folder, `original.${type}`);
    await writeFile(file, original);
    const shown = await look(original, type);
    const [width, height] = shown as [number, number];
    for (const format of ['jpeg', 'webp', 'png'] as const) {
      const rendition = await engine.encode(
        { path: file, type: `image/${type}` },
        { width, height, format, quality: 80, set: {} },
      );
      expect([type, format, ...(await look(rendition, format))]).toEqual([type, format, ...shown]);
      expect((await sharp(rendition).metadata()).orientation).toBeUndefined();
    }
    seen.push([type, ...shown]);
  }
  expect(seen).toEqual([
    ['jpeg', 40, 80, true],
    ['png', 40, 80, true],
    ['webp', 80, 40, false],
  ]);
});
