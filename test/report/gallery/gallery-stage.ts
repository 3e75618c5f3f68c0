import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import sharp from 'sharp';

import type { EditOutcome } from '../../../src/plan/outcome.ts';
import { createReferencePath } from '../../../src/report/reference-path.ts';
import { renderGallery } from '../../../src/report/render-gallery.ts';
import { stageReferences } from '../../../src/report/stage-references.ts';
import type { Report } from '../../../src/report/types.ts';
import { sampleReport } from '../sample-run.ts';

/** A gallery on disk with real pictures, removed when disposed of. */
export interface GalleryStage extends AsyncDisposable {
  readonly folder: string;
  readonly page: string;
}

/** Writes the gallery page alone, without any picture. */
export async function writePage(report: Report): Promise<GalleryStage> {
  const folder = await mkdtemp(path.join(tmpdir(), 'gallery-'));
  const referencePath = createReferencePath(report.edits, new Map([['ab'.repeat(32), 'references/ab.png']]));
  await writeFile(path.join(folder, 'index.html'), renderGallery(report, { title: 'Page', referencePath }));
  return galleryIn(folder);
}

/** Writes a picture for every output and every repository reference of the edits, and the gallery beside them. */
export async function writeGallery(
  edits: readonly EditOutcome[],
  title = 'acme/shop: product shots',
  more: Partial<Report> = {},
  before: ReadonlyMap<string, readonly string[]> = new Map(),
): Promise<GalleryStage> {
  const folder = await mkdtemp(path.join(tmpdir(), 'gallery-'));
  const placed = edits.map((outcome) => placeImages(outcome, folder));
  for (const image of placed.flatMap(({ edit }) => edit.images)) {
    if (image.kind === 'file') await writePicture(image.absolutePath, image.width, image.height, image.path);
  }
  for (const { edit, files } of placed) {
    for (const file of files) {
      if (file.width === undefined || file.height === undefined) continue;
      await writePicture(path.join(folder, file.path), file.width / 4, file.height / 4, edit.id + file.path);
    }
  }
  const staged = await stageReferences(placed, folder);
  const report = sampleReport(placed, more);
  const html = renderGallery(report, {
    title,
    referencePath: createReferencePath(placed, staged),
    before,
  });
  await writeFile(path.join(folder, 'index.html'), html);
  return galleryIn(folder);
}

function galleryIn(folder: string): GalleryStage {
  return {
    folder,
    page: pathToFileURL(path.join(folder, 'index.html')).href,
    [Symbol.asyncDispose]: async () => {
      await rm(folder, { recursive: true, maxRetries: 5 });
    },
  };
}

function placeImages(outcome: EditOutcome, folder: string): EditOutcome {
  const images = outcome.edit.images.map((image) =>
    image.kind === 'file'
      ? {
          ...image,
          absolutePath: path.join(folder, 'workspace', image.path),
          sha256: Buffer.from(image.path).toString('hex').padEnd(64, '0'),
        }
      : image,
  );
  return { ...outcome, edit: { ...outcome.edit, images } };
}

/** Draws a picture in colors that `seed` decides. */
export async function writePicture(file: string, width: number, height: number, seed: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const hue = Buffer.from(seed).reduce((sum, byte) => (sum * 31 + byte) % 360, 7);
  const side = Math.min(width, height);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
<defs><linearGradient id="g" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="hsl(${hue},60%,82%)"/>
<stop offset="1" stop-color="hsl(${hue + 40},55%,58%)"/></linearGradient></defs>
<rect width="100%" height="100%" fill="url(#g)"/>
<ellipse cx="${width / 2}" cy="${height * 0.78}" rx="${side * 0.34}" ry="${side * 0.05}" fill="#0003"/>
<rect x="${width / 2 - side * 0.22}" y="${height * 0.3}" width="${side * 0.44}" height="${height * 0.48}" rx="${side * 0.05}" fill="hsl(${hue + 180},45%,45%)"/>
<circle cx="${width / 2 + side * 0.25}" cy="${height * 0.5}" r="${side * 0.1}" fill="none" stroke="hsl(${hue + 180},45%,38%)" stroke-width="${side * 0.04}"/>
</svg>`;
  await sharp(Buffer.from(svg)).toFile(file);
}
