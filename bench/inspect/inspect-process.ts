/**
 * Inspects pictures as the action inspects its references. Arguments: their folder, and a file that lists their names as
 * JSON. Prints seconds, bytes read and peak memory as JSON. Reads `/proc`, so Linux only.
 */
import { readFile } from 'node:fs/promises';

import { inspectReferences } from '../../src/references/inspect-references.ts';
import { createWorld } from '../../src/runner/world.ts';
import { keepYoungSpaceSmall } from '../../src/shared/v8-flags.ts';
import { readOwnPeakMb } from '../read-peak.ts';

const [, , workspace = '', list = ''] = process.argv;
const names = JSON.parse(await readFile(list, 'utf8')) as readonly string[];
const { clock, resolveHost } = createWorld();
// As a run does before it looks at anything.
keepYoungSpaceSmall();
const { signal } = new AbortController();
const ports = { workspace, signal, clock, resolveHost, lookUpCommitted: () => Promise.resolve(new Map()) };
const at = { file: 'edits.yml', line: 1, column: 1 };
const edits = names.map((name) => ({
  id: name.replace('.', '-'),
  at,
  images: [{ kind: 'file' as const, pattern: name, at }],
}));

const readBefore = await countReadBytes();
const startMs = performance.now();
const { edits: inspected, problems } = await inspectReferences(edits, ports);
const seconds = (performance.now() - startMs) / 1000;
const bytes = (await countReadBytes()) - readBefore;
if (problems.length > 0 || inspected.length !== names.length)
  throw new Error(JSON.stringify(problems.slice(0, 3)));
process.stdout.write(JSON.stringify({ seconds, bytes, peakMb: await readOwnPeakMb() }));

/** What this process has read from files so far. */
async function countReadBytes(): Promise<number> {
  return Number(/^rchar: (\d+)$/m.exec(await readFile('/proc/self/io', 'utf8'))?.[1]);
}
