import { retryDelayMs } from './retry-delay.ts';
import type { Result } from './result.ts';
import { retry, type RetryOptions } from './retry.ts';

/** What a machine answers while it is short of something that others will give back: file descriptors, buffers, memory. */
const CODES: ReadonlySet<unknown> = new Set(['EMFILE', 'ENFILE', 'ENOBUFS', 'ENOMEM', 'EAGAIN']);

/** Whether an error, or one of its causes, is a shortage of the machine: it passes, and says nothing about the work. */
export function isShortage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && CODES.has(error.code)) return true;
  if (error instanceof AggregateError && error.errors.some(isShortage)) return true;
  return isShortage(error.cause);
}

/** How often work is tried: two minutes in all. */
const MAX_TRIES = 9;

/** Repeats work that fails for a shortage of the machine. Throws as the work does, also if the signal ends a wait. */
export async function outlastShortage<T>(work: () => Promise<T>, options: RetryOptions): Promise<T> {
  const last = await retry<Tried<T>>(async (tries) => {
    try {
      return { kind: 'done', value: { ok: true, value: await work() } };
    } catch (error) {
      const value = { ok: false, error } as const;
      if (!isShortage(error) || tries >= MAX_TRIES) return { kind: 'done', value };
      return { kind: 'again', value, waitMs: retryDelayMs(tries, () => 1) };
    }
  }, options);
  if (last.ok) return last.value;
  throw last.error;
}

type Tried<T> = Result<T, unknown>;
