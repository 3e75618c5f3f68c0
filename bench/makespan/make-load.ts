import type { PlannedEdit } from '../../src/plan/types.ts';
import { makeEdit } from '../../test/jobs/run-plan.ts';

/** One row of the benchmark. */
export interface Row {
  readonly edits: number;
  /** Jobs that the service runs at once, and as many as a run may have there. */
  readonly slots: number;
  /** Edits in each chain of edits that need each other. */
  readonly depth: number;
  readonly medianMs: number;
}

/** What is to be made: each edit's time at the service is known before, to the bench only. */
export interface Load {
  readonly row: Row;
  readonly edits: readonly PlannedEdit[];
  readonly serviceMs: ReadonlyMap<string, number>;
}

/** Spread of the log-normal service times. */
export const SIGMA = 0.4;

/** The load of a row, the same each time; another one of the same kind for each `draw`. */
export function makeLoad(row: Row, draw = 0): Load {
  const random = createRandom(row.edits * 1000 + row.slots * 10 + row.depth + draw * 1_000_000);
  const edits: PlannedEdit[] = [];
  for (let index = 0; index < row.edits; index += 1) {
    const before = index % row.depth === 0 ? [] : [`e${index - 1}`];
    edits.push(makeEdit(`e${index}`, { needs: before, timeoutMs: 3_600_000_000 }));
  }
  const times = edits.map(({ id }): [string, number] => {
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    return [id, row.medianMs * Math.exp(SIGMA * normal)];
  });
  return { row, edits, serviceMs: new Map(times) };
}

/** A small generator of random numbers that begins with a seed (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
