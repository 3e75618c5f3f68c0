import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

import { type Ground, onFork } from './compare-ways.ts';
import { BRANCH } from './import-branch.ts';
import { addOurWay } from './our-way.ts';
import { PICTURE_BYTES, pictureName, writePictures } from './pictures.ts';

const WRITERS = 8;
const PICTURES_EACH = 5;
const FIRST_NEW = 200_000;

/** Eight processes at once, each with five pictures of its own for one branch: time, and what they send for their bytes. */
export async function measureEightWriters(ground: Ground): Promise<Record<string, number>> {
  const { root, script } = ground;
  const pictures = path.join(root, 'pictures');
  await writePictures(pictures, FIRST_NEW, WRITERS * PICTURES_EACH);
  const { value: seconds, sentMb } = await onFork(ground, async (remote, folder) => {
    const startMs = performance.now();
    await Promise.all(
      Array.from({ length: WRITERS }, async (_, writer) => {
        const first = FIRST_NEW + writer * PICTURES_EACH;
        return await addOurWay({ script, remote, pictures, first, count: PICTURES_EACH }, root);
      }),
    );
    const tookSeconds = (performance.now() - startMs) / 1000;
    await expectAllThere(folder);
    return tookSeconds;
  });
  await rm(pictures, { recursive: true });
  const payloadMb = (WRITERS * PICTURES_EACH * PICTURE_BYTES) / 1e6;
  return { writers_s: seconds, writers_sent_mb: sentMb, writers_times_payload: sentMb / payloadMb };
}

async function expectAllThere(repository: string): Promise<void> {
  const args = ['-C', repository, 'ls-tree', '-r', '--name-only', BRANCH];
  const { stdout } = await promisify(execFile)('git', args);
  const there = new Set(stdout.split('\n'));
  for (let number = FIRST_NEW; number < FIRST_NEW + WRITERS * PICTURES_EACH; number += 1)
    if (!there.has(pictureName(number))) throw new Error(`${pictureName(number)} is not on the branch`);
}
