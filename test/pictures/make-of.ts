import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import sharp, { type Color } from 'sharp';
import { fileExtension } from '../../src/media/formats.ts';
import type { MediaType } from '../../src/media/types.ts';
import { listWanted } from '../../src/pictures/list-wanted.ts';
import { makeRenditions } from '../../src/pictures/make-renditions.ts';
import type { PictureSettings, RenditionSet } from '../../src/spec/types.ts';
import { ENGINE_FOLDER } from '../support/engine-folder.ts';

const SET: RenditionSet = { name: 'web', widths: [40], formats: ['jpeg', 'png', 'webp'], isNamed: false };
const SETTINGS: PictureSettings = {
  renditions: [SET],
  mark: 'renditions',
  markPrompt: false,
  sourceType: 'compositeWithTrainedAlgorithmicMedia',
};

/** The renditions of a picture of this size, as a person sees it, by their paths. */
export async function make(
  bytes: Buffer,
  type: MediaType,
  size: { width: number; height: number },
  set: Partial<RenditionSet> = {},
) {
  const folder = await mkdtemp(path.join(tmpdir(), 'made-'));
  try {
    const file = path.join(folder, `original.${fileExtension(type)}`);
    await writeFile(file, bytes);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const original = { path: `hero.${fileExtension(type)}`, sha256, bytes: bytes.length, type, ...size };
    const wanted = listWanted(
      [original],
      { ...SETTINGS, renditions: [{ ...SET, ...set }] },
      { model: 'm', prompt: 'p', hasImages: true },
    );
    const work = wanted.map((each) => ({ wanted: each, make: each.files, copy: [] }));
    const { onDisk, warnings, sets } = await makeRenditions(work, folder, () => file, {
      clock: { monotonicMs: () => 0 },
      log: { info: () => undefined },
      engineFolder: ENGINE_FOLDER,
      signal: new AbortController().signal,
    });
    const files = await Promise.all(
      [...onDisk].map(async ([name, at]) => [name, await readFile(at)] as const),
    );
    return { files: new Map(files), warnings, sets };
  } finally {
    await rm(folder, { recursive: true, maxRetries: 5 });
  }
}

export async function paint(width: number, height: number, background: Color): Promise<Buffer> {
  const channels = typeof background === 'string' ? 3 : 4;
  return await sharp({ create: { width, height, channels, background } }).png().toBuffer();
}
