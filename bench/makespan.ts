import { plural } from '../src/shared/format.ts';
import type { Benchmark } from './benchmark.ts';
import { runBesidePeers } from './makespan/beside-peers.ts';
import { SIGMA, type Row } from './makespan/make-load.ts';
import { measureRow, type Ratios } from './makespan/measure-row.ts';

/** Greatest allowed ratio to the ideal schedule, by the number of edits. */
const LIMITS: Readonly<Record<number, number>> = { 10: 1.1, 100: 1.05, 1000: 1.05 };

const MEDIANS_MS = [2000, 10_000, 30_000, 120_000];

/** Reads that a run may send in a second. */
const READS_PER_SECOND = 10;
/** With fewer, a job that others wait for is read late, whatever is known about it. */
const READS_FOR_A_LINK = 5;

/** Loads of each kind. */
const FULL: Readonly<Record<number, number>> = { 10: 9, 100: 3, 1000: 1 };
const QUICK: Readonly<Record<number, number>> = { 10: 3, 100: 1 };

/**
 * From the first submit to the last picture on disk, divided by the ideal schedule: the shipped scheduler and waiting over
 * a simulated service with log-normal times and outputs of 5 MB over one line of 50 MB/s, beside a loop of the vendor's
 * shape on the same load, and beside the same loop with as many reads as ours. Figures are the worst of all rows. Time is
 * simulated, so the machine does not matter. At the end, in real time and without limits: the bundled action beside the clients
 * of other vendors, which ask every half a second, with jobs of 2 s.
 */
export const benchmark: Benchmark = async ({ quick }) => {
  const figures: Record<string, number> = {};
  const limits: Record<string, { max: number }> = {};
  const keepWorst = (name: string, value: number): void => {
    figures[name] = Math.max(figures[name] ?? 0, value);
  };
  for (const [count, draws] of Object.entries(quick ? QUICK : FULL)) {
    const edits = Number(count);
    for (const row of listRows(edits, quick)) {
      const { besideLoop, firstBesideLoop, ...ways } = await measureRow(row, draws);
      const shown = Object.entries(ways).map(([name, ratios]) => `${name} ${showRatios(ratios)}`);
      console.log(
        `${describeRow(row)}: ${shown.join(', ')}; ${firstBesideLoop.toFixed(3)} and ${besideLoop.toFixed(3)} of the loop`,
      );
      const medianS = row.medianMs / 1000;
      const name = isBoundByReads(row) ? `of_${edits}_bound_by_reads` : `of_${edits}_median_${medianS}_s`;
      keepWorst(name, ways.ahead.ideal);
      keepWorst(`${name}_auto`, ways.auto.ideal);
      keepWorst(`${name}_no_place_ahead`, ways.second.ideal);
      if (!isBoundByReads(row)) limits[name] = { max: LIMITS[edits] ?? 1 };
      keepWorst(`of_${edits}_beside_loop_at_equal_reads`, besideLoop);
      keepWorst(`of_${edits}_first_run_beside_loop_at_equal_reads`, firstBesideLoop);
      limits[`of_${edits}_beside_loop_at_equal_reads`] = { max: 1 };
    }
  }
  const runs = await runBesidePeers(quick ? 16 : 96);
  for (const { name, seconds, readsEach } of runs) {
    console.log(`real time, ${name}: ${seconds.toFixed(2)} s with ${readsEach.toFixed(1)} reads an edit`);
    figures[`real_${name}_s`] = seconds;
    figures[`real_${name}_reads_each`] = readsEach;
  }
  return { figures, limits };
};

function listRows(edits: number, quick: boolean): readonly Row[] {
  // The longest jobs are read most often, and hold up the quick form longest.
  const medians = quick && edits > 10 ? MEDIANS_MS.slice(0, -1) : MEDIANS_MS;
  return medians.flatMap((medianMs) =>
    [4, 8, 64].flatMap((slots) => [1, 3].map((depth) => ({ edits, slots, depth, medianMs }))),
  );
}

/**
 * Reads are what bounds the run: more jobs end than can be read, or so many chains are made at once that there are few
 * reads for each of their links.
 */
function isBoundByReads({ edits, slots, depth, medianMs }: Row): boolean {
  const meanS = (medianMs / 1000) * Math.exp(SIGMA ** 2 / 2);
  const chains = edits / depth;
  const isFull = chains > slots;
  if (isFull) return slots / meanS > READS_PER_SECOND;
  return depth > 1 && (READS_PER_SECOND * meanS) / chains < READS_FOR_A_LINK;
}

function describeRow({ edits, slots, depth, medianMs }: Row): string {
  return `${plural(edits, 'edit')}, ${plural(slots, 'slot')}, chains of ${depth}, median ${medianMs / 1000} s`;
}

function showRatios({ ideal, readsEach }: Ratios): string {
  return `${ideal.toFixed(3)} (${readsEach.toFixed(1)} reads)`;
}
