/**
 * Makes a few renditions with the engine of the bundle and compares their hashes with the list beside this script: the engine is
 * meant to give the same bytes on every platform. `--write` writes the list. Needs nothing but Node 24 and the repository.
 */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { hashRenditions } from './hash-renditions.ts';

const LIST = path.join(import.meta.dirname, 'rendition-bytes.json');
const made = await hashRenditions(path.resolve(import.meta.dirname, '../dist/engine'));
if (process.argv.includes('--write')) {
  await writeFile(LIST, `${JSON.stringify(made, null, 2)}\n`);
} else {
  const listed = JSON.parse(await readFile(LIST, 'utf8')) as Readonly<Record<string, string>>;
  const names = [...new Set([...Object.keys(listed), ...Object.keys(made)])];
  const others = names.filter((name) => made[name] !== listed[name]);
  for (const name of names) process.stdout.write(`${others.includes(name) ? 'DIFFERS' : 'same'}  ${name}\n`);
  process.stdout.write(`${process.platform} ${process.arch}: ${others.length} of ${names.length} differ\n`);
  process.exitCode = others.length === 0 ? 0 : 1;
}
