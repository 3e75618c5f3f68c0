import path from 'node:path';

import { createEmulator } from '../emulator/emulator.ts';
import { actionFolder } from './action-metadata.ts';
import { addModelComparison } from './add-model-comparison.ts';
import { addTakes } from './add-takes.ts';
import type { StoredArtifact } from './artifact-service/artifact-store.ts';
import { extractArtifact } from './artifact-service/extract-artifact.ts';
import { startArtifactService } from './artifact-service/start-artifact-service.ts';
import { createBareRepository } from './git-service/create-bare-repository.ts';
import { startGitService } from './git-service/start-git-service.ts';
import { prepareWorkspace } from './prepare-workspace.ts';
import { exportBranch, readBranch, type BranchRecord } from './read-branch.ts';
import { runAction } from './run-action.ts';
import type { ActionStep, StepResult } from './run-action.ts';
import { defaultRunFacts } from './runner-environment.ts';
import type { LogLine } from './runner-log.ts';

/** One job of the example. */
export interface ExampleJob {
  readonly main: StepResult;
  readonly post: StepResult;
  /** The branch as the job left it; absent if there is none. */
  readonly branch?: BranchRecord;
  /** Submits that the service was paid for, in all jobs so far. */
  readonly submits: number;
}

/** What the jobs of the example left. */
export interface ExampleRun {
  /** Made every picture. */
  readonly first: ExampleJob;
  /** The same again. */
  readonly second: ExampleJob;
  /** Made further takes of an edit. */
  readonly takes: ExampleJob;
  /** Kept another one of them. */
  readonly kept: ExampleJob;
  /** What was uploaded. */
  readonly artifacts: readonly StoredArtifact[];
  /** Files that were in it. */
  readonly unpacked: number;
  /** Address below which the branch's files are at its commit; ends with a slash. */
  readonly blobs: string;
  /** Tokens that were in play. */
  readonly secrets: readonly string[];
}

/** How the example is to be run. Folders are absolute. */
export interface ExampleOptions {
  /** A new or empty folder for the workspace, the runner's files, the repository and the stored artifacts. */
  readonly temp: string;
  /** Where the artifact is unpacked to. */
  readonly unpackTo: string;
  /** Where the branch's files are written to, as the first run left them. */
  readonly exportTo: string;
  /** The same, as the last run left them. */
  readonly exportKeptTo: string;
  /** Called with a job's title as it begins. */
  readonly onJob: (title: string) => void;
  readonly onLine: (line: LogLine) => void;
  readonly signal: AbortSignal;
}

const apiToken = 'demo-rc-4f9a2c71d0';

const branch = 'assets';

/**
 * Runs the bundled action four times on `examples/`, both entries each time, against an emulator, an artifact service and a git
 * server of its own.
 */
export async function runExample(options: ExampleOptions): Promise<ExampleRun> {
  const { temp, unpackTo, exportTo, exportKeptTo, onJob, onLine, signal } = options;
  const { repository: name, token } = defaultRunFacts;
  const workspace = path.join(temp, 'workspace');
  const sha = await prepareWorkspace(path.join(actionFolder, 'examples'), workspace, async (folder) => {
    await addModelComparison(path.join(folder, 'edits.yml'));
  });
  const repositories = path.join(temp, 'repositories');
  const repository = await createBareRepository(repositories, name);
  await using emulator = await createEmulator({ token: apiToken, capacity: 3, serviceMs: [700, 2200] });
  await using artifacts = await startArtifactService({ storage: path.join(temp, 'artifacts') });
  // The one kind of name on this machine that the artifact client takes for GitHub's.
  await using git = await startGitService({ root: repositories, token, hostname: 'github.localhost' });

  async function runJob(runId: string): Promise<ExampleJob> {
    const step: Omit<ActionStep, 'entry'> = {
      inputs: {
        'api-token': apiToken,
        'api-url': emulator.apiUrl,
        'output-hosts': emulator.outputsHost,
        deliver: 'artifact, branch',
        branch,
        gallery: 'true',
      },
      workspace,
      temp: path.join(temp, `runner-${runId}`),
      env: { ...artifacts.env, GITHUB_SERVER_URL: git.url },
      facts: { sha, runId },
      onLine,
      signal,
    };
    const main = await runAction({ ...step, entry: 'main' });
    const post = await runAction({ ...step, entry: 'post', state: main.state });
    signal.throwIfAborted();
    const left = await readBranch(repository, branch);
    return { main, post, submits: emulator.ledger.length, ...(left !== undefined && { branch: left }) };
  }

  onJob('The action runs on the example');
  const first = await runJob('4711');
  const unpacked = await Promise.all(
    artifacts.artifacts.map(async (artifact) => await extractArtifact(artifact.path, unpackTo)),
  );
  if (first.branch !== undefined) await exportBranch(repository, branch, exportTo);
  onJob('The action runs again: nothing has changed');
  const second = await runJob('4712');
  const uploaded = [...artifacts.artifacts];
  const spec = path.join(workspace, 'edits.yml');
  onJob('Four takes of one edit: the first one is there already');
  await addTakes(spec, 'takes: 4');
  const takes = await runJob('4713');
  onJob('The third take is kept: a line of the spec');
  await addTakes(spec, 'keep: 3');
  const kept = await runJob('4714');
  await exportBranch(repository, branch, exportKeptTo);
  return {
    first,
    second,
    takes,
    kept,
    unpacked: unpacked.flat().length,
    artifacts: uploaded,
    blobs: `${git.url}/${name}/blob/${first.branch?.commit ?? branch}/`,
    secrets: [apiToken, token, artifacts.env.ACTIONS_RUNTIME_TOKEN],
  };
}
