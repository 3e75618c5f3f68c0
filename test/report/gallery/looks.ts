import type { Browser, Page } from 'playwright-core';

import type { EditOutcome } from '../../../src/plan/outcome.ts';
import { lookOptions, takePicture, type LookOptions } from '../compare-looks.ts';
import { keptOutcome } from '../sample-branch.ts';
import { sampleFile, sampleImage, sampleOutcome } from '../sample-run.ts';
import { writeGallery } from './gallery-stage.ts';

/** What a picture of the gallery shows. */
interface Look extends LookOptions {
  readonly edits: readonly EditOutcome[];
  /** What someone does before it is taken. */
  readonly act?: (page: Page) => Promise<void>;
}

const SCENES = ['beach', 'city', 'forest'];

function hero(index: number): EditOutcome {
  const scene = SCENES[index % SCENES.length] ?? '';
  const more = {
    files: [sampleFile(`hero/${index}.jpg`, { sha256: String(index).padStart(64, '0') })],
    costUsd: 0.03,
  };
  const prompt = `The mug on a table, ${scene} behind it, soft evening light, shallow depth of field.`;
  const images = [sampleImage('shots/mug.png'), sampleImage(`scenes/${scene}.jpg`)];
  const matrix = { scene, tone: index % 2 === 0 ? 'cold' : 'warm' };
  return sampleOutcome(`hero@${scene}${index < 3 ? '' : `-${index}`}`, 'succeeded', more, {
    prompt,
    images,
    matrix,
  });
}

const take = (number: number): EditOutcome =>
  sampleOutcome(
    `ad#${number}`,
    'succeeded',
    { files: [sampleFile(`ad-${number}.jpg`, { sha256: String(number).repeat(64) })] },
    { key: 'ad', take: { edit: 'ad', number, of: 4, isKept: number === 2, isChosen: true } },
  );

const SEVEN: readonly EditOutcome[] = [
  sampleOutcome('cutout', 'succeeded', {}, { description: 'The mug without its background' }),
  ...[0, 1, 2].map(hero),
  sampleOutcome('set', 'succeeded', {
    files: ['set-1.jpg', 'set-2.jpg', 'set-3.jpg'].map((name) => sampleFile(name)),
  }),
  keptOutcome('same'),
  sampleOutcome('bad', 'failed', {
    error: { code: 'job-failed', message: 'The service refused the prompt.' },
  }),
];

const many = (count: number): readonly EditOutcome[] =>
  Array.from({ length: count }, (_, index) => hero(index));
const open = async (page: Page): Promise<void> => {
  await page
    .locator('.shot')
    .nth(1)
    .click({ position: { x: 8, y: 60 } });
};

/** The looks of the gallery, by name. */
export const LOOKS: Readonly<Record<string, Look>> = {
  light: { edits: SEVEN },
  dark: { edits: SEVEN, isDark: true },
  phone: { edits: SEVEN, isPhone: true },
  failed: {
    edits: SEVEN,
    act: async (page) => {
      await page.getByRole('button', { name: 'Failed' }).click();
    },
  },
  view: { edits: SEVEN, act: open },
  'view-phone': { edits: SEVEN, isPhone: true, act: open },
  compare: {
    edits: SEVEN,
    act: async (page) => {
      await open(page);
      await page.getByRole('button', { name: 'Side by side' }).click();
    },
  },
  zoom: {
    edits: SEVEN,
    act: async (page) => {
      await open(page);
      await page.keyboard.press('1');
    },
  },
  takes: {
    edits: [take(1), take(2), take(3), take(4), hero(0)],
    act: async (page) => {
      await page.getByLabel('Group by').selectOption('edit');
    },
  },
  copy: {
    edits: [take(1), take(2), take(3), take(4)],
    act: async (page) => {
      await page.locator('.edit').nth(2).hover();
      await page.locator('.tools .star').nth(2).click();
      await page.getByRole('button', { name: 'Copy as spec…' }).click();
    },
  },
  '300': {
    edits: many(300),
    act: async (page) => {
      await page.getByLabel('Group by').selectOption('scene');
      await page.getByLabel('Size of the pictures').fill('1');
    },
  },
  '1000': {
    edits: many(1000),
    act: async (page) => {
      await page.getByLabel('Size of the pictures').fill('0');
    },
  },
};

/** A picture of the gallery: a JPEG, small enough to be kept. */
export async function takeLook(browser: Browser, name: string): Promise<Buffer> {
  const { edits, act, ...look } = LOOKS[name] ?? { edits: [] };
  await using gallery = await writeGallery(edits);
  const page = await browser.newPage(lookOptions(look));
  try {
    await page.goto(gallery.page);
    await act?.(page);
    return await takePicture(page);
  } finally {
    await page.close();
  }
}
