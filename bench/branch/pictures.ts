import { randomFillSync } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Bytes of each picture. */
export const PICTURE_BYTES = 3_000_000;

const base = randomFillSync(new Uint32Array(PICTURE_BYTES / 4));

/** Bytes that no compression makes smaller, others for each number; written over by the next call. */
export function pictureBytes(number: number): Uint8Array {
  // An odd factor gives each number a word of its own whose bits are spread.
  const mask = Math.imul(number + 1, 0x9e3779b1);
  for (let index = 0; index < scratch.length; index += 1) scratch[index] = (base[index] ?? 0) ^ mask;
  return new Uint8Array(scratch.buffer);
}

const scratch = new Uint32Array(base.length);

/** Writes pictures to a new folder, named by their numbers; gives absolute paths. */
export async function writePictures(
  folder: string,
  first: number,
  count: number,
): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true });
  const files: string[] = [];
  for (let number = first; number < first + count; number += 1) {
    const file = path.join(folder, pictureName(number));
    await writeFile(file, pictureBytes(number));
    files.push(file);
  }
  return files;
}

export function pictureName(number: number): string {
  return `picture-${String(number).padStart(6, '0')}.jpg`;
}
