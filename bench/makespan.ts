import { plural } from '../src/shared/format.ts';
import type { Benchmark } from './benchmark.ts';
import { runBesidePeers } from './makespan/beside-peers.ts';
import type { Row } from './makespan/make-load.ts';
import { measureRow, type Ratios } from './makespan/measure-row.ts';

/** Greatest allowed ratio to the ideal schedule, by the number of edits. */
const LIMITS: Readonly<Record<number, number>> = { 10: 1.1, 100: 1.05, 1000: 1.05 };

const MEDIANS_MS = [2000, 10_000, 30_000, 120_000];

/** Where the reads of a run hardly leave such a ratio: greatest allowed loss by waiting, as a multiple of the reference's. */
const MOST_TIMES_REFERENCE = 1.25;

/** Loads of each kind. */
const FULL: Readonly<Record<number, number>> = { 10: 9, 100: 3, 1000: 1 };
const QUICK: Readonly<Record<number, number>> = { 10: 3, 100: 1 };
/** The same if a slot has one or two edits: it is chance how late the last one is read. */
const FEW_EACH = { full: 9, quick: 5 };

/**
 * From the first submit to the last picture on disk, divided by the ideal schedule: the shipped scheduler and waiting over
 * a simulated service with log-normal times and outputs of 5 MB over one line of 50 MB/s, beside a loop of the vendor's
 * shape on the same load, and beside the same loop with as many reads as ours. Figures are the worst of all rows; a row whose
 * limit the reads that a run may send hardly allow is judged by how good reads at the times that are best for each job are. Time is
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
      const hasFewEach = row.slots < edits && edits < 2 * row.slots;
      const measured = await measureRow(row, hasFewEach ? FEW_EACH[quick ? 'quick' : 'full'] : draws);
      const { besideLoop, firstBesideLoop, aheadIdeal, reference = 1, ...ways } = measured;
      const shown = Object.entries(ways).map(([name, ratios]) => `${name} ${showRatios(ratios)}`);
      console.log(
        `${describeRow(row)}: ${shown.join(', ')}; ${firstBesideLoop.toFixed(3)} and ${besideLoop.toFixed(3)} of the loop; mean ${aheadIdeal.toFixed(3)}, reference ${reference.toFixed(3)}`,
      );
      const limit = LIMITS[edits] ?? 1;
      const isBoundByReads = 1 + MOST_TIMES_REFERENCE * (reference - 1) > limit;
      const name = `of_${edits}_${isBoundByReads ? 'bound_by_reads' : `median_${row.medianMs / 1000}_s`}`;
      keepWorst(name, ways.ahead.ideal);
      keepWorst(`${name}_auto`, ways.auto.ideal);
      keepWorst(`${name}_no_place_ahead`, ways.second.ideal);
      if (isBoundByReads) {
        keepWorst(`${name}_times_reference`, (aheadIdeal - 1) / (reference - 1));
        limits[`${name}_times_reference`] = { max: MOST_TIMES_REFERENCE };
      } else limits[name] = { max: limit };
      keepWorst(`of_${edits}_beside_loop_at_equal_reads`, besideLoop);
      keepWorst(`of_${edits}_first_run_beside_loop_at_equal_reads`, firstBesideLoop);
      limits[`of_${edits}_beside_loop_at_equal_reads`] = { max: 1 };
    }
  }
  const runs = await runBesidePeers(quick ? 8 : 96);
  for (const { name, seconds, readsEach } of runs) {
    console.log(`real time, ${name}: ${seconds.toFixed(2)} s with ${readsEach.toFixed(1)} reads an edit`);
    figures[`real_${name}_s`] = seconds;
    figures[`real_${name}_reads_each`] = readsEach;
  }
  return { figures, limits };
};

function listRows(edits: number, quick: boolean): readonly Row[] {
  // More of them would hold up the quick form.
  const medians = quick && edits > 10 ? MEDIANS_MS.slice(1, 2) : MEDIANS_MS;
  return medians.flatMap((medianMs) =>
    [4, 8, 64].flatMap((slots) => [1, 3].map((depth) => ({ edits, slots, depth, medianMs }))),
  );
}

function describeRow({ edits, slots, depth, medianMs }: Row): string {
  return `${plural(edits, 'edit')}, ${plural(slots, 'slot')}, chains of ${depth}, median ${medianMs / 1000} s`;
}

function showRatios({ ideal, readsEach }: Ratios): string {
  return `${ideal.toFixed(3)} (${readsEach.toFixed(1)} reads)`;
}
