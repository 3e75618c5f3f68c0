import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { extractArtifact } from '../../demo/artifact-service/extract-artifact.ts';
import {
  startArtifactService,
  type ArtifactService,
} from '../../demo/artifact-service/start-artifact-service.ts';
import { deliverArtifact } from '../../src/deliver/artifact/artifact.ts';
import type { Delivery } from '../../src/deliver/types.ts';
import { createRecordingLog } from '../queue/client-deps.ts';
import { realClock } from './clocks.ts';

const RUN = {
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_REPOSITORY: 'acme/shop',
  GITHUB_RUN_ID: '4711',
};

interface DeliveryChanges {
  readonly env?: Readonly<Record<string, string>>;
  readonly retentionDays?: number;
  readonly attempt?: number;
  readonly signal?: AbortSignal;
}

/** An output folder, and an artifact service that the client in this process is led to until it is disposed of. */
export interface ArtifactStage extends AsyncDisposable {
  readonly folder: string;
  readonly service: ArtifactService;
  /** Writes files (path to content) below the folder; gives their absolute paths. */
  writeFiles(contents: Iterable<readonly [string, string | Uint8Array]>): Promise<readonly string[]>;
  /** Delivers files as the artifact `pictures`; `lines` are those of the log. */
  deliver(
    files: readonly string[],
    changes?: DeliveryChanges,
  ): Promise<{ readonly delivery: Delivery; readonly lines: readonly string[] }>;
  /** The files of the latest artifact, by their path in it. */
  unpack(): Promise<ReadonlyMap<string, Buffer>>;
}

/** Sets the stage for the delivery of an artifact. Only one may be there at a time in a process. */
export async function createArtifactStage(): Promise<ArtifactStage> {
  const root = await mkdtemp(path.join(tmpdir(), 'deliver-'));
  const folder = path.join(root, 'out');
  const service = await startArtifactService({ storage: path.join(root, 'stored') });
  const own = { ...RUN, ...service.env };
  // The client reads its own variables from the process.
  Object.assign(process.env, own);
  return {
    folder,
    service,
    writeFiles: async (contents) => {
      const paths: string[] = [];
      for (const [name, content] of contents) {
        const file = path.join(folder, name);
        await mkdir(path.dirname(file), { recursive: true });
        await writeFile(file, content);
        paths.push(file);
      }
      return paths;
    },
    deliver: async (
      files,
      { env, retentionDays, attempt = 1, signal = new AbortController().signal } = {},
    ) => {
      const log = createRecordingLog();
      const delivery = await deliverArtifact(
        {
          name: 'pictures',
          folder,
          files,
          ...(retentionDays !== undefined && { retentionDays }),
          run: { attempt, runUrl: 'https://github.com/acme/shop/actions/runs/4711' },
        },
        // No chance: the first wait of a jitter that begins at 500 ms is none at all.
        {
          clock: realClock,
          random: () => 0,
          log,
          env: { ...own, ...env },
          serverUrl: own.GITHUB_SERVER_URL,
          signal,
        },
      );
      return { delivery, lines: log.lines };
    },
    unpack: async () => {
      const unpacked = path.join(root, 'unpacked');
      const names = await extractArtifact(service.artifacts.at(-1)?.path ?? '', unpacked);
      const files = names.map(async (name) => [name, await readFile(path.join(unpacked, name))] as const);
      return new Map(await Promise.all(files));
    },
    [Symbol.asyncDispose]: async () => {
      await service.close();
      for (const name of Object.keys(own)) Reflect.deleteProperty(process.env, name);
      await rm(root, { recursive: true, maxRetries: 5 });
    },
  };
}

/** Contents by their hashes, sorted by name: quick to compare, and short to read where they differ. */
export function digests(contents: ReadonlyMap<string, Buffer>): [string, string][] {
  return [...contents]
    .map(([name, content]): [string, string] => [name, createHash('sha256').update(content).digest('hex')])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
