import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { actionFolder } from '../demo/action-metadata.ts';
import type { Benchmark, BenchmarkResult } from './benchmark.ts';
import { sumProfile } from './profile/sum-profile.ts';
import { runManyEdits } from './run-many-edits.ts';

const OUTPUT_BYTES = 5_000_000;

/**
 * How a run that makes, downloads and uploads 1,000 pictures of 5 MB spends its main thread's working time. The action is run from its
 * source, because in a bundle the files of functions are no longer known.
 */
export const benchmark: Benchmark = async ({ quick }) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'dreamina-bench-profile-'));
  try {
    const profiles = path.join(folder, 'profiles');
    await copyAsSource(folder);
    const env = { NODE_OPTIONS: `--cpu-prof --cpu-prof-dir="${profiles}"` };
    await runManyEdits({ edits: quick ? 50 : 1000, outputBytes: OUTPUT_BYTES, action: folder, env });
    return toFigures(await readProfile(profiles));
  } finally {
    await rm(folder, { recursive: true });
  }
};

async function readProfile(folder: string): Promise<ReadonlyMap<string, number>> {
  const [name, ...others] = await readdir(folder);
  if (name === undefined || others.length > 0)
    throw new Error(`Expected one profile, found ${others.length === 0 ? 'none' : others.length + 1}`);
  return sumProfile(await readFile(path.join(folder, name), 'utf8'));
}

/** In seconds, the greatest first. */
function toFigures(sums: ReadonlyMap<string, number>): BenchmarkResult {
  const kinds = [...sums].filter(([kind]) => kind !== 'waiting').sort(([, a], [, b]) => b - a);
  return { figures: Object.fromEntries(kinds.map(([kind, ms]) => [`${kind}_s`, ms / 1000])), limits: {} };
}

/** The action with a main entry that loads the source. */
async function copyAsSource(action: string): Promise<void> {
  const main = path.join(action, 'dist', 'main');
  await mkdir(main, { recursive: true });
  await cp(path.join(actionFolder, 'action.yml'), path.join(action, 'action.yml'));
  await cp(path.join(actionFolder, 'dist', 'main', 'package.json'), path.join(main, 'package.json'));
  const source = pathToFileURL(path.join(actionFolder, 'src', 'main.ts'));
  await writeFile(path.join(main, 'index.js'), `import ${JSON.stringify(source.href)};\n`);
}
