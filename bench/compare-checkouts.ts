import { spawn } from 'node:child_process';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import * as z from 'zod';

import { type BenchmarkResult, median } from './benchmark.ts';

const resultSchema = z.object({
  figures: z.record(z.string(), z.number()),
  limits: z.record(z.string(), z.object({ min: z.number().optional(), max: z.number().optional() })),
});

/** A benchmark to run in two checkouts that take turns, so that a change of the machine's speed meets both. */
export interface Comparison {
  readonly name: string;
  /** This checkout, and the one that it is compared with; both with `node_modules` and built. */
  readonly here: string;
  readonly there: string;
  /** How often each runs the quick form of the benchmark. */
  readonly rounds: number;
}

/** One figure of both checkouts. Spreads are interquartile ranges. */
export interface ComparedFigure {
  readonly figure: string;
  readonly here: number;
  readonly there: number;
  readonly hereSpread: number;
  readonly thereSpread: number;
  /** Worse by more than 5 % and by more than either spread. */
  readonly isWorse: boolean;
}

/** What may come of chance, or is too little to matter. */
const TOLERATED = 0.05;

export async function compareCheckouts({
  name,
  here,
  there,
  rounds,
}: Comparison): Promise<readonly ComparedFigure[]> {
  const ours: BenchmarkResult[] = [];
  const theirs: BenchmarkResult[] = [];
  for (let round = 0; round < rounds; round += 1) {
    // Who goes first changes, as the second one may find warm caches.
    const order = round % 2 === 0 ? [here, there] : [there, here];
    for (const folder of order) (folder === here ? ours : theirs).push(await runBenchmark(name, folder));
  }
  return Object.keys(ours[0]?.figures ?? {}).map((figure) => compareFigure(figure, ours, theirs));
}

function compareFigure(
  figure: string,
  ours: readonly BenchmarkResult[],
  theirs: readonly BenchmarkResult[],
): ComparedFigure {
  const valuesOf = (results: readonly BenchmarkResult[]): readonly number[] =>
    results.map(({ figures }) => figures[figure] ?? Number.NaN);
  const [here, there] = [median(valuesOf(ours)), median(valuesOf(theirs))];
  const [hereSpread, thereSpread] = [spread(valuesOf(ours)), spread(valuesOf(theirs))];
  // Times and sizes: more is worse, unless the benchmark asks for a least value.
  const loss = ours[0]?.limits[figure]?.min === undefined ? here - there : there - here;
  const isWorse = loss > Math.max(TOLERATED * there, hereSpread, thereSpread);
  return { figure, here, there, hereSpread, thereSpread, isWorse };
}

/** The interquartile range. */
function spread(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? Number.NaN;
  return at(0.75) - at(0.25);
}

/** Runs the benchmark as the checkout itself has it. Its limits do not count here. */
async function runBenchmark(name: string, folder: string): Promise<BenchmarkResult> {
  const args = [path.join(folder, 'bench', 'main.ts'), name, '--quick'];
  const child = spawn(process.execPath, args, { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
  const printed = await text(child.stdout);
  const line = printed.split('\n').findLast((each) => each.startsWith('RESULT '));
  if (line === undefined) throw new Error(`The benchmark ${name} in ${folder} gave no result:\n${printed}`);
  return resultSchema.parse(JSON.parse(line.slice('RESULT '.length))) as BenchmarkResult;
}

/** A table with a line for each figure. */
export function renderComparison(figures: readonly ComparedFigure[]): string {
  const rows = figures.map(({ figure, here, there, hereSpread, thereSpread, isWorse }) => [
    figure,
    `${here.toFixed(1)} ± ${hereSpread.toFixed(1)}`,
    `${there.toFixed(1)} ± ${thereSpread.toFixed(1)}`,
    `${here >= there ? '+' : ''}${((here / there - 1) * 100).toFixed(1)} %`,
    isWorse ? 'WORSE' : '',
  ]);
  const table = [['', 'here', 'against', 'change', ''], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  return table
    .map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
    .join('\n');
}
