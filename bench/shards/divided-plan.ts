import type { ChildProcess } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { startArtifactService } from '../../demo/artifact-service/start-artifact-service.ts';
import { createBareRepository } from '../../demo/git-service/create-bare-repository.ts';
import { startGitService } from '../../demo/git-service/start-git-service.ts';
import { runAction, type StepResult } from '../../demo/run-action.ts';
import { defaultRunFacts } from '../../demo/runner-environment.ts';
import { createEmulator, type Emulator } from '../../emulator/emulator.ts';
import { createBenchFolder } from '../workspace.ts';
import { logPushes } from './push-log.ts';

/** What is to be made, and by how many jobs. */
export interface Scale {
  readonly edits: number;
  readonly parts: number;
  /** Requests of each job at the service at once. */
  readonly parallel: number;
  readonly serviceMs: number;
  /** Bytes of each picture, at least; with 0, all pictures are equal and small. */
  readonly pictureBytes: number;
}

/** A plan in parts, and what its jobs speak to: one service, one repository, one artifact store. */
export interface DividedPlan extends AsyncDisposable {
  readonly emulator: Emulator;
  /** Absolute path of the bare repository. */
  readonly repository: string;
  /** Runs one job on a machine of its own: a part such as `2/5`, or `merge`. */
  run(shard: string, options?: JobOptions): Promise<StepResult>;
}

export interface JobOptions {
  readonly attempt?: number;
  /** Kills the process once so many of its edits have succeeded. */
  readonly dieAfter?: number;
  /** Whether the post step runs then; a machine that is lost has none. */
  readonly hasPost?: boolean;
}

const PUSH_MS = 1000;

/** Plans with `max-shards`; the git server takes a second for each push. */
export async function createDividedPlan(scale: Scale): Promise<DividedPlan> {
  const { edits, parts, parallel, serviceMs, pictureBytes } = scale;
  await using made = new AsyncDisposableStack();
  const folder = made.use(await createBenchFolder(specOf(edits)));
  const root = path.join(folder.temp, 'repositories');
  const repository = await createBareRepository(root, defaultRunFacts.repository);
  await logPushes(repository);
  const git = made.use(
    await startGitService({
      root,
      hostname: 'github.localhost',
      beforeGit: async ({ method, service }) => {
        if (method === 'POST' && service === 'git-receive-pack') await sleep(PUSH_MS);
      },
    }),
  );
  const emulator = made.use(
    await createEmulator({
      capacity: parts * parallel,
      serviceMs,
      render: pictureBytes === 0 ? 'flat' : 'collage',
      minOutputBytes: pictureBytes,
    }),
  );
  const artifacts = made.use(await startArtifactService({ storage: path.join(folder.temp, 'artifacts') }));

  let machines = 0;
  const step = (inputs: Readonly<Record<string, string>>, attempt: number) => {
    machines += 1;
    return {
      inputs: {
        'api-token': emulator.token,
        'api-url': emulator.apiUrl,
        'output-hosts': emulator.outputsHost,
        'max-edits': String(edits),
        'max-parallel': String(parallel),
        timeout: '3h',
        deliver: 'branch',
        ledger: 'auto',
        ...inputs,
      },
      env: { GITHUB_SERVER_URL: git.url, ...artifacts.env },
      facts: { attempt },
      workspace: folder.workspace,
      temp: path.join(folder.temp, `machine-${machines}`),
    };
  };
  const planned = await runAction({
    ...step({ mode: 'plan', 'max-shards': String(parts) }, 1),
    entry: 'main',
  });
  const planFile = planned.outputs['plan-file'] ?? '';
  if (planned.outputs['planned'] !== String(edits) || planFile === '')
    throw new Error(`There is no plan:\n${planned.stdout.slice(-4000)}`);
  const running = made.move();
  return {
    emulator,
    repository,
    run: async (shard, { attempt = 1, dieAfter, hasPost = false } = {}) => {
      const merging = { deliver: 'artifact, branch', 'artifact-contents': 'all' };
      const job = step({ shard, 'plan-file': planFile, ...(shard === 'merge' && merging) }, attempt);
      const ended = await runAction({
        ...job,
        entry: 'main',
        ...(dieAfter !== undefined && killAfter(dieAfter)),
      });
      if (hasPost) await runAction({ ...job, entry: 'post', state: ended.state });
      return ended;
    },
    [Symbol.asyncDispose]: async () => {
      await running.disposeAsync();
    },
  };
}

/** A matrix may have 256 combinations. */
const MATRIX = 250;

function specOf(edits: number): string {
  const groups = Array.from({ length: Math.ceil(edits / MATRIX) }, (_, group) => {
    const size = Math.min(MATRIX, edits - group * MATRIX);
    const numbers = Array.from({ length: size }, (_each, number) => number).join(', ');
    return `  scenes${group}: { prompt: "Scene ${group}, \${{ matrix.n }}.", images: a.jpg, matrix: { n: [${numbers}] } }`;
  });
  return `version: 1\ndefaults: { size: 1024x1024, force-single: true }\nedits:\n${groups.join('\n')}\n`;
}

function killAfter(edits: number): Pick<Parameters<typeof runAction>[0], 'onSpawn' | 'onLine'> {
  let child: ChildProcess | undefined;
  let succeeded = 0;
  return {
    onSpawn: (spawned) => {
      child = spawned;
    },
    onLine: ({ text }) => {
      if (/^scenes\d+@\d+ {2}succeeded/.test(text)) succeeded += 1;
      if (succeeded === edits) child?.kill('SIGKILL');
    },
  };
}
