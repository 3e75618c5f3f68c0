import type { Random } from './ports.ts';

/** A part of a name that makes it differ from all others: a random number below 2^48, as lower-case letters and digits. */
export function uniqueSuffix(random: Random): string {
  return Math.floor(random() * 2 ** 48).toString(36);
}
