/** What is known when the next read of a job is planned; Unix ms. */
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
/** Unless the job was read shortly before. */
const SHORTEST_MS = 500;

/** When to read a job next; pure. May be after the deadline, whose signal ends the wait. */
export function nextReadAtMs({ nowMs, lastReadMs, wishedMs, notBeforeMs, deadlineMs }: ReadFacts): number {
  // The clock may jump past the deadline before its timer fires: the signal must not be outrun.
  if (nowMs >= deadlineMs) return nowMs + SHORTEST_MS;
  const dueMs = Math.max(wishedMs, notBeforeMs);
  const lastMs = deadlineMs - LAST_READ_MS;
  return dueMs > lastMs && lastMs - lastReadMs >= SHORTEST_MS ? lastMs : dueMs;
}

/** Whether a read that is sent now is the last one before the deadline; pure. */
export function isLastRead({ nowMs, deadlineMs }: Pick<ReadFacts, 'nowMs' | 'deadlineMs'>): boolean {
  return nowMs >= deadlineMs - LAST_READ_MS;
}
