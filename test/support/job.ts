import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { runAction } from '../../demo/run-action.ts';
import type { ActionStep, StepResult } from '../../demo/run-action.ts';

/** As in every workflow that the docs show: without any limit, a run of more than 200 submits sends nothing. */
const LIMITS = { 'max-edits': '10000' };

/** What a step may say for itself; the job gives the folders. */
export type JobStep = Partial<Omit<ActionStep, 'entry' | 'workspace' | 'temp'>>;

/** A workflow job with one step that uses the bundled action, in folders of its own that go when it is disposed of. */
export interface Job extends AsyncDisposable {
  readonly workspace: string;
  /** RUNNER_TEMP. */
  readonly temp: string;
  /** Runs the main entry; `more` wins over what the job was made with. */
  main(more?: JobStep): Promise<StepResult>;
  /** Runs the post entry with the state that the last main left. */
  post(more?: JobStep): Promise<StepResult>;
}

/**
 * Makes a job whose workspace holds `files` (path to content).
 * Inputs, variables and facts of `step` and of `more` are put together, those of `more` winning.
 */
export async function createJob(
  files: Readonly<Record<string, string | Uint8Array>>,
  step: JobStep = {},
): Promise<Job> {
  const folder = await mkdtemp(path.join(tmpdir(), 'job-'));
  const workspace = path.join(folder, 'workspace');
  const temp = path.join(folder, 'temp');
  await mkdir(workspace);
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(workspace, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
  }
  let state: Readonly<Record<string, string>> = {};
  const run = async (entry: ActionStep['entry'], more: JobStep): Promise<StepResult> =>
    await runAction({
      ...step,
      ...more,
      inputs: { ...(step.action === undefined && LIMITS), ...step.inputs, ...more.inputs },
      env: { ...step.env, ...more.env },
      facts: { ...step.facts, ...more.facts },
      state: more.state ?? state,
      entry,
      workspace,
      temp,
    });
  return {
    workspace,
    temp,
    async main(more = {}) {
      const result = await run('main', more);
      state = result.state;
      return result;
    },
    post: async (more = {}) => await run('post', more),
    async [Symbol.asyncDispose]() {
      // A git that outlives a killed step may still be writing.
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
