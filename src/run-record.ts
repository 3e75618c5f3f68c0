import path from 'node:path';

import type { JobChange } from './jobs/types.ts';
import { reportOutputs } from './report/outputs.ts';
import type { EditSoFar, RunSoFar } from './report/types.ts';
import { writeResults } from './report/write-results.ts';
import type { World } from './world.ts';

/** Writing 5,000 edits takes some 30 ms, so it is not done for each change of each edit. */
const WRITE_EVERY_MS = 1000;

/** What the runner and the post step can read of a run that is killed at any instant. */
export interface RunRecord {
  /** Absolute path of the results file. */
  readonly resultsFile: string;
  /** Takes note of what happened to an edit; on disk within a second. */
  readonly update: (change: JobChange) => void;
  /** Writes outputs that differ from those written before. */
  setOutputs(outputs: Readonly<Record<string, string>>): void;
  /** Ends the writing. Throws what kept the results file from being written. */
  close(): Promise<void>;
}

/** Starts to keep outputs and results file up to date, beginning with `start`. */
export function startRunRecord(start: RunSoFar, folder: string, world: World): RunRecord {
  const resultsFile = path.join(folder, 'results.json');
  const edits = new Map(start.edits.map((edit) => [edit.edit.id, edit]));
  const written = new Map<string, string>();
  const closed = new AbortController();
  let changed = true;

  function setOutputs(outputs: Readonly<Record<string, string>>): void {
    for (const [name, value] of Object.entries(outputs)) {
      if (written.get(name) === value) continue;
      world.actions.setOutput(name, value);
      written.set(name, value);
    }
  }
  async function writeWhileOpen(): Promise<void> {
    while (!closed.signal.aborted) {
      if (changed) {
        changed = false;
        const elapsedMs = world.clock.now() - start.startedAtMs;
        const run = { ...start, edits: [...edits.values()], elapsedMs };
        setOutputs(reportOutputs(run, resultsFile));
        await writeResults(resultsFile, run);
      }
      await world.clock.sleep(WRITE_EVERY_MS, closed.signal).catch(ignoreClosing);
    }
  }
  function ignoreClosing(error: unknown): void {
    if (!closed.signal.aborted) throw error;
  }

  const writing = writeWhileOpen();
  // Seen by `close`; until then a failure must not end the process while paid work is under way.
  writing.catch((error: unknown) => {
    world.log.info(`The results file cannot be written: ${String(error)}`);
  });
  return {
    resultsFile,
    update: (change) => {
      if (change.kind !== 'submitted' && change.kind !== 'ended') return;
      const soFar: EditSoFar = change.kind === 'ended' ? change.outcome : { ...change, state: 'open' };
      edits.set(soFar.edit.id, soFar);
      changed = true;
    },
    setOutputs,
    close: async () => {
      closed.abort();
      await writing;
    },
  };
}
