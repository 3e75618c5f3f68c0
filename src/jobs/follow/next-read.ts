/** What is known when the next read of a job is planned; ms of one monotonic clock. */
export interface ReadFacts {
  readonly nowMs: number;
  /** When the job was last read, or when waiting for it began. */
  readonly lastReadMs: number;
  /** When it is worth a read. */
  readonly wishedMs: number;
  /** Until then the service asked not to be called: no read comes earlier, except the last one before the deadline. */
  readonly notBeforeMs: number;
  readonly deadlineMs: number;
}

/** A last read is sent so long before the deadline, so that what has ended by then still counts. */
const LAST_READ_MS = 1000;
/** A timer may fire so much early. */
const EARLY_MS = 10;
/** Unless the job was read shortly before. */
const SHORTEST_MS = 500;

/** When to read a job next; pure. May be after the deadline, whose signal ends the wait. */
export function nextReadAtMs({ nowMs, lastReadMs, wishedMs, notBeforeMs, deadlineMs }: ReadFacts): number {
  // The timer of the deadline may fire a moment late: its signal must not be outrun.
  if (nowMs >= deadlineMs) return nowMs + SHORTEST_MS;
  return orLast(Math.max(wishedMs, notBeforeMs), deadlineMs - LAST_READ_MS, lastReadMs);
}

/** Whether a read that is sent so long before the deadline is the last one; pure. */
export function isLastRead(leftMs: number): boolean {
  return leftMs <= LAST_READ_MS + EARLY_MS;
}

/** The wait before a read is tried again, cut short if a last one before the deadline would not be sent otherwise; pure. */
export function limitWaitMs(waitMs: number, leftMs: number): number {
  return orLast(waitMs, leftMs - LAST_READ_MS, 0);
}

/** When a read comes that is due at `dueMs`: with the last one before the deadline, if it would be later. */
function orLast(dueMs: number, lastMs: number, lastReadMs: number): number {
  return dueMs > lastMs && lastMs - lastReadMs >= SHORTEST_MS ? lastMs : dueMs;
}
