import { createHash } from 'node:crypto';

/**
 * A number in [0, 1) that follows only from `parts`. Nothing is drawn in sequence, so what a job gets does
 * not depend on the order in which requests happened to arrive.
 */
export function draw(...parts: readonly (string | number)[]): number {
  const digest = createHash('sha256').update(JSON.stringify(parts)).digest();
  return digest.readUIntBE(0, 6) / 2 ** 48;
}

/** A whole number from `min` to `max`, both included, that follows only from `parts`. */
export function drawInteger(min: number, max: number, ...parts: readonly (string | number)[]): number {
  return min + Math.floor(draw(...parts) * (max - min + 1));
}
