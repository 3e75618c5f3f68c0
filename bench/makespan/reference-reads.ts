import { createPlaces } from '../../src/shared/places.ts';
import { placeBestReads } from '../polling/best-reads.ts';
import { eachAfterItsNeeds } from './contenders.ts';
import { makeLoad, SIGMA, type Load, type Row } from './make-load.ts';
import { createSimulatedService } from './simulated-service.ts';
import { createVirtualClock } from './virtual-clock.ts';

/** A run may send ten reads a second. */
const READ_MS = 100;

/** The best reads of a job if each one costs from 0.001 to 1 median of the times that jobs take: from many to few. */
const WAYS = Array.from({ length: 16 }, (_, n) => placeBestReads(SIGMA, 10 ** (n / 5 - 3)));

const { signal } = new AbortController();

/**
 * How long so many loads of a row take together, if each job is read at the times that are best for it and the run has as many
 * places as the service has slots: of all prices of a read, the one that is best for these loads counts. Not a bound: one who
 * chooses among all jobs at each read can do better.
 */
export async function findReferenceMs(row: Row, draws: number): Promise<number> {
  const loads = Array.from({ length: draws }, (_, draw) => makeLoad(row, draw));
  let leastMs = Infinity;
  for (const way of WAYS) {
    let totalMs = 0;
    for (const load of loads) totalMs += await makeWithReads(load, way);
    leastMs = Math.min(leastMs, totalMs);
  }
  return leastMs;
}

/**
 * As one makes the edits who knows which times are how likely, and reads each job at the times that are best then, over a line
 * that takes one read after the other.
 */
async function makeWithReads(load: Load, readsAt: readonly number[]): Promise<number> {
  const clock = createVirtualClock();
  const service = createSimulatedService(load, clock);
  const places = createPlaces(() => load.row.slots);
  const line = createPlaces(() => 1);
  await eachAfterItsNeeds(load, async (id, turn) => {
    const place = await places.enter(signal, turn);
    await service.submit(id);
    const startedMs = clock.now();
    for (const medians of readsAt) {
      await clock.sleep(Math.max(0, startedMs + medians * load.row.medianMs - clock.now()));
      const read = await line.enter(signal);
      void clock.sleep(READ_MS).then(() => read?.leave());
      if ((await service.read(id)).kind === 'ended') break;
    }
    place?.leave();
    await service.download();
  });
  return clock.now() - service.firstMs;
}
