import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

import type { Benchmark } from './benchmark.ts';
import { measureLockedPlan } from './locked-plan.ts';
import { createBenchFolder } from './workspace.ts';

const EDITS = 5000;

/**
 * Time and memory from a spec of 5,000 edits to the plan: read, checked, expanded, pictures inspected, ordered.
 * Once with 5,000 entries and once with 500 entries of a matrix of ten, each in a process of its own. Then the bundled
 * action plans 5,000 edits beside a branch that has a picture of each.
 */
export const benchmark: Benchmark = async ({ quick }) => {
  const rounds = quick ? 1 : 5;
  const literal = await measure(renderLiteralSpec(), rounds);
  const matrix = await measure(renderMatrixSpec(), rounds);
  const locked = await measureLockedPlan(rounds);
  const limits = { max: 2000 };
  const memory = { max: 300 };
  return {
    figures: {
      literal_plan_ms: literal.ms,
      literal_peak_mib: literal.mib,
      matrix_plan_ms: matrix.ms,
      matrix_peak_mib: matrix.mib,
      locked_run_ms: locked.ms,
      locked_peak_mib: locked.mib,
    },
    limits: {
      literal_plan_ms: limits,
      literal_peak_mib: memory,
      matrix_plan_ms: limits,
      matrix_peak_mib: memory,
      locked_run_ms: limits,
      locked_peak_mib: memory,
    },
  };
};

async function measure(spec: string, rounds: number): Promise<{ ms: number; mib: number }> {
  await using folder = await createBenchFolder(spec);
  let worst = { ms: 0, mib: 0 };
  for (let round = 0; round < rounds; round += 1) {
    const child = path.join(import.meta.dirname, 'plan-process.ts');
    const { stdout } = await promisify(execFile)(process.execPath, [child, folder.workspace]);
    const { edits, ms, mib } = JSON.parse(stdout) as { edits: number; ms: number; mib: number };
    if (edits !== EDITS) throw new Error(`Edits planned: ${edits}, not ${EDITS}`);
    worst = { ms: Math.max(worst.ms, ms), mib: Math.max(worst.mib, mib) };
  }
  return worst;
}

function renderLiteralSpec(): string {
  const entries = Array.from(
    { length: EDITS },
    (_, index) =>
      `  e${index}:\n    prompt: Paint number ${index} on the mug.\n    images: [a.jpg]\n    size: 1024x1024\n`,
  );
  return `version: 1\nedits:\n${entries.join('')}`;
}

function renderMatrixSpec(): string {
  const entries = Array.from(
    { length: EDITS / 10 },
    (_, index) =>
      `  e${index}:\n    prompt: Paint \${{ matrix.n }} and ${index} on the mug.\n    images: [a.jpg]\n` +
      '    matrix: { n: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] }\n',
  );
  return `version: 1\nedits:\n${entries.join('')}`;
}
