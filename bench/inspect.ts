import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { inflateSync } from 'node:zlib';

import { type Benchmark, median } from './benchmark.ts';
import { compileProcess } from './compile-process.ts';
import { makeLateHeaders, makeNoise } from './inspect/make-files.ts';

const LATE_BYTES = 15_000_000;

interface Scale {
  readonly pictures: number;
  readonly rounds: number;
}

const FULL: Scale = { pictures: 1000, rounds: 3 };
const QUICK: Scale = { pictures: 100, rounds: 3 };

/** What the inspecting process measured of itself. */
interface Inspection {
  readonly seconds: number;
  readonly bytes: number;
  readonly peakMb: number;
}

/**
 * References as the action inspects them: JPEG and PNG pictures of noise, 5 MB each (ten files with many names: what is
 * measured is work, not a disk), and 48 JPEG pictures of 15 MB with all of it in front of the frame header. Beside
 * `sha256sum` of the same JPEG files, and beside zlib, which does nothing but inflate the pixels of the same PNG files.
 */
export const benchmark: Benchmark = async ({ quick }) => {
  const { pictures, rounds } = quick ? QUICK : FULL;
  const root = await mkdtemp(path.join(tmpdir(), 'dreamina-bench-inspect-'));
  try {
    const compiled = path.join(root, 'compiled');
    await mkdir(compiled);
    const script = await compileProcess('inspect/inspect-process.ts', compiled);
    const folders = {
      jpeg: path.join(root, 'jpeg'),
      png: path.join(root, 'png'),
      late: path.join(root, 'late'),
    };
    const jpegs = await makeNoise(folders.jpeg, 'jpeg', pictures);
    const pngs = await makeNoise(folders.png, 'png', pictures / 2);
    const lates = await makeLateHeaders(folders.late, 48, LATE_BYTES);
    const measured = { jpeg: [] as number[], sum: [] as number[], png: [] as number[], zlib: [] as number[] };
    let [peakMb, timesRead] = [0, 0];
    for (let round = 0; round < rounds; round += 1) {
      for (const kind of ['jpeg', 'png', 'late'] as const) {
        const names = { jpeg: jpegs, png: pngs, late: lates }[kind];
        const bytes = await sizeOf(folders[kind], names);
        const found = await inspect(script, folders[kind], names);
        if (kind !== 'late') measured[kind].push(bytes / 1e6 / found.seconds);
        peakMb = Math.max(peakMb, found.peakMb);
        timesRead = Math.max(timesRead, found.bytes / bytes);
      }
      measured.sum.push(await sumJpegs(folders.jpeg, jpegs));
      measured.zlib.push(await inflatePngs(folders.png, pngs));
    }
    const [jpeg, sum, png, zlib] = [measured.jpeg, measured.sum, measured.png, measured.zlib].map(median);
    const [jpegMbS = NaN, sumMbS = NaN, pngMbS = NaN, zlibMbS = NaN] = [jpeg, sum, png, zlib];
    return {
      figures: {
        jpeg_mb_s: jpegMbS,
        sha256sum_mb_s: sumMbS,
        // Either of the two is enough: 400 MB/s, or 60 % of `sha256sum`.
        jpeg_of_least: jpegMbS / Math.min(400, 0.6 * sumMbS),
        png_mb_s: pngMbS,
        zlib_mb_s: zlibMbS,
        png_of_zlib: pngMbS / zlibMbS,
        times_read: timesRead,
        peak_mb: peakMb,
      },
      limits: {
        jpeg_of_least: { min: 1 },
        png_of_zlib: { min: 0.8 },
        times_read: { max: 1.01 },
        peak_mb: { max: 110 },
      },
    };
  } finally {
    await rm(root, { recursive: true, force: true });
  }
};

async function inspect(script: string, folder: string, names: readonly string[]): Promise<Inspection> {
  const list = `${folder}.json`;
  await writeFile(list, JSON.stringify(names));
  const { stdout } = await promisify(execFile)(process.execPath, [script, folder, list]);
  return JSON.parse(stdout) as Inspection;
}

async function sizeOf(folder: string, names: readonly string[]): Promise<number> {
  const sizes = await Promise.all(names.map(async (name) => (await stat(path.join(folder, name))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** MB/s of coreutils' `sha256sum` over the files, one after another. */
async function sumJpegs(folder: string, names: readonly string[]): Promise<number> {
  const startMs = performance.now();
  await promisify(execFile)('sha256sum', names, { cwd: folder, maxBuffer: 1e7 });
  return (await sizeOf(folder, names)) / 1e3 / (performance.now() - startMs);
}

/** MB/s, of whole files, at which zlib inflates the pixels of PNG files that are in memory. */
async function inflatePngs(folder: string, names: readonly string[]): Promise<number> {
  let [ms, bytes] = [0, 0];
  for (const name of names) {
    const file = await readFile(path.join(folder, name));
    const pixels = Buffer.concat(listPixels(file));
    const startMs = performance.now();
    inflateSync(pixels);
    ms += performance.now() - startMs;
    bytes += file.length;
  }
  return bytes / 1e3 / ms;
}

/** The contents of a PNG's IDAT chunks (ISO/IEC 15948, 5.3). */
function listPixels(png: Buffer): readonly Buffer[] {
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return parts;
}
