import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { parseFileCommand } from './file-command.ts';
import type { StepFiles } from './runner-environment.ts';

/** What a step left in its files. */
export interface StepRecord {
  readonly outputs: Record<string, string>;
  readonly state: Record<string, string>;
  readonly environment: Record<string, string>;
  /** Markdown of the job summary, empty if none was written. */
  readonly summary: string;
}

/** Makes the empty files of one step below `temp`; each step has its own, as on the runner. */
export async function createStepFiles(workspace: string, temp: string, event: unknown): Promise<StepFiles> {
  await mkdir(path.join(temp, 'home'), { recursive: true });
  const folder = await mkdtemp(path.join(temp, '_runner_file_commands-'));
  const files: StepFiles = {
    workspace,
    temp,
    eventFile: path.join(folder, 'event.json'),
    output: path.join(folder, 'set_output'),
    state: path.join(folder, 'save_state'),
    environment: path.join(folder, 'set_env'),
    addPath: path.join(folder, 'add_path'),
    summary: path.join(folder, 'step_summary'),
  };
  for (const file of [files.output, files.state, files.environment, files.addPath, files.summary]) {
    await writeFile(file, '');
  }
  await writeFile(files.eventFile, JSON.stringify(event));
  return files;
}

/** Reads the files of a step that ended, however it ended. Throws if the runner would fail the step for them. */
export async function readStepFiles(files: StepFiles): Promise<StepRecord> {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  const read = async (file: string): Promise<string> => utf8.decode(await readFile(file));
  return {
    outputs: parseFileCommand(await read(files.output)),
    state: parseFileCommand(await read(files.state)),
    environment: parseFileCommand(await read(files.environment)),
    summary: await read(files.summary),
  };
}
