/** How long the phases of this run's jobs took so far. */
export interface TypicalTimes {
  record(phase: 'queued' | 'running', ms: number): void;
  /** Median of the latest times; undefined as long as there is none. */
  of(phase: 'queued' | 'running'): number | undefined;
}

/** Enough for a steady median, few enough to follow a queue that fills or empties. */
const REMEMBERED = 25;

export function createTypicalTimes(): TypicalTimes {
  const times = { queued: [] as number[], running: [] as number[] };
  return {
    record: (phase, ms) => {
      times[phase].push(ms);
      if (times[phase].length > REMEMBERED) times[phase].shift();
    },
    of: (phase) => {
      const sorted = times[phase].toSorted((a, b) => a - b);
      return sorted[Math.floor(sorted.length / 2)];
    },
  };
}
