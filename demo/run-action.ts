import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';
import type { Readable } from 'node:stream';

import { actionFolder, readActionMetadata } from './action-metadata.ts';
import { defaultRunFacts, inputVariables, runnerVariables } from './runner-environment.ts';
import type { RunFacts } from './runner-environment.ts';
import { createRunnerLog } from './runner-log.ts';
import type { LogLine, RunnerLog } from './runner-log.ts';
import { createStepFiles, readStepFiles } from './step-files.ts';
import type { StepRecord } from './step-files.ts';
import { stopAsRunner } from './stop-as-runner.ts';

/** One step that uses this action. Paths are absolute. */
export interface ActionStep {
  readonly entry: 'main' | 'post';
  /** `with:` of the step; the defaults of action.yml fill the rest. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly workspace: string;
  /** RUNNER_TEMP: lives as long as the job, so main and post share it. */
  readonly temp: string;
  /** Variables besides the runner's own; they win over those. */
  readonly env?: Readonly<Record<string, string>>;
  /** What main saved, for post. */
  readonly state?: Readonly<Record<string, string>>;
  readonly facts?: Partial<RunFacts>;
  /** The webhook payload; a push to a private repository by default. */
  readonly event?: unknown;
  /** Values that the runner masks from the start, as it does with `secrets.*`. */
  readonly secrets?: readonly string[];
  /** Folder that holds action.yml and dist/; this repository by default. */
  readonly action?: string;
  /** Called for each line that the log shows, as it comes. */
  readonly onLine?: (line: LogLine) => void;
  /** Called with the process once it runs, e.g. to kill it at a chosen instant. */
  readonly onSpawn?: (child: ChildProcess) => void;
  /** When it aborts, the step is stopped as the runner stops a cancelled one. */
  readonly signal?: AbortSignal;
}

/** How the step ended and what it left. */
export interface StepResult extends StepRecord {
  /** Absent if a signal ended the process. */
  readonly exitCode: number | undefined;
  readonly signal: NodeJS.Signals | undefined;
  /** As the process wrote it: nothing masked. */
  readonly stdout: string;
  readonly stderr: string;
  /** The same as the runner reads it. */
  readonly log: RunnerLog;
}

/**
 * Runs an entry of the bundled action by this Node as the runner would: a process with an environment of its own, files
 * for outputs, state and summary, and a log whose commands are carried out. Throws if the step cannot start or if
 * it left files that the runner would refuse; a failing step is an exit code.
 */
export async function runAction(step: ActionStep): Promise<StepResult> {
  const action = step.action ?? actionFolder;
  const metadata = await readActionMetadata(action);
  const facts: RunFacts = { ...defaultRunFacts, ...step.facts };
  await mkdir(step.temp, { recursive: true });
  const event = step.event ?? { repository: { full_name: facts.repository, private: true } };
  const files = await createStepFiles(step.workspace, step.temp, event);
  const state = Object.entries(step.state ?? {}).map(([name, value]) => [`STATE_${name}`, value]);
  const env = {
    ...runnerVariables(files, facts),
    ...inputVariables(metadata, step.inputs, facts),
    ...(Object.fromEntries(state) as Record<string, string>),
    ...step.env,
  };

  const script = path.join(action, metadata.runs[step.entry]);
  const child = spawn(process.execPath, [script], {
    cwd: step.workspace,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  step.onSpawn?.(child);
  const log = createRunnerLog(step.secrets);
  // Both streams make one log on the runner, and commands count on both.
  const [stdout, stderr, exit] = await Promise.all([
    follow(child.stdout, log, step.onLine),
    follow(child.stderr, log, step.onLine),
    waitForExit(child, step.signal),
  ]);
  return { ...exit, stdout, stderr, log, ...(await readStepFiles(files)) };
}

/** Reads a stream to its end line by line; gives all of its text. */
async function follow(
  stream: Readable,
  log: RunnerLog,
  onLine: ((line: LogLine) => void) | undefined,
): Promise<string> {
  stream.setEncoding('utf8');
  let text = '';
  stream.on('data', (chunk: string) => {
    text += chunk;
  });
  createInterface({ input: stream, crlfDelay: Infinity }).on('line', (line) => {
    const shown = log.read(line);
    if (shown !== undefined) onLine?.(shown);
  });
  await finished(stream);
  return text;
}

async function waitForExit(
  child: ChildProcess,
  signal: AbortSignal | undefined,
): Promise<Pick<StepResult, 'exitCode' | 'signal'>> {
  const stopping = stopAsRunner(child, signal);
  try {
    return await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code, killedBy) => {
        resolve({ exitCode: code ?? undefined, signal: killedBy ?? undefined });
      });
    });
  } finally {
    stopping[Symbol.dispose]();
  }
}
