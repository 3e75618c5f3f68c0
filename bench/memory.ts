import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';

import { runAction } from '../demo/run-action.ts';
import type { Benchmark } from './benchmark.ts';
import { createBenchFolder } from './workspace.ts';

const POLL_EVERY_MS = 50;

/**
 * Peak memory of the bundled action while it makes and downloads 200 outputs of 20 MB, eight at a time, and that of
 * the whole run with the upload of them all.
 * Service and artifact store are processes of their own. The kernel's high-water mark is read, so Linux only.
 */
export const benchmark: Benchmark = async ({ quick }) => {
  const edits = quick ? 40 : 200;
  const spec = `version: 1\nedits:\n  big:\n    prompt: Number \${{ matrix.n }}.\n    images: a.jpg\n    matrix: { n: [${Array.from({ length: edits }, (_, n) => n).join(', ')}] }\n`;
  await using folder = await createBenchFolder(spec);
  await using service = await startProcess('memory-service.ts', []);
  await using artifacts = await startProcess('../demo/artifact-service/main.ts', [
    '--storage',
    path.join(folder.temp, 'artifacts'),
  ]);
  const { url, outputHost, outputBytes } = service.hello as {
    url: string;
    outputHost: string;
    outputBytes: number;
  };
  let peakMb = 0;
  let fetchedMb = 0;
  const startMs = performance.now();
  const result = await runAction({
    entry: 'main',
    inputs: { 'api-token': 'token', 'api-url': url, 'output-hosts': outputHost, ledger: 'none' },
    env: artifacts.hello['env'] as Record<string, string>,
    ...folder,
    onLine: ({ text }) => {
      // What comes after is the upload.
      if (text === 'Deliver') fetchedMb = peakMb;
    },
    onSpawn: (child) => {
      void watchPeak(child, (mb) => {
        peakMb = mb;
      });
    },
  });
  if (result.outputs['succeeded'] !== String(edits))
    throw new Error(`Not all edits succeeded:\n${result.stdout.slice(-4000)}`);
  if (result.outputs['artifact-id'] === '')
    throw new Error(`Nothing was uploaded:\n${result.stdout.slice(-4000)}`);
  return {
    figures: {
      outputs: edits,
      output_mb: outputBytes / 1e6,
      seconds: (performance.now() - startMs) / 1000,
      fetch_peak_mb: fetchedMb,
      whole_run_peak_mb: peakMb,
    },
    // The artifact client has buffers of 8 MiB for its archive, its blocks and its hash, whatever is uploaded.
    limits: { fetch_peak_mb: { max: 150 }, whole_run_peak_mb: { max: 200 } },
  };
};

/** Reads the high-water mark of a process until it ends: it only grows, so the last reading is the peak. */
async function watchPeak(child: ChildProcess, onPeak: (mb: number) => void): Promise<void> {
  while (child.exitCode === null && child.signalCode === null) {
    const status = await readFile(`/proc/${child.pid ?? 0}/status`, 'utf8').catch(() => '');
    const kib = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1];
    if (kib !== undefined) onPeak((Number(kib) * 1024) / 1e6);
    await new Promise((resolve) => setTimeout(resolve, POLL_EVERY_MS));
  }
}

async function startProcess(
  file: string,
  args: readonly string[],
): Promise<AsyncDisposable & { hello: Record<string, unknown> }> {
  const script = path.join(import.meta.dirname, file);
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout });
  const [line] = (await once(lines, 'line')) as [string];
  return {
    hello: JSON.parse(line) as Record<string, unknown>,
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGTERM');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    },
  };
}
