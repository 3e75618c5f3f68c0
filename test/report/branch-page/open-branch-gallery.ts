import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

import type { LockEntry, LockFile } from '../../../src/lock/types.ts';
import { renderBranchGallery } from '../../../src/report/branch-page/render-branch-gallery.ts';
import { writePicture } from '../gallery/gallery-stage.ts';
import { sampleEntry } from '../sample-branch.ts';
import { sampleEdit, sampleFile } from '../sample-run.ts';

const SHA = (letter: string): string => letter.repeat(64);

/** A finished edit with one picture. */
export function entryOf(
  prompt: string,
  file: Parameters<typeof sampleFile>,
  more: Partial<LockEntry> = {},
): LockEntry {
  const input = { ...sampleEdit('any').lockedInput, prompt, image_urls: [`sha256:${SHA('a')}`] };
  return sampleEntry([sampleFile(...file)], {
    input,
    spec: 'edits.yml',
    references: [{ content: `sha256:${SHA('a')}`, path: 'shots/mug.png', commit: 'c'.repeat(40) }],
    costUsd: 0.03,
    queuedMs: 1000,
    runningMs: 41_000,
    ...more,
  });
}

const cutout = entryOf('Cut the mug out.', ['cutout.jpg', { sha256: SHA('1') }], { fingerprint: SHA('1') });
const take = (number: number, more: Partial<LockEntry> = {}): LockEntry =>
  entryOf('An ad.', [`ad-${number}.jpg`, { sha256: SHA(String(number + 4)) }], { take: number, ...more });

/** Each kind of entry: made of another edit, of a hosted picture, takes that are kept, beside it, or in the history. */
export const LOCK: LockFile = {
  pages: [],
  gallery: ['edits.yml'],
  edits: new Map([
    ['cutout', cutout],
    [
      'hero@beach',
      entryOf(
        'On the beach',
        [
          'hero/beach at “dusk”.jpg',
          {
            sha256: SHA('2'),
            carries: {
              mark: 'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia',
              c2pa: 'signed by Acme',
            },
          },
        ],
        {
          input: {
            ...sampleEdit('any').lockedInput,
            prompt: 'On the beach, at dusk.',
            image_urls: [
              `edit:${SHA('1')}`,
              'https://pictures.example/scene.jpg',
              'https://pictures.example/s.jpg?key=secret',
            ],
          },
          references: [{ content: `edit:${SHA('1')}`, edit: 'cutout' }],
          history: [{ fingerprint: SHA('9'), commit: 'd'.repeat(40) }],
          finishedAt: '2026-11-23T09:31:00.000Z',
        },
      ),
    ],
    ['hero@city', entryOf('In the city', ['hero/city.jpg', { sha256: SHA('3') }])],
    ['ad#1', take(1)],
    ['ad#2', take(2, { isKept: true })],
    ['ad#3', take(3, { stored: 'aside', heldBy: 'e'.repeat(40) })],
    ['ad#4', take(4, { stored: 'discarded', heldBy: 'e'.repeat(40) })],
  ]),
};

/** The spec of these entries. */
export const SPEC = [
  { id: 'hero@city', key: 'hero', matrix: { scene: 'city' } },
  { id: 'hero@beach', key: 'hero', matrix: { scene: 'beach' }, description: 'The first thing people see' },
  { id: 'cutout', key: 'cutout' },
  ...[1, 2, 3].map((number) => ({ id: `ad#${number}`, key: 'ad' })),
];

export const OPTIONS = {
  title: 'acme/shop',
  branch: 'assets',
  directory: 'shots',
  repositoryUrl: 'https://github.com/acme/shop',
  spec: SPEC,
};

/** The gallery of a branch in a browser, as in a clone. */
export interface OpenedBranchGallery extends AsyncDisposable {
  readonly page: Page;
  /** What was asked for over the network; it is never answered. */
  readonly asked: readonly string[];
  readonly complaints: readonly string[];
}

/** Writes the gallery with real pictures beside it, and opens it from the disk without a network. */
export async function openBranchGallery(
  browser: Browser,
  options: BrowserContextOptions,
  hash = '',
): Promise<OpenedBranchGallery> {
  const folder = await mkdtemp(path.join(tmpdir(), 'branch-gallery-'));
  const entries = [...LOCK.edits.values()].filter(({ stored }) => stored === undefined);
  for (const file of entries.flatMap(({ files }) => files)) {
    await writePicture(path.join(folder, file.path), 640, 360, file.path);
  }
  await writeFile(path.join(folder, 'index.html'), renderBranchGallery(LOCK, OPTIONS));
  const context = await browser.newContext(options);
  const asked: string[] = [];
  await context.route(/^https?:/, async (route) => {
    asked.push(route.request().url());
    await route.abort();
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(pathToFileURL(path.join(folder, 'index.html')).href + hash);
  return {
    page,
    asked,
    complaints,
    [Symbol.asyncDispose]: async () => {
      await context.close();
      await rm(folder, { recursive: true, maxRetries: 5 });
    },
  };
}
