import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { text } from 'node:stream/consumers';

import sharp from 'sharp';

import type { Benchmark } from './benchmark.ts';
import { createBenchFolder } from './workspace.ts';

/** What a process that makes renditions reports. */
interface Measured {
  readonly seconds: number;
  readonly cpuSeconds: number;
  /** The highest resident memory of the whole process. */
  readonly peakMb: number;
}

/**
 * Renditions of 100 pictures of 2560 x 1440, in three widths as WebP and JPEG, by the engine beside the bundle and by native
 * sharp, in turns; and the memory of the whole process with 100 and with 400 pictures.
 */
export const benchmark: Benchmark = async ({ quick }) => {
  const pictures = quick ? 8 : 100;
  await using folder = await createBenchFolder('version: 1\n');
  const originals = path.join(folder.temp, 'originals');
  await mkdir(originals, { recursive: true });
  for (let index = 0; index < 10; index += 1)
    await writeFile(path.join(originals, `${index}.jpg`), await draw(index));
  const [native, engine] = [
    { seconds: 0, cpu: 0 },
    { seconds: 0, cpu: 0 },
  ];
  // In turns, so that whatever else the machine does meets both.
  const turns = quick ? 2 : 5;
  for (let turn = 0; turn < turns; turn += 1) {
    for (const how of turn % 2 === 0 ? (['native', 'engine'] as const) : (['engine', 'native'] as const)) {
      const measured = await measure(how, originals, Math.ceil(pictures / turns), folder.temp);
      const sum = how === 'native' ? native : engine;
      sum.seconds += measured.seconds;
      sum.cpu += measured.cpuSeconds;
    }
  }
  const all = await measure('engine', originals, pictures, folder.temp);
  const more = quick ? all : await measure('engine', originals, 4 * pictures, folder.temp);
  return {
    figures: {
      pictures,
      seconds: engine.seconds,
      native_seconds: native.seconds,
      share_of_native: native.seconds / engine.seconds,
      share_of_native_by_cpu: native.cpu / engine.cpu,
      peak_mb: all.peakMb,
      peak_mb_of_four_times_as_many: more.peakMb,
    },
    limits: {
      share_of_native: { min: 0.35 },
      peak_mb: { max: 300 },
      peak_mb_of_four_times_as_many: { max: Math.min(300, all.peakMb * 1.15) },
    },
  };
};

/** Detail that compresses about as well as a photograph. */
async function draw(seed: number): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 100 + seed * 5, sigma: 40 } as const;
  return await sharp({ create: { width: 2560, height: 1440, channels: 3, background: '#000', noise } })
    .blur(2 + seed / 4)
    .jpeg({ quality: 90 })
    .toBuffer();
}

async function measure(
  how: 'native' | 'engine',
  originals: string,
  count: number,
  temp: string,
): Promise<Measured> {
  const child = spawn(
    process.execPath,
    [path.join(import.meta.dirname, 'renditions-process.ts'), how, originals, String(count), temp],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const [output] = await Promise.all([text(child.stdout), once(child, 'close')]);
  if (child.exitCode !== 0)
    throw new Error(`making renditions (${how}) ended with ${String(child.exitCode)}`);
  return JSON.parse(output) as Measured;
}
