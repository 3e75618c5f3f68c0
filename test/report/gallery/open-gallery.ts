import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

import type { EditOutcome } from '../../../src/plan/outcome.ts';
import { sampleFile, sampleImage, sampleOutcome } from '../sample-run.ts';
import { writeGallery } from './gallery-stage.ts';

const at = { file: 'edits.yml', line: 1, column: 1 };

/** Text that runs a script wherever it is taken for HTML. */
export const HOSTILE = `</p></article><script>window.ran=1</script><img src=x onerror="window.ran=1">" onload="window.ran=1`;

/** Six edits: one reference, several references, several outputs, a hostile one, one that failed, one pending. */
export const EDITS: readonly EditOutcome[] = [
  sampleOutcome('cutout', 'succeeded'),
  sampleOutcome(
    'hero@beach',
    'succeeded',
    {},
    {
      prompt: 'On the beach',
      images: [sampleImage('shots/a.png'), sampleImage('shots/b #1.png'), { kind: 'edit', id: 'cutout', at }],
    },
  ),
  sampleOutcome('set', 'succeeded', {
    files: ['set-1.jpg', 'set-2.jpg', 'set-3.jpg'].map((path) => sampleFile(path)),
  }),
  sampleOutcome(
    HOSTILE,
    'succeeded',
    { requestId: HOSTILE, warnings: [HOSTILE], files: [sampleFile('h.jpg')] },
    {
      ...{ prompt: HOSTILE, description: HOSTILE, matrix: { a: HOSTILE } },
      images: [sampleImage('shots/a.png'), { kind: 'edit', id: HOSTILE, at }],
    },
  ),
  sampleOutcome('bad', 'failed', { error: { code: 'job-failed', message: `Refused. ${HOSTILE}` } }),
  sampleOutcome('late', 'pending', {
    requestId: 'req-late',
    error: { code: 'deadline', message: 'Still running.' },
  }),
];

const scenes = ['beach', 'city', 'forest'];
/** Edits of a matrix, one with another cost, one that failed: something to choose among. */
export const CHOICE: readonly EditOutcome[] = [
  sampleOutcome('cutout', 'succeeded', { costUsd: 0.09, files: [sampleFile('cutout.jpg')] }),
  ...scenes.map((scene, index) =>
    sampleOutcome(
      `hero@${scene}`,
      'succeeded',
      {
        costUsd: 0.03 + index / 100,
        files: [sampleFile(`hero/${scene}.jpg`, { sha256: String(index).repeat(64) })],
      },
      { matrix: { scene, tone: index === 1 ? 'warm' : 'cold' } },
    ),
  ),
  sampleOutcome('bad', 'failed', { error: { code: 'job-failed', message: 'Refused.' } }),
];

/** The slider has the middle of a card. */
export const BESIDE_SLIDER = { position: { x: 8, y: 60 } };

/** A gallery in a page of its own. */
export interface Opened extends AsyncDisposable {
  readonly page: Page;
  /** What went wrong in the page, and requests that are not for its own files. */
  readonly complaints: readonly string[];
}

/** Writes a gallery with real pictures and opens it from the disk. */
export async function openGallery(
  browser: Browser,
  edits: readonly EditOutcome[],
  width = 1200,
  options: BrowserContextOptions = {},
  before?: ReadonlyMap<string, readonly string[]>,
): Promise<Opened> {
  const gallery = await writeGallery(edits, undefined, {}, before);
  const context = await browser.newContext({ viewport: { width, height: 900 }, ...options });
  // No test reaches out, whatever the machine's network is.
  await context.route(/^https?:/, async (route) => {
    await route.abort();
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('requestfailed', (request) => complaints.push(`failed: ${request.url()}`));
  page.on('request', (request) => {
    if (!request.url().startsWith('file:')) complaints.push(`request: ${request.url()}`);
  });
  await page.goto(gallery.page);
  return {
    page,
    complaints,
    [Symbol.asyncDispose]: async () => {
      await context.close();
      await gallery[Symbol.asyncDispose]();
    },
  };
}
