import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod';

import { mapBounded } from '../src/shared/pool.ts';
import type { Benchmark } from './benchmark.ts';
import { renderPage, type Peer } from './comparison/render-page.ts';
import { ROWS } from './comparison/rows.ts';
import { runCase, runKilled, type CaseRecord } from './comparison/run-case.ts';
import { VENDORS } from './comparison/vendors.ts';

const PACKAGES = path.join(import.meta.dirname, 'peers');
const PAGE = path.join(import.meta.dirname, '../docs/comparison.md');
const AT_ONCE = 4;

/**
 * What clients of other services do on a bad line: counts the jobs that they make for one picture, and writes
 * docs/comparison.md. The quick form has only the first kind of trouble, and writes nothing.
 */
export const benchmark: Benchmark = async ({ quick }) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'peers-'));
  try {
    await cp(PACKAGES, folder, { recursive: true });
    await promisify(execFile)('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder });
    const rows = quick ? ROWS.slice(0, 1) : ROWS;
    const cases = VENDORS.flatMap((vendor) =>
      rows.filter((row) => row.concerns(vendor)).map((row) => ({ vendor, row })),
    );
    const records = await mapBounded(cases, AT_ONCE, async ({ vendor, row }) => ({
      vendor,
      row,
      record: await (row.trouble === 'killed'
        ? runKilled(vendor, folder)
        : runCase(vendor, row.trouble, folder)),
    }));
    const peers = await Promise.all(
      VENDORS.map(async (vendor): Promise<Peer> => {
        const own = records.filter((each) => each.vendor === vendor);
        return {
          vendor,
          version: await readVersion(folder, vendor.name),
          records: new Map<string, CaseRecord>(own.map(({ row, record }) => [row.title, record])),
        };
      }),
    );
    const facts = { date: new Date().toISOString().slice(0, 10), node: process.versions.node };
    const page = renderPage(peers, rows, facts);
    console.log(page);
    if (!quick) await writeFile(PAGE, page);
    const figures = records
      .filter(({ row }) => row.trouble === 'lost-answers' || row.trouble === 'killed')
      .map(({ vendor, row, record }) => [`${vendor.name}_${row.trouble}_jobs`, record.jobs] as const);
    return { figures: Object.fromEntries(figures), limits: {} };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

async function readVersion(folder: string, name: string): Promise<string> {
  const file = path.join(folder, 'node_modules', name, 'package.json');
  return z.object({ version: z.string() }).parse(JSON.parse(await readFile(file, 'utf8'))).version;
}
