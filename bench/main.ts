/** `npm run bench -- NAME [--quick]`: runs one benchmark of this folder and ends with its RESULT line. */
import { parseArgs } from 'node:util';

import { type Benchmark, formatResult, isWithinLimits } from './benchmark.ts';

const BENCHMARKS: Readonly<Record<string, () => Promise<{ benchmark: Benchmark }>>> = {
  start: async () => await import('./start.ts'),
  plan: async () => await import('./plan.ts'),
  branch: async () => await import('./branch.ts'),
  ledger: async () => await import('./ledger.ts'),
  memory: async () => await import('./memory.ts'),
};

const { values, positionals } = parseArgs({
  options: { quick: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const [name = ''] = positionals;
const load = BENCHMARKS[name];
if (load === undefined) {
  console.error(
    `Usage: npm run bench -- NAME [--quick], with NAME one of: ${Object.keys(BENCHMARKS).join(', ')}`,
  );
  process.exitCode = 2;
} else {
  const { benchmark } = await load();
  const result = await benchmark({ quick: values.quick });
  console.log(formatResult(name, result));
  process.exitCode = isWithinLimits(result) ? 0 : 1;
}
