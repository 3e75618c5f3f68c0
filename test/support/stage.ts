import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { extractArtifact } from '../../demo/artifact-service/extract-artifact.ts';
import {
  startArtifactService,
  type ArtifactService,
} from '../../demo/artifact-service/start-artifact-service.ts';
import { createEmulator, type Emulator } from '../../emulator/emulator.ts';
import type { EmulatorOptions } from '../../emulator/options.ts';
import type { RequestRecord } from '../../emulator/request-log.ts';
import { createJob, type Job, type JobStep } from './job.ts';
import { plainPicture } from './plain-picture.ts';

/** A job, and the services that it speaks to. */
export interface Stage extends AsyncDisposable {
  readonly job: Job;
  /** What leads a step to these services: another job made with it is one on another machine. */
  readonly step: JobStep;
  readonly emulator: Emulator;
  readonly artifacts: ArtifactService;
  /** The files of the artifact of this name (default: the first one), by their path in it. */
  unpack(name?: string): Promise<ReadonlyMap<string, Buffer>>;
}

/**
 * Sets the stage for a scenario: an emulator with small pictures and short service times, an artifact service, and a
 * job that is led to both. `files` are those of the workspace; `a.png` is there already.
 */
export async function createStage(
  files: Readonly<Record<string, string | Uint8Array>>,
  { service, ...step }: JobStep & { readonly service?: EmulatorOptions } = {},
): Promise<Stage> {
  await using made = new AsyncDisposableStack();
  const folder = await mkdtemp(path.join(tmpdir(), 'artifacts-'));
  made.defer(async () => {
    await rm(folder, { recursive: true, maxRetries: 5 });
  });
  const emulator = made.use(await createEmulator({ render: 'flat', capacity: 64, serviceMs: 5, ...service }));
  const artifacts = made.use(await startArtifactService({ storage: path.join(folder, 'stored') }));
  const led: JobStep = {
    secrets: [emulator.token],
    ...step,
    inputs: {
      'api-token': emulator.token,
      'api-url': emulator.apiUrl,
      'output-hosts': emulator.outputsHost,
      // There is no git server on this stage.
      ledger: 'none',
      ...step.inputs,
    },
    env: { ...artifacts.env, ...step.env },
  };
  const job = made.use(await createJob({ 'a.png': await makePicture(), ...files }, led));
  const running = made.move();
  return {
    job,
    step: led,
    emulator,
    artifacts,
    unpack: async (name) => {
      const artifact = artifacts.artifacts.find((each) => name === undefined || each.name === name);
      if (artifact === undefined) throw new Error(`There is no artifact ${name ?? 'at all'}.`);
      const target = path.join(folder, `unpacked-${artifact.id}`);
      const names = await extractArtifact(artifact.path, target);
      return new Map(
        await Promise.all(
          names.map(async (file) => [file, await readFile(path.join(target, file))] as const),
        ),
      );
    },
    [Symbol.asyncDispose]: async () => {
      await running.disposeAsync();
    },
  };
}

/** A small picture that keeps the model's rules; PNG. */
export async function makePicture(width = 60, height = 40): Promise<Buffer> {
  return await plainPicture(width, height, '#936');
}

/** The submits among requests, refused ones included. */
export function submitsOf(requests: readonly RequestRecord[]): readonly RequestRecord[] {
  return requests.filter(({ method, path: where }) => method === 'POST' && where.startsWith('/v1/models/'));
}

/** The state of each edit in a results file, by id. */
export async function readStates(resultsFile: string): Promise<Readonly<Record<string, string>>> {
  const { edits } = JSON.parse(await readFile(resultsFile, 'utf8')) as {
    readonly edits: readonly { readonly id: string; readonly state: string }[];
  };
  return Object.fromEntries(edits.map(({ id, state }) => [id, state]));
}
