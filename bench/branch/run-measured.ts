import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

import { watchTreeMemory } from './tree-memory.ts';

/** A program that ended well. */
export interface MeasuredRun {
  readonly stdout: string;
  readonly seconds: number;
  /** It and its children together, MB. */
  readonly peakMb: number;
}

/** Runs a program in a folder with these variables and PATH only. Throws if it fails. */
export async function runMeasured(
  program: string,
  args: readonly string[],
  folder: string,
  variables: Readonly<Record<string, string>> = {},
): Promise<MeasuredRun> {
  const startMs = performance.now();
  const env = { PATH: process.env['PATH'], HOME: folder, ...variables };
  const child = spawn(program, args, { cwd: folder, env, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'close').then(([code]) => ({ code: code as unknown, endMs: performance.now() }));
  const [stdout, { code, endMs }, peakMb] = await Promise.all([
    text(child.stdout),
    ended,
    watchTreeMemory(child.pid ?? 0, ended),
  ]);
  if (code !== 0) throw new Error(`${program} ended with ${String(code)}:\n${stdout.slice(-4000)}`);
  return { stdout, seconds: (endMs - startMs) / 1000, peakMb };
}
