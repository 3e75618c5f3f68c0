import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { startGitService } from '../demo/git-service/start-git-service.ts';
import type { Benchmark, BenchmarkResult } from './benchmark.ts';
import { filesOfPictures } from './branch/branch-files.ts';
import { compareWays } from './branch/compare-ways.ts';
import { measureEightWriters } from './branch/eight-writers.ts';
import { importBranch } from './branch/import-branch.ts';
import { compileProcess } from './compile-process.ts';

/** How many pictures the branch holds, and how many are added to it; how much faster than usual that must be. */
interface Scale {
  readonly held: number;
  readonly timesFaster: ReadonlyMap<number, number>;
}

const FULL: Scale = {
  held: 1000,
  timesFaster: new Map([
    [10, 50],
    [100, 10],
    [1000, 7],
  ]),
};
const QUICK: Scale = {
  held: 100,
  timesFaster: new Map([
    [10, 3],
    [30, 3],
  ]),
};

/** With fewer pictures than these, half of the time is a dozen requests and processes, whatever the bytes. */
const FROM_WHERE_BYTES_COUNT = 100;

/**
 * Pictures of 3 MB that do not compress, added to a branch which holds 1,000 such: as the action delivers them, as one would
 * do it by hand (clone, copy, add, commit, push), and the floor, which is what any way by git must do: each picture is
 * hashed and written once (`git hash-object -w`), and its bytes pass through a socket into the server's `git index-pack`.
 * `floor_of_bytes` is less than any git server can do: the pictures hashed, and sent nowhere. Before that, eight who add to one
 * branch at once. Server, sender and floor share this machine.
 */
export const benchmark: Benchmark = async ({ quick }) => {
  const { held, timesFaster } = quick ? QUICK : FULL;
  const root = await mkdtemp(path.join(tmpdir(), 'dreamina-bench-branch-'));
  try {
    const figures: Record<string, number> = {};
    const limits: Record<string, { min?: number; max?: number }> = { writers_times_payload: { max: 1.1 } };
    const seed = await importBranch(root, 'acme/shop', filesOfPictures(held));
    await using service = await startGitService({ root });
    const compiled = path.join(root, 'compiled');
    await mkdir(compiled);
    const ground = { seed, service, root, script: await compileProcess('branch/our-process.ts', compiled) };
    Object.assign(figures, toFigures(await measureEightWriters(ground)));
    for (const [count, min] of timesFaster) {
      Object.assign(figures, toFigures(await compareWays(ground, count)));
      limits[`times_faster_${count}`] = { min };
      if (count >= FROM_WHERE_BYTES_COUNT) limits[`times_floor_${count}`] = { max: 1.5 };
      limits[`ours_${count}_peak_mb`] = { max: 200 };
      limits[`ours_${count}_fetched_mb`] = { max: 3 };
    }
    return { figures, limits };
  } finally {
    await rm(root, { recursive: true, force: true });
  }
};

/** A line on the way: the whole takes minutes. */
function toFigures(figures: BenchmarkResult['figures']): BenchmarkResult['figures'] {
  console.log(
    Object.entries(figures)
      .map(([name, value]) => `${name} ${value.toFixed(2)}`)
      .join('  '),
  );
  return figures;
}
