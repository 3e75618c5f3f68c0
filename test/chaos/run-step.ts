import type { ChildProcess } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';

import type { StepResult } from '../../demo/run-action.ts';
import type { BranchStage } from '../support/branch-stage.ts';
import type { Job, JobStep } from '../support/job.ts';
import { waitForInstant } from './end-process.ts';
import type { Ending } from './plan-run.ts';

/** A process of the action, and what could be seen of it from outside. */
export interface StepRun {
  readonly entry: 'main' | 'post';
  readonly result: StepResult;
  /** Whether it was still there when it was to be ended. */
  readonly wasEnded: boolean;
  readonly startedAtMs: number;
  readonly endedAtMs: number;
  /** Lines of the log, with the time at which each was seen. */
  readonly lines: readonly { readonly text: string; readonly atMs: number }[];
  /** Requests to the service, to git and to the artifact service while it was there. */
  readonly requests: number;
}

/**
 * What had been sent before the process was gone is read by this one, a moment later: several turns of its loop, as other
 * stories keep it busy, and a connection is accepted in one turn and read in the next.
 */
const SETTLE_MS = 50;
const SETTLE_TURNS = 5;

/** Runs one entry of a job, and ends it as planned. */
export async function runStep(
  job: Job,
  entry: StepRun['entry'],
  ending: Ending,
  stage: BranchStage,
  step: JobStep,
): Promise<StepRun> {
  const lines: { text: string; atMs: number }[] = [];
  const cancel = new AbortController();
  const countRequests = (): number =>
    stage.emulator.requests.length + stage.git.requests.length + stage.artifacts.requests.length;
  const before = countRequests();
  const startedAtMs = Date.now();
  let ended = Promise.resolve(false);
  const result = await job[entry]({
    ...step,
    signal: cancel.signal,
    onLine: ({ text }) => lines.push({ text, atMs: Date.now() }),
    onSpawn: (child) => {
      step.onSpawn?.(child);
      ended = endAsPlanned(child, ending, stage, cancel);
    },
  });
  const endedAtMs = Date.now();
  const wasEnded = await ended;
  for (let turn = 0; turn < SETTLE_TURNS; turn += 1) await delay(SETTLE_MS);
  return { entry, result, wasEnded, startedAtMs, endedAtMs, lines, requests: countRequests() - before };
}

async function endAsPlanned(
  child: ChildProcess,
  ending: Ending,
  stage: BranchStage,
  cancel: AbortController,
): Promise<boolean> {
  if (ending.how === 'by itself' || !(await waitForInstant(ending.at, child, stage))) return false;
  if (ending.how === 'cancelled') cancel.abort();
  else child.kill(ending.how === 'lost' ? 'SIGKILL' : ending.how);
  return true;
}
