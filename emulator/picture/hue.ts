import { draw } from '../random.ts';

/** A hue in degrees: by seed and prompt, turned for each further picture of a job. */
export function hueOf(seed: number, prompt: string, index: number): number {
  return (draw(seed, 'hue', prompt) * 360 + index * 67) % 360;
}
