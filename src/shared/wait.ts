import type { Clock } from './ports.ts';

/** Waits `ms` milliseconds. False if the signal ended the wait; a signal's end is no error here. */
export async function wait(clock: Clock, ms: number, signal: AbortSignal): Promise<boolean> {
  try {
    await clock.sleep(ms, signal);
    return !signal.aborted;
  } catch (error) {
    if (signal.aborted) return false;
    throw error;
  }
}
