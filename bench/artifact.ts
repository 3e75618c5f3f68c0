import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

import { actionFolder } from '../demo/action-metadata.ts';
import { copyWithout, LEAN_PACKAGES } from '../scripts/leave-out.ts';
import { type Benchmark, median } from './benchmark.ts';
import { compileProcess } from './compile-process.ts';
import { makeNoise } from './inspect/make-files.ts';
import { startProcess } from './start-process.ts';

const PICTURE_MB = 5;

/** What the uploading process measured of itself. */
interface Upload {
  readonly seconds: number;
  readonly bytes: number;
  readonly peakMb: number;
}

/**
 * One artifact of 1 GB of JPEG pictures: as the action uploads it, and by the same client with its default compression. They
 * take turns; the service is a process of its own, on this machine.
 */
export const benchmark: Benchmark = async ({ quick }) => {
  const [megabytes, rounds] = quick ? [200, 1] : [1000, 3];
  const root = await mkdtemp(path.join(tmpdir(), 'dreamina-bench-artifact-'));
  try {
    const compiled = path.join(root, 'compiled');
    await mkdir(compiled);
    const script = await compileProcess('artifact/upload-process.ts', compiled);
    await copyBundledClient(path.join(compiled, 'src', 'node_modules'));
    const pictures = path.join(root, 'pictures');
    await makeNoise(pictures, 'jpeg', megabytes / PICTURE_MB);
    const runs = { ours: [] as Upload[], usual: [] as Upload[] };
    for (let round = 0; round < rounds; round += 1)
      for (const way of ['ours', 'usual'] as const) {
        const upload = await measure(script, way, pictures, path.join(root, `store-${way}-${round}`));
        console.log(
          `${way}: ${upload.seconds.toFixed(1)} s, ${(upload.bytes / 1e6).toFixed(0)} MB sent, peak ${upload.peakMb.toFixed(0)} MB`,
        );
        runs[way].push(upload);
      }
    const speed = (uploads: readonly Upload[]): number =>
      median(uploads.map(({ seconds }) => megabytes / seconds));
    const [ours, usual] = [speed(runs.ours), speed(runs.usual)];
    const peak = (uploads: readonly Upload[]): number => Math.max(...uploads.map(({ peakMb }) => peakMb));
    return {
      figures: {
        ours_mb_s: ours,
        default_mb_s: usual,
        times_faster: ours / usual,
        ours_peak_mb: peak(runs.ours),
        default_peak_mb: peak(runs.usual),
      },
      limits: { times_faster: { min: 3 }, ours_peak_mb: { max: 170 } },
    };
  } finally {
    await rm(root, { recursive: true, force: true });
  }
};

/** The client with the lines that the bundle has of it, where the action's own modules find it first. */
async function copyBundledClient(modules: string): Promise<void> {
  const client = LEAN_PACKAGES.find(({ name }) => name === '@actions/artifact');
  if (client === undefined)
    throw new Error('The client is bundled as it is installed: there is nothing to copy.');
  const installed = path.join(actionFolder, 'node_modules', client.name);
  await copyWithout(client, installed, path.join(modules, client.name));
}

async function measure(script: string, way: string, pictures: string, storage: string): Promise<Upload> {
  await using service = await startProcess('../demo/artifact-service/main.ts', ['--storage', storage]);
  const { stderr } = await promisify(execFile)(process.execPath, [script, way, pictures], {
    env: { PATH: process.env['PATH'], ...(service.hello['env'] as Record<string, string>) },
    maxBuffer: 1e8,
  });
  await rm(storage, { recursive: true, force: true });
  return JSON.parse(stderr) as Upload;
}
