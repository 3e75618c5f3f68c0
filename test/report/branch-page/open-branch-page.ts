import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { marked } from 'marked';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';

import type { LockEntry } from '../../../src/lock/types.ts';
import { renderBranchPages } from '../../../src/report/branch-page/render-branch-pages.ts';

/** A branch's first page in a browser, beside its pictures. */
export interface OpenedBranchPage extends AsyncDisposable {
  readonly page: Page;
  /** Absolute path of the branch's folder. */
  readonly folder: string;
  /** What went wrong in the page. */
  readonly complaints: readonly string[];
}

/** Writes real pictures and the page that shows them, and opens it with GitHub's stylesheet, nothing else taken away. */
export async function openBranchPage(
  browser: Browser,
  entries: Readonly<Record<string, LockEntry>>,
  width: number,
): Promise<OpenedBranchPage> {
  const folder = await mkdtemp(path.join(tmpdir(), 'branch-page-'));
  for (const file of Object.values(entries).flatMap(({ files }) => files)) {
    const target = path.join(folder, file.path);
    await mkdir(path.dirname(target), { recursive: true });
    const size = { width: (file.width ?? 400) / 4, height: (file.height ?? 400) / 4 };
    const picture = sharp({ create: { ...size, channels: 3, background: '#4a7' } }).jpeg();
    await writeFile(target, await picture.toBuffer());
  }
  const pages = renderBranchPages(
    { edits: new Map(Object.entries(entries)), pages: [] },
    { title: 'acme/shop', directory: 'shots' },
  );
  await writeFile(path.join(folder, 'index.html'), await asGitHub(pages.get('README.md') ?? ''));
  const context = await browser.newContext({ viewport: { width, height: 900 } });
  await context.route(/^https?:/, async (route) => {
    await route.abort();
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('requestfailed', (request) => complaints.push(`failed: ${request.url()}`));
  await page.goto(pathToFileURL(path.join(folder, 'index.html')).href);
  return {
    page,
    folder,
    complaints,
    [Symbol.asyncDispose]: async () => {
      await context.close();
      await rm(folder, { recursive: true, maxRetries: 5 });
    },
  };
}

async function asGitHub(markdown: string): Promise<string> {
  const stylesheet = createRequire(import.meta.url).resolve('github-markdown-css/github-markdown.css');
  return `<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<style>${await readFile(stylesheet, 'utf8')} body { margin: 0 } main { max-width: 1012px; padding: 16px }</style>
<main class="markdown-body">${await marked.parse(markdown, { gfm: true })}</main>`;
}
