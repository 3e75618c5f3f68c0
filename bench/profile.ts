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
 * What the main thread of a run does that makes, downloads and uploads 1,000 pictures of 5 MB, as shares of the time in which it
 * does something. The action is run from its source: in a bundle, functions no longer tell where they are from.
 */
export const benchmark: Benchmark = async ({ quick }) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'dreamina-bench-profile-'));
  try {
    const profiles = path.join(folder, 'profiles');
    await copyAsSource(folder);
    const env = { NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=${profiles}` };
    await runManyEdits({ edits: quick ? 50 : 1000, outputBytes: OUTPUT_BYTES, action: folder, env });
    return judge(await readProfile(profiles));
  } finally {
    await rm(folder, { recursive: true });
  }
};

async function readProfile(folder: string): Promise<ReadonlyMap<string, number>> {
  const [name, ...others] = await readdir(folder);
  if (name === undefined || others.length > 0) throw new Error(`Not one profile was written to ${folder}`);
  return sumProfile(await readFile(path.join(folder, name), 'utf8'));
}

function judge(sums: ReadonlyMap<string, number>): BenchmarkResult {
  const workMs = [...sums].reduce((sum, [kind, ms]) => sum + (kind === 'waiting' ? 0 : ms), 0);
  const percent = (kind: string): number => (100 * (sums.get(kind) ?? 0)) / workMs;
  const kinds = [...sums.keys()].filter((kind) => kind !== 'waiting');
  kinds.sort((a, b) => percent(b) - percent(a));
  return {
    figures: {
      work_s: workMs / 1000,
      waiting_s: (sums.get('waiting') ?? 0) / 1000,
      ...Object.fromEntries(kinds.map((kind) => [`${kind}_percent`, percent(kind)])),
    },
    limits: {},
  };
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
