import type { ChildProcess } from 'node:child_process';

import { plural } from '../src/shared/format.ts';
import type { Benchmark } from './benchmark.ts';
import { readPeakMb } from './read-peak.ts';
import { runManyEdits } from './run-many-edits.ts';

const POLL_EVERY_MS = 50;

/** One run of the bundled action. */
interface Peak {
  /** Until the last picture is on disk. */
  readonly fetchMb: number;
  /** With the upload of the artifact. */
  readonly wholeMb: number;
  readonly seconds: number;
}

const OUTPUT_BYTES = 20_000_000;
/** Within 6 MiB, the largest picture that is sent as a `data:` URI. */
const REFERENCE_BYTES = 6_200_000;

/**
 * Peak memory of the bundled action while it makes and downloads outputs of 20 MB, eight at a time, and that of the whole run
 * with the upload of them all; with references that are small, and with references of 6 MB that are sent as `data:` URIs.
 * Service and artifact store are processes of their own. The kernel's high-water mark is read, so Linux only.
 */
export const benchmark: Benchmark = async ({ quick }) => {
  const counts = quick ? [10, 40] : [10, 100, 1000];
  const figures: Record<string, number> = {};
  const limits: Record<string, { max: number }> = {};
  for (const references of ['small', 'data']) {
    const peaks: number[] = [];
    // Bodies of 8 MB take their time: fewer show as much.
    for (const edits of references === 'data' && quick ? [20] : counts) {
      const { fetchMb, wholeMb, seconds } = await measureRun(
        edits,
        references === 'data' ? REFERENCE_BYTES : 0,
      );
      const name = references === 'data' ? `${edits}_with_data` : String(edits);
      console.log(
        `${plural(edits, 'edit')} with references of kind ${references}: ${fetchMb.toFixed(0)} MB, ${wholeMb.toFixed(0)} MB with the upload, ${seconds.toFixed(1)} s`,
      );
      figures[`of_${name}_fetch_peak_mb`] = fetchMb;
      figures[`of_${name}_whole_run_peak_mb`] = wholeMb;
      figures[`of_${name}_seconds`] = seconds;
      limits[`of_${name}_fetch_peak_mb`] = { max: 150 };
      // The artifact client's code, and its blocks in flight, whatever is uploaded.
      limits[`of_${name}_whole_run_peak_mb`] = { max: 170 };
      peaks.push(fetchMb);
    }
    const [last, before] = peaks.toReversed();
    if (last === undefined || before === undefined) continue;
    figures[`${references}_growth_mb`] = last - before;
    limits[`${references}_growth_mb`] = { max: 20 };
  }
  return { figures, limits };
};

async function measureRun(edits: number, referenceBytes: number): Promise<Peak> {
  let wholeMb = 0;
  let fetchMb = 0;
  const startMs = performance.now();
  await runManyEdits({
    edits,
    outputBytes: OUTPUT_BYTES,
    referenceBytes,
    onLine: ({ text }) => {
      // What comes after is the upload.
      if (text === 'Deliver') fetchMb = wholeMb;
    },
    onSpawn: (child) => {
      void watchPeak(child, (mb) => {
        wholeMb = mb;
      });
    },
  });
  return { fetchMb, wholeMb, seconds: (performance.now() - startMs) / 1000 };
}

/** Reads the high-water mark of a process until it ends: it only grows, so the last reading is the peak. */
async function watchPeak(child: ChildProcess, onPeak: (mb: number) => void): Promise<void> {
  while (child.exitCode === null && child.signalCode === null) {
    const peakMb = child.pid === undefined ? undefined : await readPeakMb(child.pid);
    if (peakMb !== undefined) onPeak(peakMb);
    await new Promise((resolve) => setTimeout(resolve, POLL_EVERY_MS));
  }
}
