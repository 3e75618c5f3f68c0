import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

import { actionFolder } from '../demo/action-metadata.ts';
import type { Benchmark, BenchmarkResult } from './benchmark.ts';
import { locateFunctions } from './profile/locate-functions.ts';
import { sumProfile } from './profile/sum-profile.ts';
import { runManyEdits } from './run-many-edits.ts';

const OUTPUT_BYTES = 5_000_000;
const run = promisify(execFile);

/**
 * How a run that makes, downloads and uploads 1,000 pictures of 5 MB spends its main thread's working time. The bundle is made again with
 * source maps, which say of which file a function was. Run from its source, the action has a larger heap, and collecting
 * garbage takes nearly three times as long.
 */
export const benchmark: Benchmark = async ({ quick }) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'dreamina-bench-profile-'));
  try {
    await bundleInto(folder);
    const profiles = path.join(folder, 'profiles');
    const env = { NODE_OPTIONS: `--cpu-prof --cpu-prof-dir="${profiles}"` };
    await runManyEdits({ edits: quick ? 50 : 1000, outputBytes: OUTPUT_BYTES, action: folder, env });
    const fileOf = await locateFunctions(path.join(folder, 'dist', 'main'));
    return toFigures(sumProfile(await readProfile(profiles), fileOf));
  } finally {
    await rm(folder, { recursive: true });
  }
};

async function readProfile(folder: string): Promise<string> {
  const [name, ...others] = await readdir(folder);
  if (name === undefined || others.length > 0)
    throw new Error(`Expected one profile, found ${others.length === 0 ? 'none' : others.length + 1}`);
  return await readFile(path.join(folder, name), 'utf8');
}

/** In seconds, the greatest first. */
function toFigures(sums: ReadonlyMap<string, number>): BenchmarkResult {
  const kinds = [...sums].filter(([kind]) => kind !== 'waiting').sort(([, a], [, b]) => b - a);
  return { figures: Object.fromEntries(kinds.map(([kind, ms]) => [`${kind}_s`, ms / 1000])), limits: {} };
}

/** The action, with its main entry only. */
async function bundleInto(action: string): Promise<void> {
  await cp(path.join(actionFolder, 'action.yml'), path.join(action, 'action.yml'));
  const options = { cwd: actionFolder };
  await run(
    process.execPath,
    [createRequire(import.meta.url).resolve('typescript/bin/tsc'), '-p', 'tsconfig.build.json'],
    options,
  );
  await run(process.execPath, ['scripts/build.ts', '--main-with-maps', path.join(action, 'dist')], options);
}
