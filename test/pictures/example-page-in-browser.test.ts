import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';

import sharp from 'sharp';
import type { LockedFile } from '../../src/lock/types.ts';
import { renderPicturesFile } from '../../src/pictures/pictures-file.ts';
import { openBrowser } from '../support/browser.ts';

const page = path.resolve(import.meta.dirname, '../../examples/page/index.html');
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.json': 'application/json',
  '.jpg': 'image/jpeg',
};

async function paint(file: string, width: number): Promise<LockedFile> {
  const bytes = await sharp({ create: { width, height: width / 2, channels: 3, background: '#336699' } })
    .jpeg()
    .toBuffer();
  await writeFile(file, bytes);
  return {
    path: path.basename(file),
    sha256: 'a',
    bytes: bytes.length,
    type: 'image/jpeg',
    width,
    height: width / 2,
  };
}

test('the example page shows each picture in the width that it needs, with its text, also on a phone', async () => {
  await using made = new AsyncDisposableStack();
  const folder = await mkdtemp(path.join(tmpdir(), 'page-'));
  made.defer(async () => {
    await rm(folder, { recursive: true, maxRetries: 5 });
  });
  const original = await paint(path.join(folder, 'hero.jpg'), 2000);
  const files = await Promise.all(
    [320, 640, 1280].map(async (width) => await paint(path.join(folder, `hero-${width}w.jpg`), width)),
  );
  const record = {
    key: {
      set: 'web',
      settings: {},
      files,
      color: '#336699',
      placeholder: 'data:image/webp;base64,UklGRg==',
    },
  };
  await writeFile(
    path.join(folder, 'pictures.json'),
    renderPicturesFile([{ id: 'hero', alt: 'A "hero"', files: [original] }], { a: record }),
  );
  await writeFile(path.join(folder, 'index.html'), await readFile(page));
  const server = createServer((request, response) => {
    const name = path.basename(new URL(request.url ?? '/', 'http://x').pathname) || 'index.html';
    readFile(path.join(folder, name)).then(
      (bytes) => response.writeHead(200, { 'content-type': TYPES[path.extname(name)] ?? '' }).end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  made.defer(() => {
    server.closeAllConnections();
    server.close();
  });
  const browser = await openBrowser();
  made.defer(async () => {
    await browser.close();
  });
  for (const [width, chosen] of [
    [360, 'hero-640w.jpg'],
    [1280, 'hero-640w.jpg'],
    [300, 'hero-320w.jpg'],
  ] as const) {
    const tab = await browser.newPage({ viewport: { width, height: 800 } });
    await tab.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await tab.waitForFunction('document.querySelector("main img")?.complete === true');
    const seen = await tab.evaluate(
      '(() => { const i = document.querySelector("main img"); return { alt: i.alt, file: i.currentSrc.split("/").at(-1), loaded: i.naturalWidth > 0, scrolls: document.documentElement.scrollWidth > innerWidth }; })()',
    );
    expect([width, seen]).toEqual([width, { alt: 'A "hero"', file: chosen, loaded: true, scrolls: false }]);
    await tab.close();
  }
});
