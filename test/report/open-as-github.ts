import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';

import { renderAsGitHub } from '../support/render-as-github.ts';

/** A Markdown page in a browser. */
export interface OpenedPage extends AsyncDisposable {
  readonly page: Page;
  /** What was asked for that is no picture of the repository. */
  readonly strays: readonly string[];
}

export interface Window {
  readonly width: number;
  readonly colorScheme: 'light' | 'dark';
}

/** Opens a page with GitHub's stylesheet; each picture of the repository is a plain one, with a color for each commit. */
export async function openAsGitHub(
  browser: Browser,
  markdown: string,
  { width, colorScheme }: Window,
): Promise<OpenedPage> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
  const strays: string[] = [];
  await context.route(/^https?:/, async (route) => {
    const url = route.request().url();
    const [, commit = ''] =
      /^https:\/\/github\.com\/acme\/shop\/blob\/([0-9a-f]{40})\/.*\?raw=true$/.exec(url) ?? [];
    if (commit === '') {
      strays.push(url);
      await route.abort();
      return;
    }
    await route.fulfill({ body: await plainPicture(`#${commit.slice(0, 6)}`), contentType: 'image/jpeg' });
  });
  const page = await context.newPage();
  await page.setContent(await toPage(markdown), { waitUntil: 'load' });
  return {
    page,
    strays,
    [Symbol.asyncDispose]: async () => {
      await context.close();
    },
  };
}

async function plainPicture(background: string): Promise<Buffer> {
  return await sharp({ create: { width: 640, height: 360, channels: 3, background } })
    .jpeg()
    .toBuffer();
}

async function toPage(markdown: string): Promise<string> {
  const stylesheet = createRequire(import.meta.url).resolve('github-markdown-css/github-markdown.css');
  return `<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<style>${await readFile(stylesheet, 'utf8')} body { margin: 0 } main { max-width: 1012px; padding: 16px }</style>
<main class="markdown-body">${renderAsGitHub(markdown).html}</main>`;
}
