import path from 'node:path';

import { createEmulator } from '../emulator/emulator.ts';
import type { LedgerEntry } from '../emulator/ledger.ts';
import { actionFolder } from './action-metadata.ts';
import type { StoredArtifact } from './artifact-service/artifact-store.ts';
import { extractArtifact } from './artifact-service/extract-artifact.ts';
import { startArtifactService } from './artifact-service/start-artifact-service.ts';
import { prepareWorkspace } from './prepare-workspace.ts';
import { runAction } from './run-action.ts';
import type { ActionStep, StepResult } from './run-action.ts';
import { defaultRunFacts } from './runner-environment.ts';
import type { LogLine } from './runner-log.ts';

/** What a run of the example left. */
export interface ExampleRun {
  readonly main: StepResult;
  readonly post: StepResult;
  /** What the service was paid for. */
  readonly ledger: readonly LedgerEntry[];
  /** What was uploaded. */
  readonly artifacts: readonly StoredArtifact[];
  /** Tokens that were in play. */
  readonly secrets: readonly string[];
}

/** How the example is to be run. Folders are absolute. */
export interface ExampleOptions {
  /** A new or empty folder for the workspace, the runner's files and the stored artifacts. */
  readonly temp: string;
  /** Where the artifact is unpacked to. */
  readonly unpackTo: string;
  readonly onLine: (line: LogLine) => void;
  readonly signal: AbortSignal;
}

const apiToken = 'demo-rc-4f9a2c71d0';

/** Runs both entries of the bundled action on `examples/`, against an emulator and an artifact service of its own. */
export async function runExample({ temp, unpackTo, onLine, signal }: ExampleOptions): Promise<ExampleRun> {
  const workspace = path.join(temp, 'workspace');
  const sha = await prepareWorkspace(path.join(actionFolder, 'examples'), workspace);
  await using emulator = await createEmulator({ token: apiToken, capacity: 3, serviceMs: [700, 2200] });
  await using service = await startArtifactService({ storage: path.join(temp, 'artifacts') });
  const step: Omit<ActionStep, 'entry'> = {
    inputs: {
      'api-token': apiToken,
      'api-url': emulator.apiUrl,
      'output-hosts': emulator.outputsHost,
    },
    workspace,
    temp: path.join(temp, 'runner'),
    env: service.env,
    facts: { sha },
    onLine,
    signal,
  };
  const main = await runAction({ ...step, entry: 'main' });
  const post = await runAction({ ...step, entry: 'post', state: main.state });
  for (const artifact of service.artifacts) await extractArtifact(artifact.path, unpackTo);
  return {
    main,
    post,
    ledger: emulator.ledger,
    artifacts: service.artifacts,
    secrets: [apiToken, defaultRunFacts.token, service.env.ACTIONS_RUNTIME_TOKEN],
  };
}
