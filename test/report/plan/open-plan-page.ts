import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { marked } from 'marked';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';

import { renderPlanSummary } from '../../../src/report/plan/render-plan-summary.ts';
import type { PlanFile } from '../../../src/report/plan/types.ts';

/** A plan's page in a browser. */
export interface OpenedPlanPage extends AsyncDisposable {
  readonly page: Page;
  /** What was asked for that is no picture of the repository. */
  readonly strays: readonly string[];
}

/** Opens a plan's page with GitHub's stylesheet; each picture of the repository is a plain one. */
export async function openPlanPage(
  browser: Browser,
  plan: PlanFile,
  { width, colorScheme }: { readonly width: number; readonly colorScheme: 'light' | 'dark' },
): Promise<OpenedPlanPage> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
  const size = { width: 640, height: 360, channels: 3 } as const;
  const picture = await sharp({ create: { ...size, background: '#4a7' } })
    .jpeg()
    .toBuffer();
  const strays: string[] = [];
  await context.route(/^https?:/, async (route) => {
    const url = route.request().url();
    const isPicture = /^https:\/\/github\.com\/acme\/shop\/blob\/[0-9a-f]{40}\/.*\?raw=true$/.test(url);
    if (!isPicture) strays.push(url);
    await (isPicture ? route.fulfill({ body: picture, contentType: 'image/jpeg' }) : route.abort());
  });
  const page = await context.newPage();
  await page.setContent(await asGitHub(renderPlanSummary(plan)), { waitUntil: 'load' });
  return {
    page,
    strays,
    [Symbol.asyncDispose]: async () => {
      await context.close();
    },
  };
}

async function asGitHub(markdown: string): Promise<string> {
  const stylesheet = createRequire(import.meta.url).resolve('github-markdown-css/github-markdown.css');
  return `<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<style>${await readFile(stylesheet, 'utf8')} body { margin: 0 } main { max-width: 1012px; padding: 16px }</style>
<main class="markdown-body">${await marked.parse(markdown, { gfm: true })}</main>`;
}
