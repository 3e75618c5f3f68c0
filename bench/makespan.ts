import { plural } from '../src/shared/format.ts';
import type { Benchmark } from './benchmark.ts';
import { runBesidePeers } from './makespan/beside-peers.ts';
import { makeIdeally, makeOurWay, makeVendorsWay, type Made } from './makespan/contenders.ts';
import { makeLoad, type Row } from './makespan/make-load.ts';

/** Greatest allowed ratio to the ideal schedule, by the number of edits. */
const LIMITS: Readonly<Record<number, number>> = { 10: 1.1, 100: 1.05, 1000: 1.05 };

/** As the vendor's command line asks. */
const VENDORS_POLL_MS = 2000;

const MEDIANS_MS = [2000, 10_000, 30_000, 120_000];

/**
 * From the first submit to the last picture on disk, divided by the ideal schedule: the shipped scheduler and waiting over
 * a simulated service with log-normal times and outputs of 5 MB over one line of 50 MB/s, beside a loop of the vendor's
 * shape on the same load, and beside the same loop with as many reads as ours. Figures are the worst of all rows. Time is
 * simulated, so the machine does not matter. At the end, in real time and without limits: the bundled action beside the clients
 * of other vendors, which ask every half a second, with jobs of 2 s.
 */
export const benchmark: Benchmark = async ({ quick }) => {
  const counts = quick ? [10, 100] : [10, 100, 1000];
  const figures: Record<string, number> = {};
  const limits: Record<string, { max: number }> = {};
  const keepWorst = (name: string, value: number): void => {
    figures[name] = Math.max(figures[name] ?? 0, value);
  };
  for (const edits of counts) {
    for (const row of listRows(edits)) {
      const load = makeLoad(row);
      const idealMs = await makeIdeally(load);
      const ours = await makeOurWay(load);
      const auto = await makeOurWay(load, 'auto');
      const vendor = await makeVendorsWay(load, VENDORS_POLL_MS);
      // More reads can make it faster: the loop is also given as many as ours.
      const peer = await makeVendorsWay(load, (VENDORS_POLL_MS * vendor.reads) / ours.reads);
      const ratio = ours.makespanMs / idealMs;
      const beside = ours.makespanMs / peer.makespanMs;
      const show = ({ makespanMs, reads }: Made): string =>
        `${(makespanMs / idealMs).toFixed(3)} with ${(reads / edits).toFixed(1)} reads`;
      console.log(
        `${describeRow(row)}: ours ${show(ours)}, auto ${show(auto)}, the vendor's loop ${show(vendor)}, at about our reads ${show(peer)}`,
      );
      const medianS = row.medianMs / 1000;
      keepWorst(`of_${edits}_median_${medianS}_s`, ratio);
      keepWorst(`of_${edits}_auto_median_${medianS}_s`, auto.makespanMs / idealMs);
      keepWorst(`of_${edits}_beside_loop_at_equal_reads`, beside);
      limits[`of_${edits}_median_${medianS}_s`] = { max: LIMITS[edits] ?? 1 };
      limits[`of_${edits}_beside_loop_at_equal_reads`] = { max: 1 };
    }
  }
  const runs = await runBesidePeers(quick ? 24 : 96);
  for (const { name, seconds, readsEach } of runs) {
    console.log(`real time, ${name}: ${seconds.toFixed(2)} s with ${readsEach.toFixed(1)} reads an edit`);
    figures[`real_${name}_s`] = seconds;
    figures[`real_${name}_reads_each`] = readsEach;
  }
  return { figures, limits };
};

function listRows(edits: number): readonly Row[] {
  return MEDIANS_MS.flatMap((medianMs) =>
    [4, 8, 64].flatMap((slots) => [1, 3].map((depth) => ({ edits, slots, depth, medianMs }))),
  );
}

function describeRow({ edits, slots, depth, medianMs }: Row): string {
  return `${plural(edits, 'edit')}, ${plural(slots, 'slot')}, chains of ${depth}, median ${medianMs / 1000} s`;
}
