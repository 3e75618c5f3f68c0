import { draw } from '../random.ts';
import type { PictureRequest } from './types.ts';

/** What a picture's colors follow from: another model makes another picture of the same prompt. */
export function nameOf({ prompt, maker }: Pick<PictureRequest, 'prompt' | 'maker'>): string {
  return maker === undefined ? prompt : `${prompt}\n${maker}`;
}

/** A hue in degrees: by seed and prompt, turned for each further picture of a job. */
export function hueOf(seed: number, prompt: string, index: number): number {
  return (draw(seed, 'hue', prompt) * 360 + index * 67) % 360;
}
