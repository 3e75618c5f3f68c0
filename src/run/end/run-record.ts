import path from 'node:path';

import type { JobChange } from '../../jobs/types.ts';
import { reportOutputs } from '../../report/outputs.ts';
import type { EditSoFar, RunSoFar } from '../../report/types.ts';
import { writeResults } from '../../report/write-results.ts';
import { createLine } from '../../shared/line.ts';
import { describeError } from '../../shared/describe-error.ts';
import { toSentence } from '../../shared/sentence.ts';
import type { World } from '../../runner/world.ts';

/**
 * Pause before a write: 1 ms for each edit of the run, 1 s at most. A write takes 6 µs for each of them, changed or not: with 1,000
 * edits, ten writes a second were half of what the whole run allocated.
 */
const PAUSE_MS_PER_EDIT = 1;
const LONGEST_PAUSE_MS = 1000;

/** What the runner and the post step can read of a run that is killed at any instant. */
export interface RunRecord {
  /** Absolute path of the results file. */
  readonly resultsFile: string;
  /** Records what happened to an edit: on disk after 1 ms per edit of the run, 1 s at most, and the time that the write takes. */
  readonly update: (change: JobChange) => void;
  /** Sets the outputs that differ from those set before. */
  setOutputs(outputs: Readonly<Record<string, string>>): void;
  /** Writes what is left. If the file cannot be written, the log says why: that must not stop the delivery. */
  close(): Promise<void>;
}

/** Keeps outputs and results file up to date, beginning with `start`. */
export function startRunRecord(
  start: RunSoFar,
  folder: string,
  { actions, clock, log }: Pick<World, 'actions' | 'clock' | 'log'>,
): RunRecord {
  const resultsFile = path.join(folder, 'results.json');
  const edits = new Map(start.edits.map((edit) => [edit.edit.id, edit]));
  const written = new Map<string, string>();
  const closed = new AbortController();
  const startedMs = clock.monotonicMs() - start.elapsedMs;
  const pauseMs = Math.min(LONGEST_PAUSE_MS, edits.size * PAUSE_MS_PER_EDIT);
  let isDue = false;
  let lastProblem: string | undefined;
  const line = createLine();

  function setOutputs(outputs: Readonly<Record<string, string>>): void {
    for (const [name, value] of Object.entries(outputs)) {
      if (written.get(name) === value) continue;
      actions.setOutput(name, value);
      written.set(name, value);
    }
  }
  async function write(): Promise<void> {
    await clock.sleep(pauseMs, closed.signal).catch(ignoreClosing);
    isDue = false;
    const elapsedMs = clock.monotonicMs() - startedMs;
    const run = { ...start, edits: [...edits.values()], elapsedMs };
    setOutputs(reportOutputs(run, resultsFile));
    await writeResults(resultsFile, run);
  }
  function ignoreClosing(error: unknown): void {
    if (!closed.signal.aborted) throw error;
  }
  /** One write after the other; each holds all changes up to its beginning. */
  function writeSoon(): void {
    if (isDue) return;
    isDue = true;
    line.run(write).catch((error: unknown) => {
      const problem = toSentence(`the results file cannot be written: ${describeError(error)}`);
      if (problem !== lastProblem) log.info(problem);
      lastProblem = problem;
    });
  }

  writeSoon();
  return {
    resultsFile,
    update: (change) => {
      if (change.kind !== 'submitted' && change.kind !== 'collecting' && change.kind !== 'ended') return;
      // Pictures of other branches come to this one at the end of the run: until then, they are only planned to.
      if (change.kind === 'ended' && change.outcome.state === 'adopted') return;
      const soFar: EditSoFar = change.kind === 'ended' ? change.outcome : { ...change, state: 'open' };
      edits.set(soFar.edit.id, soFar);
      writeSoon();
    },
    setOutputs,
    close: async () => {
      closed.abort();
      await line.idle();
    },
  };
}
