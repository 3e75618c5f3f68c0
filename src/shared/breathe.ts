/**
 * Lets signals, timers and sockets have their turn in the middle of long work, which would otherwise hold them up. Throws
 * the signal's reason.
 */
export async function breathe(signal: AbortSignal): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  signal.throwIfAborted();
}
