import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';

import type { StepResult } from '../../demo/run-action.ts';
import { createBranchStage, type BranchStage } from './branch-stage.ts';
import type { JobStep } from './job.ts';
import { makePicture } from './stage.ts';

/** Three edits whose pictures differ; `upon` uses that of `base`, `alone` has a picture of its own. */
export const BASE = 'base: { prompt: A base., images: a.png, size: 1024x1024 }';
export const UPON = 'upon: { prompt: Upon it., images: [{ edit: base }], size: 2048x2048 }';
export const ALONE = 'alone: { prompt: Alone., images: b.png, size: 2304x1728 }';

/** A spec of edits, each on a line of its own. */
export function specOf(...edits: readonly string[]): string {
  return [
    'version: 1',
    'defaults: { force-single: true }',
    'edits:',
    ...edits.map((edit) => `  ${edit}`),
    '',
  ].join('\n');
}

/** A stage after a first run of the three edits. */
export async function afterFirstRun(inputs: Readonly<Record<string, string>> = {}): Promise<BranchStage> {
  const files = { 'edits.yml': specOf(BASE, UPON, ALONE), 'b.png': await makePicture(90) };
  const stage = await createBranchStage(files, { inputs });
  const first = await stage.job.main();
  if (first.outputs['succeeded'] !== '3') throw new Error(`The first run went wrong:\n${first.stdout}`);
  return stage;
}

/** A run, and the prompts that it submitted. */
interface NextRun {
  readonly main: StepResult;
  readonly submitted: readonly string[];
}

/** Runs the job again with another spec. */
export async function runWith(
  stage: BranchStage,
  edits: readonly string[],
  inputs: Readonly<Record<string, string>> = {},
  step: Pick<JobStep, 'env' | 'event'> = {},
): Promise<NextRun> {
  await writeFile(path.join(stage.job.workspace, 'edits.yml'), specOf(...edits));
  const before = stage.emulator.ledger.length;
  const main = await stage.job.main({ ...step, inputs });
  return {
    main,
    submitted: stage.emulator.ledger.slice(before).map(({ input }) => promptSchema.parse(input).prompt),
  };
}

const promptSchema = z.object({ prompt: z.string() });
