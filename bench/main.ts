/**
 * `npm run bench -- NAME [--quick]`: runs one benchmark of this folder and ends with its RESULT line.
 * `npm run bench -- NAME --against FOLDER [--rounds N]`: runs its quick form here and in another checkout in turns, and
 * prints medians and spreads side by side. Fails if a figure is worse here.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';

import { type Benchmark, formatResult, isWithinLimits } from './benchmark.ts';
import { compareCheckouts, renderComparison } from './compare-checkouts.ts';

const BENCHMARKS: Readonly<Record<string, () => Promise<{ benchmark: Benchmark }>>> = {
  start: async () => await import('./start.ts'),
  plan: async () => await import('./plan.ts'),
  branch: async () => await import('./branch.ts'),
  ledger: async () => await import('./ledger.ts'),
  memory: async () => await import('./memory.ts'),
  profile: async () => await import('./profile.ts'),
  makespan: async () => await import('./makespan.ts'),
  gallery: async () => await import('./gallery.ts'),
  renditions: async () => await import('./renditions.ts'),
  polling: async () => await import('./polling.ts'),
  shards: async () => await import('./shards.ts'),
  noop: async () => await import('./noop.ts'),
  inspect: async () => await import('./inspect.ts'),
  artifact: async () => await import('./artifact.ts'),
  outage: async () => await import('./outage.ts'),
  peers: async () => await import('./peers.ts'),
};

const { values, positionals } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    against: { type: 'string' },
    rounds: { type: 'string', default: '5' },
  },
  allowPositionals: true,
});
const [name = ''] = positionals;
const load = BENCHMARKS[name];
const rounds = Number(values.rounds);
if (load === undefined || !(rounds >= 1)) {
  console.error(
    `Usage: npm run bench -- NAME [--quick | --against FOLDER [--rounds N]], with NAME one of: ${Object.keys(BENCHMARKS).join(', ')}`,
  );
  process.exitCode = 2;
} else if (values.against !== undefined) {
  const here = path.dirname(import.meta.dirname);
  const there = path.resolve(values.against);
  const figures = await compareCheckouts({ name, here, there, rounds });
  console.log(renderComparison(figures));
  process.exitCode = figures.some(({ isWorse }) => isWorse) ? 1 : 0;
} else {
  const { benchmark } = await load();
  const result = await benchmark({ quick: values.quick });
  console.log(formatResult(name, result));
  process.exitCode = isWithinLimits(result) ? 0 : 1;
}
