import path from 'node:path';

import type { JobChange } from './jobs/types.ts';
import { reportOutputs } from './report/outputs.ts';
import type { EditSoFar, RunSoFar } from './report/types.ts';
import { writeResults } from './report/write-results.ts';
import { describeError } from './shared/describe-error.ts';
import type { World } from './world.ts';

/** After a write there is a pause so many times as long: writing 5,000 edits takes some 30 ms. */
const PAUSE_FACTOR = 10;
const LONGEST_PAUSE_MS = 1000;

/** What the runner and the post step can read of a run that is killed at any instant. */
export interface RunRecord {
  /** Absolute path of the results file. */
  readonly resultsFile: string;
  /** Takes note of what happened to an edit; on disk within milliseconds in a small run, a second in a huge one. */
  readonly update: (change: JobChange) => void;
  /** Writes outputs that differ from those written before. */
  setOutputs(outputs: Readonly<Record<string, string>>): void;
  /** Ends the writing. What keeps the file from being written is told in the log: it must not stop the delivery. */
  close(): Promise<void>;
}

/** Starts to keep outputs and results file up to date, beginning with `start`. */
export function startRunRecord(start: RunSoFar, folder: string, world: World): RunRecord {
  const resultsFile = path.join(folder, 'results.json');
  const edits = new Map(start.edits.map((edit) => [edit.edit.id, edit]));
  const written = new Map<string, string>();
  const closed = new AbortController();
  let pauseMs = 0;
  let isDue = false;
  let writing = Promise.resolve();

  function setOutputs(outputs: Readonly<Record<string, string>>): void {
    for (const [name, value] of Object.entries(outputs)) {
      if (written.get(name) === value) continue;
      world.actions.setOutput(name, value);
      written.set(name, value);
    }
  }
  async function write(): Promise<void> {
    await world.clock.sleep(pauseMs, closed.signal).catch(ignoreClosing);
    isDue = false;
    const beganMs = world.clock.now();
    const run = { ...start, edits: [...edits.values()], elapsedMs: beganMs - start.startedAtMs };
    setOutputs(reportOutputs(run, resultsFile));
    await writeResults(resultsFile, run);
    pauseMs = Math.min(LONGEST_PAUSE_MS, PAUSE_FACTOR * (world.clock.now() - beganMs));
  }
  function ignoreClosing(error: unknown): void {
    if (!closed.signal.aborted) throw error;
  }
  /** One write after the other; changes before the next one begins are all in it. */
  function writeSoon(): void {
    if (isDue) return;
    isDue = true;
    writing = writing.then(write).catch((error: unknown) => {
      pauseMs = LONGEST_PAUSE_MS;
      world.log.info(`The results file cannot be written: ${describeError(error)}`);
    });
  }

  writeSoon();
  return {
    resultsFile,
    update: (change) => {
      if (change.kind !== 'submitted' && change.kind !== 'ended') return;
      const soFar: EditSoFar = change.kind === 'ended' ? change.outcome : { ...change, state: 'open' };
      edits.set(soFar.edit.id, soFar);
      writeSoon();
    },
    setOutputs,
    close: async () => {
      closed.abort();
      await writing;
    },
  };
}
