import type { Random } from './ports.ts';

const BASE_MS = 500;
const CAP_MS = 30_000;

/**
 * Milliseconds to wait after failed attempt number `attempt` (1 after the first): full jitter over a ceiling that
 * doubles from 500 ms to 30 s, so that many clients which failed together do not come back together.
 * A time that the server asked for (`Retry-After`) is respected: the jitter is added to it. 0 asks for none: then the ceiling goes on
 * doubling, so that a server which always says so is not called twice a second for hours.
 * https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 */
export function retryDelayMs(attempt: number, random: Random, retryAfterMs?: number): number {
  const ceiling = Math.min(CAP_MS, BASE_MS * 2 ** (Math.max(1, attempt) - 1));
  if (retryAfterMs === undefined || retryAfterMs === 0) return Math.floor(random() * ceiling);
  // Only the first step of jitter: the server named its time, waiting longer does not help.
  return retryAfterMs + Math.floor(random() * BASE_MS);
}
