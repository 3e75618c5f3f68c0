import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import type { BranchStage } from '../support/branch-stage.ts';
import { createJob, type JobStep } from '../support/job.ts';
import { pullRequest } from '../support/pull-request.ts';
import { renderSpec } from './chaos-spec.ts';
import type { Attempt, Ending } from './plan-run.ts';
import { readResultsFile, type Results } from './results-file.ts';
import { runStep, type StepRun } from './run-step.ts';

/** A runner's machine with one step that uses the action, after the job has ended. */
export interface MachineRun {
  readonly runId: string;
  readonly ending: Ending;
  readonly main: StepRun;
  /** Absent if the machine was lost. */
  readonly post?: StepRun;
  /** Absent if it did not come so far. */
  readonly results?: Results;
  /** Files of its disk, by path from RUNNER_TEMP: what the action wrote, and what the runner did. */
  readonly disk: ReadonlyMap<string, Buffer>;
}

/** The run that a machine belongs to. */
export interface RunIdentity {
  readonly runId: string;
  readonly attempt: number;
}

/** Runs main and post on a fresh machine. */
export async function runMachine(
  attempt: Attempt,
  ending: Ending,
  run: RunIdentity,
  pictures: Readonly<Record<string, Uint8Array>>,
  stage: BranchStage,
  { env, onSpawn }: Pick<JobStep, 'env' | 'onSpawn'>,
): Promise<MachineRun> {
  const { step } = stage;
  const { pull: number } = attempt.place ?? {};
  const pull = number === undefined ? undefined : pullRequest(undefined, undefined, number);
  const inputs = { ...attempt.inputs, 'artifact-name': `pictures-${run.runId}-${run.attempt}` };
  await using job = await createJob(
    { ...pictures, 'edits.yml': renderSpec(attempt.spec) },
    {
      ...step,
      inputs: { ...step.inputs, ...inputs },
      facts: { ...step.facts, ...run },
      ...(pull !== undefined && { event: pull.event }),
      env: { ...step.env, ...pull?.env, ...env },
    },
  );
  const main = await runStep(job, 'main', ending, stage, onSpawn === undefined ? {} : { onSpawn });
  const post =
    ending.how === 'lost' && main.wasEnded
      ? undefined
      : await runStep(job, 'post', { how: 'by itself' }, stage, {});
  const results = await readResultsFile(main.result.state['folder']);
  return {
    runId: run.runId,
    ending,
    main,
    disk: await readDisk(job.temp),
    ...(post !== undefined && { post }),
    ...(results !== undefined && { results }),
  };
}

async function readDisk(folder: string): Promise<ReadonlyMap<string, Buffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = new Map<string, Buffer>();
  for (const entry of entries.filter((each) => each.isFile())) {
    const file = path.join(entry.parentPath, entry.name);
    const bytes = await readFile(file).catch(ignoreGone);
    if (bytes !== undefined) files.set(path.relative(folder, file), bytes);
  }
  return files;
}

/** A git that outlives a killed step may still be at work. */
function ignoreGone(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
}
